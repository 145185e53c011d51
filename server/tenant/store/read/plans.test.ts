import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect, type CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { fillDatabase } from '../../seed/first-data.ts'
import { accountFilters, accountSorts, both, identityFilters } from '../../testing/screen-lists.ts'
import type { Database } from '../schema.ts'
import { accountColumns } from './account-columns.ts'
import { listAccounts } from './accounts.ts'
import { listIdentities } from './identities.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-plans-'))
let sqlite: BetterSqlite3.Database
let db: Kysely<Database>
let asked: CompiledQuery[] = []

/** Enough accounts for each of the ways in which a list can be read. */
beforeAll(async () => {
  const database = join(folder, 'tenant.sqlite')
  await fillDatabase({ database, identities: 0, accounts: 50_000 })
  sqlite = new BetterSqlite3(database)
  db = new Kysely({
    dialect: new SqliteDialect({ database: sqlite }),
    log: ({ query }) => void asked.push(query),
  })
}, 60_000)
afterAll(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

/** What is wrong with the statements that `read` has run, as SQLite says that it runs them. */
async function faults(table: string, read: () => Promise<unknown>): Promise<string[]> {
  asked = []
  await read()
  return asked.flatMap(({ sql, parameters }) => {
    const steps = sqlite
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail)
    const scans = steps.filter((step) => `${step} `.startsWith(`SCAN ${table} `))
    const isSorted = steps.some((step) => step === 'USE TEMP B-TREE FOR ORDER BY')
    const isFault = scans.some((scan) => !scan.includes('INDEX') || isSorted)
    return isFault ? [`${steps.join('; ')}\n${sql}`] : []
  })
}

test.each(accountFilters)('the screen reads accounts by an index: [%s]', async (filters) => {
  for (const sort of both(accountSorts)) {
    for (const offset of [0, 20_000]) {
      const query = { filters, sorters: `${sort},id`, limit: 250, offset, count: true }
      expect([sort, await faults('account', () => listAccounts(db, query))]).toEqual([sort, []])
    }
  }
})

const values = { flag: 'true', date: '2020', upper: '"ACTIVE"', key: '"a"', id: '"2c9"' }
const comparisons = Object.entries(accountColumns).flatMap(([field, { type, operators = [] }]) =>
  operators.map((operator) =>
    operator === 'isnull'
      ? `${field} isnull`
      : `${field} ${operator} ${operator === 'in' ? `(${values[type]}, "b")` : values[type]}`,
  ),
)
const sorts = Object.keys(accountColumns).filter((field) => accountColumns[field]?.sortable)

test.each(comparisons)('no order makes a list read all accounts: %s', async (filters) => {
  for (const sorters of both(sorts)) {
    const query = { filters, sorters, limit: 250, offset: 0, count: true }
    expect([sorters, await faults('account', () => listAccounts(db, query))]).toEqual([sorters, []])
  }
})

test.each(identityFilters)('the screen reads identities by an index: [%s]', async (filters) => {
  for (const sort of both(['name', 'alias', 'cloudStatus'])) {
    const defaultFilter = filters === 'correlated eq false' ? ('NONE' as const) : undefined
    const sorters = sort.endsWith('alias') ? sort : `${sort},alias`
    const query = { filters, defaultFilter, sorters, limit: 250, offset: 0, count: true }
    expect([sort, await faults('identity', () => listIdentities(db, query))]).toEqual([sort, []])
  }
})
