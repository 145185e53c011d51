import { endOfPrefix } from '../../lib/filter/prefix.ts'
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

type State = Partial<Pick<TargetRow, 'disabled' | 'locked'>>

/** Of an account that is there, the attributes change and what `state` names. */
export async function putTarget(db: Db, row: TargetRow, state: State = {}): Promise<void> {
  await db
    .insertInto('target_account')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['source_id', 'native_identity'])
        .doUpdateSet({ attributes: row.attributes, ...state }),
    )
    .execute()
}

export async function insertTargets(db: Db, rows: TargetRow[]): Promise<void> {
  await db.insertInto('target_account').values(rows).execute()
}

export async function deleteTarget(db: Db, { source_id, native_identity }: TargetRow) {
  await db
    .deleteFrom('target_account')
    .where('source_id', '=', source_id)
    .where('native_identity', '=', native_identity)
    .execute()
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

/** The same as `insertTargets`; a row that is there already is replaced. */
export async function stageTargets(db: Db, rows: TargetRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('target_account')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'native_identity']).doUpdateSet((e) => ({
        disabled: e.ref('excluded.disabled'),
        locked: e.ref('excluded.locked'),
        attributes: e.ref('excluded.attributes'),
      })),
    )
    .execute()
}

/** Rows of a file, or of a directory, wait under an id of their own until all of them are there. */
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

/** What uploads and readings left behind that were cut off with the process. */
export async function dropAllStaged(db: Db): Promise<void> {
  await db
    .deleteFrom('target_account')
    .where('source_id', '>=', STAGED)
    .where('source_id', '<', endOfPrefix(STAGED) ?? '')
    .execute()
}
