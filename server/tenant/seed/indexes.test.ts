import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { indexesOf } from '../store/indexes.ts'
import type { Database } from '../store/schema.ts'
import { openTestDatabase } from '../testing/database.ts'
import { withoutIndexes } from './indexes.ts'

async function open(): Promise<Kysely<Database>> {
  const db = await openTestDatabase()
  onTestFinished(() => db.destroy())
  return db
}

test('a load runs without the indexes of its tables, and finds them again as they were', async () => {
  const db = await open()
  const before = await indexesOf(db)

  const during = await withoutIndexes(db, ['account'], () => indexesOf(db))

  expect(before.some(({ table }) => table === 'account')).toBe(true)
  expect(during).toEqual(before.filter(({ table }) => table !== 'account'))
  expect(await indexesOf(db)).toEqual(before)
})

test('a load that fails in a transaction leaves the indexes as they were', async () => {
  const db = await open()
  const before = await indexesOf(db)

  const load = db
    .transaction()
    .execute((transaction) =>
      withoutIndexes(transaction, ['account'], () => Promise.reject(new Error('disk full'))),
    )

  await expect(load).rejects.toThrow('disk full')
  expect(await indexesOf(db)).toEqual(before)
})
