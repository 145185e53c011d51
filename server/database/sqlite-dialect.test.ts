import BetterSqlite3 from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { sqliteDialect } from './sqlite-dialect.ts'

function opened() {
  const sqlite = new BetterSqlite3(':memory:')
  sqlite.exec('create table note (id text primary key)')
  const db = new Kysely<{ note: { id: string } }>({
    dialect: sqliteDialect(sqlite, () => sqlite.close()),
  })
  onTestFinished(() => db.destroy())
  return db
}

test('what made the database end a transaction by itself is told, not that it had ended', async () => {
  const db = opened()
  const twice = db.transaction().execute(async (trx) => {
    await trx.insertInto('note').values({ id: 'a' }).execute()
    // As a full disk does: the statement fails, and takes the transaction with it.
    await sql`insert or rollback into note values ('a')`.execute(trx)
  })
  await expect(twice).rejects.toThrow('UNIQUE constraint failed')

  await db.insertInto('note').values({ id: 'b' }).execute()
  expect(await db.selectFrom('note').select('id').execute()).toEqual([{ id: 'b' }])
})

test('a transaction that fails otherwise is rolled back', async () => {
  const db = opened()
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto('note').values({ id: 'a' }).execute()
    throw new Error('Enough')
  })
  await expect(failing).rejects.toThrow('Enough')
  expect(await db.selectFrom('note').selectAll().execute()).toEqual([])
})
