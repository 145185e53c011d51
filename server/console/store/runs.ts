import type { Db } from './database.ts'
import type { RunRow, RunTable } from './schema.ts'

export const PLAN = 'plan'

export async function insertRun(db: Db, row: RunTable): Promise<void> {
  await db.insertInto('run').values(row).execute()
}

export function findRun(db: Db, tenant: string, id: string): Promise<RunRow | undefined> {
  return db
    .selectFrom('run')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The newest first; plans are none. */
export async function listRuns(
  db: Db,
  tenant: string,
  { states, limit, offset }: { states: string[]; limit: number; offset: number },
): Promise<{ rows: RunRow[]; total: number }> {
  let query = db.selectFrom('run').where('tenant', '=', tenant).where('state', '!=', PLAN)
  if (states.length > 0) query = query.where('state', 'in', states)
  const rows = await query
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** In the order in which they were confirmed. */
export function runsIn(db: Db, tenant: string, states: string[]): Promise<RunRow[]> {
  return db
    .selectFrom('run')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('state', 'in', states)
    .orderBy('number')
    .execute()
}

export async function nextNumber(db: Db, tenant: string): Promise<number> {
  const { last } = await db
    .selectFrom('run')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

/** Whether it was in one of the states that are left. */
export async function changeRun(
  db: Db,
  id: string,
  from: readonly string[],
  change: Partial<RunTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('run')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function countCalls(db: Db, id: string, calls: number): Promise<void> {
  await db
    .updateTable('run')
    .set((e) => ({ calls: e('calls', '+', calls) }))
    .where('id', '=', id)
    .execute()
}

/** Forgets a plan that nobody will confirm. */
export async function deletePlan(db: Db, id: string): Promise<void> {
  const run = db.deleteFrom('run').where('state', '=', PLAN).where('id', '=', id)
  const { numDeletedRows } = await run.executeTakeFirst()
  if (numDeletedRows > 0n) await db.deleteFrom('run_item').where('run_id', '=', id).execute()
}

/** Forgets plans that nobody has confirmed. */
export async function deletePlans(db: Db, before: number): Promise<void> {
  const old = db
    .selectFrom('run')
    .select('id')
    .where('state', '=', PLAN)
    .where('created', '<', before)
  await db.deleteFrom('run_item').where('run_id', 'in', old).execute()
  await db.deleteFrom('run').where('state', '=', PLAN).where('created', '<', before).execute()
}
