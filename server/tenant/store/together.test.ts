import type { Kysely } from 'kysely'
import { beforeEach, expect, onTestFinished, test } from 'vitest'

import { openTestDatabase } from '../testing/database.ts'
import type { Db } from './database.ts'
import type { Database } from './schema.ts'
import { together } from './transaction.ts'

let db: Kysely<Database>
beforeEach(async () => {
  db = await openTestDatabase()
  onTestFinished(() => db.destroy())
})

const note = (trx: Db, key: string) =>
  trx.insertInto('setting').values({ key, value: '' }).execute()

const notes = async () =>
  (await db.selectFrom('setting').select('key').orderBy('key').execute()).map(({ key }) => key)

test('works that come together are all written, in their order, each with its own answer', async () => {
  const order: number[] = []
  const answers = await Promise.all(
    [1, 2, 3].map((n) =>
      together(db, async (trx) => {
        await note(trx, `n${n}`)
        order.push(n)
        return n
      }),
    ),
  )
  expect(answers).toEqual([1, 2, 3])
  expect(order).toEqual([1, 2, 3])
  expect(await notes()).toEqual(['n1', 'n2', 'n3'])
})

test('a work that fails is taken back alone', async () => {
  const [one, two, three] = await Promise.allSettled([
    together(db, (trx) => note(trx, 'one')),
    together(db, async (trx) => {
      await note(trx, 'two')
      throw new Error('no')
    }),
    together(db, (trx) => note(trx, 'three')),
  ])
  expect([one?.status, two?.status, three?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await notes()).toEqual(['one', 'three'])
})

test('what the database itself refuses is taken back alone', async () => {
  const [one, two] = await Promise.allSettled([
    together(db, (trx) => note(trx, 'same')),
    together(db, (trx) => note(trx, 'same')),
    together(db, (trx) => note(trx, 'other')),
  ])
  expect([one?.status, two?.status]).toEqual(['fulfilled', 'rejected'])
  expect(await notes()).toEqual(['other', 'same'])
})

test('a work in a transaction belongs to that', async () => {
  const outer = together(db, async (trx) => {
    await together(trx, (inner) => note(inner, 'inner'))
    throw new Error('no')
  })
  await expect(outer).rejects.toThrow('no')
  expect(await notes()).toEqual([])
})

test('where the database is gone, each of them hears of it', async () => {
  const other = await openTestDatabase()
  await other.destroy()
  const works = ['a', 'b'].map((key) => together(other, (trx) => note(trx, key)))
  const results = await Promise.allSettled(works)
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
