import type { Db } from './database.ts'

/** Resolves once the database has answered. */
export async function answers(db: Db): Promise<void> {
  await db.selectFrom('setting').select('key').limit(1).execute()
}

/** The value stored under `key`; where there is none yet, `make()` is stored first. */
export async function settingOf(db: Db, key: string, make: () => string): Promise<string> {
  await db
    .insertInto('setting')
    .values({ key, value: make() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return row.value
}

export async function storedSetting(db: Db, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value
}
