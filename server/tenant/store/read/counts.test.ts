import { sql, type Kysely } from 'kysely'
import { beforeEach, expect, onTestFinished, test } from 'vitest'

import { openTestDatabase } from '../../testing/database.ts'
import { accountRow, sourceRow } from '../../testing/rows.ts'
import type { Db } from '../database.ts'
import type { Database } from '../schema.ts'
import { inTransaction } from '../transaction.ts'
import { listAccounts } from './accounts.ts'
import { createCounts } from './counts.ts'

let db: Kysely<Database>
beforeEach(async () => {
  db = await openTestDatabase()
  onTestFinished(() => db.destroy())
  await db.insertInto('source').values(sourceRow()).execute()
  for (const id of ['a1', 'a2', 'b1']) {
    await db
      .insertInto('account')
      .values(accountRow({ id, name: id, native_identity: id }))
      .execute()
  }
})

const total = async (where: Db = db) =>
  (await listAccounts(where, { filters, limit: 0, offset: 0, count: true })).total
const filters = 'name sw "a"'

const rename = (where: Db, id: string, name: string) =>
  where.updateTable('account').set({ name, name_key: name }).where('id', '=', id).execute()

test('a count follows every kind of write', async () => {
  expect(await total()).toBe(2)
  await rename(db, 'b1', 'a3')
  expect(await total()).toBe(3)
  await db.deleteFrom('account').where('id', '=', 'a1').execute()
  expect(await total()).toBe(2)
  await db
    .insertInto('account')
    .values(accountRow({ id: 'a4', name: 'a4', native_identity: 'a4' }))
    .execute()
  expect(await total()).toBe(3)
  await sql`update account set name_key = 'c' where id = 'a2'`.execute(db)
  expect(await total()).toBe(2)
})

test('a transaction counts what it wrote, and nobody else does before it has ended', async () => {
  expect(await total()).toBe(2)
  await inTransaction(db, async (trx) => {
    await rename(trx, 'b1', 'a3')
    expect(await total(trx)).toBe(3)
  })
  expect(await total()).toBe(3)
})

test('what a transaction took back is not counted', async () => {
  expect(await total()).toBe(2)
  const undone = inTransaction(db, async (trx) => {
    await rename(trx, 'b1', 'a3')
    expect(await total(trx)).toBe(3)
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  expect(await total()).toBe(2)
})

test('a change of what makes a facet is counted', async () => {
  const uncorrelated = async () =>
    (
      await listAccounts(db, {
        filters: `uncorrelated eq true and ${filters}`,
        limit: 0,
        offset: 0,
        count: true,
      })
    ).total
  expect(await uncorrelated()).toBe(0)
  await db.updateTable('account').set({ uncorrelated: 1 }).where('id', '=', 'a1').execute()
  expect(await uncorrelated()).toBe(1)
})

test('it is counted once, until something is written that it depends on', async () => {
  const counts = createCounts()
  let counted = 0
  const ask = () => counts.of('names', ['name'], async () => (counted += 1))

  expect([await ask(), await ask()]).toEqual([1, 1])
  counts.changed(['modified'])
  expect(await ask()).toBe(1)
  counts.changed(['name'])
  expect([await ask(), await ask()]).toEqual([2, 2])
  counts.changed('all')
  expect([await ask(), await ask()]).toEqual([3, 3])
})

test('what was written while it was counted makes the count void', async () => {
  const counts = createCounts()
  const before = await counts.of('names', ['name'], async () => {
    counts.changed(['name'])
    return 1
  })
  expect([before, await counts.of('names', ['name'], async () => 2)]).toEqual([1, 2])
})

test('only so many are remembered, and those that were asked for last', async () => {
  const counts = createCounts(2)
  const ask = (what: string, count: number) => counts.of(what, [], async () => count)

  await ask('a', 1)
  await ask('b', 1)
  await ask('a', 2)
  await ask('c', 1)

  expect([await ask('a', 3), await ask('c', 3), await ask('b', 3)]).toEqual([1, 1, 3])
})
