import type { IndexDb } from './database.ts'

export async function readState<T>(db: IndexDb, key: string): Promise<T | undefined> {
  const row = await db
    .selectFrom('index_state')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row && JSON.parse(row.value)
}

export async function writeState(db: IndexDb, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('index_state')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}
