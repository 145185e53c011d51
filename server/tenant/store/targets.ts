import type { Db } from './database.ts'
import type { TargetAccountTable } from './schema.ts'

export type TargetRow = TargetAccountTable

export async function targetRow(db: Db, sourceId: string, nativeIdentity: string) {
  return db
    .selectFrom('target_account')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('native_identity', '=', nativeIdentity)
    .executeTakeFirst()
}

export async function updateTarget(db: Db, target: TargetRow, change: Partial<TargetRow>) {
  await db
    .updateTable('target_account')
    .set(change)
    .where('source_id', '=', target.source_id)
    .where('native_identity', '=', target.native_identity)
    .execute()
}

export async function putTarget(db: Db, row: TargetRow): Promise<void> {
  await db
    .insertInto('target_account')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['source_id', 'native_identity'])
        .doUpdateSet({ attributes: row.attributes }),
    )
    .execute()
}

export async function insertTargets(db: Db, rows: TargetRow[]): Promise<void> {
  await db.insertInto('target_account').values(rows).execute()
}

/** One page of what stands on the system behind a source, after the native identity `after`. */
export async function targetsAfter(db: Db, sourceId: string, after: string, limit: number) {
  return db
    .selectFrom('target_account')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('native_identity', '>', after)
    .orderBy('native_identity')
    .limit(limit)
    .execute()
}

export async function countTargets(db: Db, sourceId: string): Promise<number> {
  const { count } = await db
    .selectFrom('target_account')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Uploaded rows wait under the id of the upload until the whole file has been checked. */
const STAGED = 'upload:'

export const stagingId = (uploadId: string) => `${STAGED}${uploadId}`

/** Makes the staged rows the content of the source. */
export async function replaceTargets(db: Db, sourceId: string, staged: string): Promise<void> {
  await db.deleteFrom('target_account').where('source_id', '=', sourceId).execute()
  await db
    .updateTable('target_account')
    .set({ source_id: sourceId })
    .where('source_id', '=', staged)
    .execute()
}

export async function dropStaged(db: Db, staged: string): Promise<void> {
  await db.deleteFrom('target_account').where('source_id', '=', staged).execute()
}

/** What uploads left behind that were cut off with the process. */
export async function dropAllStaged(db: Db): Promise<void> {
  await db.deleteFrom('target_account').where('source_id', 'like', `${STAGED}%`).execute()
}
