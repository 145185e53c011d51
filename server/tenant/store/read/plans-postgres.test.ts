import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fillDatabase } from '../../seed/first-data.ts'
import { newPostgres, onPostgres, type TestDatabase } from '../../testing/database.ts'
import { accountFilters, accountSorts, both } from '../../testing/screen-lists.ts'
import type { Database } from '../schema.ts'
import { listAccounts } from './accounts.ts'

const ACCOUNTS = 40_000
/**
 * How many entries of indexes and rows a statement for a page of 250 may look at. A plan may go along
 * an index and still read all of it, so the test counts what was read.
 */
const MOST = ACCOUNTS / 2

type Step = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Heap Fetches'?: number
  Plans?: Step[]
}

describe.runIf(onPostgres)('on PostgreSQL', () => {
  let place: TestDatabase
  let pool: pg.Pool
  let db: Kysely<Database>
  let asked: CompiledQuery[] = []

  beforeAll(async () => {
    place = await newPostgres(process.env.TEST_DATABASE_URL ?? '')
    await fillDatabase({ database: place.where, identities: 0, accounts: ACCOUNTS })
    // A table of this size is read as a whole sooner than one that matters: it is to have another way.
    const options = '-c enable_seqscan=off'
    // As the tenant itself reads numbers of 64 bits.
    pg.types.setTypeParser(pg.types.builtins.INT8, Number)
    pool = new pg.Pool({ connectionString: place.where, max: 1, options })
    db = new Kysely({
      dialect: new PostgresDialect({ pool }),
      log: ({ query }) => void asked.push(query),
    })
  }, 180_000)
  afterAll(async () => {
    await db.destroy()
    await place.drop()
  })

  /** What the slowest statement of the page has looked at. */
  async function mostRead(query: Parameters<typeof listAccounts>[1]): Promise<number> {
    asked = []
    await listAccounts(db, query)
    const read = []
    for (const { sql, parameters } of asked.slice()) {
      if (!sql.includes('order by')) continue
      const answer = await pool.query(`explain (analyze, format json) ${sql}`, [...parameters])
      read.push(readBy(answer.rows[0]['QUERY PLAN'][0].Plan))
    }
    return Math.max(...read)
  }

  test.each(accountFilters)(
    'no page makes PostgreSQL read all accounts: [%s]',
    async (filters) => {
      for (const sort of both(accountSorts)) {
        const query = { filters, sorters: `${sort},id`, limit: 250, offset: 0, count: false }
        expect([sort, await mostRead(query)]).toEqual([sort, expect.toSatisfy(isLittle)])
      }
    },
    120_000,
  )
})

const isLittle = (read: number) => read <= MOST

function readBy(step: Step): number {
  const { Plans: below = [], 'Actual Loops': loops } = step
  const removed =
    (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0)
  const own = step['Relation Name'] === 'account' ? (step['Actual Rows'] + removed) * loops : 0
  return below.reduce((sum, one) => sum + readBy(one), own)
}
