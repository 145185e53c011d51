import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect, sql, type RootOperationNode } from 'kysely'
import { beforeEach, expect, onTestFinished, test } from 'vitest'

import { accountRow, sourceRow } from '../testing/rows.ts'
import { accountFilters, accountSorts, identityFilters } from '../testing/screen-lists.ts'
import { up } from './migrations/0001-first/index.ts'
import { listAccounts } from './read/accounts.ts'
import { listIdentities } from './read/identities.ts'
import type { Database } from './schema.ts'
import { accountWatcher } from './watcher.ts'

let db: Kysely<Database>
let ran: RootOperationNode[]

beforeEach(async () => {
  const dialect = new SqliteDialect({ database: new BetterSqlite3(':memory:') })
  const empty = new Kysely<unknown>({ dialect, log: ({ query }) => void ran.push(query.query) })
  db = empty.withTables<Database>()
  onTestFinished(() => db.destroy())
  ran = []
  await up(empty)
  await db.insertInto('source').values(sourceRow()).execute()
  await db.insertInto('account').values(accountRow({})).execute()
  ran = []
})

/** What is told of the statements that have run. */
function told() {
  const all: unknown[] = []
  const connection = {}
  const watcher = accountWatcher((changed) =>
    all.push(changed === 'all' ? changed : [...changed].toSorted()),
  )
  for (const statement of ran) {
    watcher.ran(connection, statement)
    watcher.givenBack(connection)
  }
  return all
}

test('no list that is read is taken for a write, in whatever way it is read', async () => {
  const page = { limit: 250, offset: 0, count: true }
  for (const filters of accountFilters) {
    for (const sorters of accountSorts) await listAccounts(db, { ...page, filters, sorters })
  }
  for (const filters of identityFilters) {
    await listIdentities(db, { ...page, ...(filters && { filters }) })
  }

  expect(told()).toEqual([])
})

test('a statement of which nobody knows what it does may have changed everything', async () => {
  await sql`update account set name_key = ''`.execute(db)
  await sql`${sql.raw('delete from account')}`.execute(db)
  await sql`with gone as (select 1) delete from account`.execute(db)

  expect(told()).toEqual(['all', 'all', 'all'])
})

test('columns that are written are named, with the facet where they make it', async () => {
  await db.updateTable('account').set({ name: '', name_key: '' }).execute()
  await db.updateTable('account').set({ uncorrelated: 1 }).execute()
  await db.updateTable('source').set({ name: '' }).execute()

  expect(told()).toEqual([
    ['name', 'name_key'],
    ['facet', 'uncorrelated'],
  ])
})
