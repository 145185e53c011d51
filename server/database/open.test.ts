import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { table } from './columns.ts'
import { open } from './open.ts'
import { administer, lastingDatabase, onPostgres } from './testing.ts'

type Tables = { note: { id: string } }

const migrations = {
  '0001-note': {
    up: async (db: Kysely<unknown>) => table(db, 'note', { id: 'id' }).execute(),
  },
}

async function opened(where: string, ownSchema?: string): Promise<Kysely<Tables>> {
  const db = await open<Tables>({ where, migrations, name: 'test', onTrouble: () => {}, ownSchema })
  onTestFinished(() => db.destroy())
  return db
}

const notes = async (db: Kysely<Tables>) =>
  (await db.selectFrom('note').select('id').execute()).map(({ id }) => id)

const write = (db: Kysely<Tables>, id: string) => db.insertInto('note').values({ id }).execute()

test.runIf(onPostgres)('two halves share a database, each in a schema of its own', async () => {
  const where = await lastingDatabase()
  const one = await opened(where)
  const two = await opened(where, 'console')

  await write(one, 'one')
  await write(two, 'two')

  expect(await notes(one)).toEqual(['one'])
  // On every connection of the pool, not on the first alone.
  const all = await Promise.all(Array.from({ length: 8 }, () => notes(two)))
  expect(all).toEqual(Array(8).fill(['two']))
  await expect(opened(where, 'console')).rejects.toThrow('is in use by another process')
})

test.runIf(onPostgres)('a URL that leads to a schema has its own beside that', async () => {
  const where = await lastingDatabase()
  await administer(where, 'create schema "Second"')
  const second = new URL(where)
  second.searchParams.set('options', '-c search_path="Second"')

  await write(await opened(where, 'console'), 'first')
  await write(await opened(second.href, 'console'), 'second')

  const third = await opened(second.href)
  expect(await notes(third)).toEqual([])
  await administer(where, 'select id from "Second_console".note', 'select id from console.note')
})

test.runIf(onPostgres)('it is all there when it is opened again', async () => {
  const where = await lastingDatabase()
  const first = await opened(where, 'console')
  await write(first, 'kept')
  await first.destroy()

  expect(await notes(await opened(where, 'console'))).toEqual(['kept'])
})
