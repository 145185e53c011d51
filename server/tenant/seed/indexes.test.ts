import { sql, type Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { openDatabase } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { withoutIndexes } from './indexes.ts'

async function open(): Promise<Kysely<Database>> {
  const db = await openDatabase(':memory:')
  onTestFinished(() => db.destroy())
  return db
}

async function indexes(db: Kysely<Database>) {
  const { rows } = await sql<{ tbl_name: string; sql: string }>`
    select name, tbl_name, sql from sqlite_master where type = 'index' and sql is not null
    order by name`.execute(db)
  return rows
}

test('a load runs without the indexes of its tables, and finds them again as they were', async () => {
  const db = await open()
  const before = await indexes(db)

  const during = await withoutIndexes(db, ['account'], () => indexes(db))

  expect(before.some(({ tbl_name: table }) => table === 'account')).toBe(true)
  expect(during).toEqual(before.filter(({ tbl_name: table }) => table !== 'account'))
  expect(await indexes(db)).toEqual(before)
})

test('a load that fails in a transaction leaves the indexes as they were', async () => {
  const db = await open()
  const before = await indexes(db)

  const load = db
    .transaction()
    .execute((transaction) =>
      withoutIndexes(transaction, ['account'], () => Promise.reject(new Error('disk full'))),
    )

  await expect(load).rejects.toThrow('disk full')
  expect(await indexes(db)).toEqual(before)
})
