import type { Db } from './database.ts'
import type { NotPersonRow } from './schema.ts'

/** What a source knows an account by. */
export type MarkKey = Pick<NotPersonRow, 'tenant' | 'source_id' | 'native_identity'>

/** The last one first. */
export async function marksOf(db: Db, tenant: string): Promise<NotPersonRow[]> {
  const rows = await db
    .selectFrom('not_person')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('marked_at', 'desc')
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({ ...row, marked_at: Number(row.marked_at) }))
}

/** Whoever marked it first stays who did. */
export async function insertMark(db: Db, row: NotPersonRow): Promise<void> {
  await db
    .insertInto('not_person')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteMark(db: Db, key: MarkKey): Promise<void> {
  await db
    .deleteFrom('not_person')
    .where('tenant', '=', key.tenant)
    .where('source_id', '=', key.source_id)
    .where('native_identity', '=', key.native_identity)
    .execute()
}
