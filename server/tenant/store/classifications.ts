import type { Db } from './database.ts'

/** Whether somebody has classified the account by hand. */
export async function isClassifiedByHand(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('manual_classification')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

export async function setClassifiedByHand(db: Db, accountId: string, byHand: boolean) {
  await db.deleteFrom('manual_classification').where('account_id', '=', accountId).execute()
  if (!byHand) return
  await db.insertInto('manual_classification').values({ account_id: accountId }).execute()
}
