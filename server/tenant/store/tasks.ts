import type { Insertable, Selectable } from 'kysely'

import type { Db } from './database.ts'
import type { TaskTable } from './schema.ts'

export type TaskRow = Selectable<TaskTable>
export type NewTaskRow = Insertable<TaskTable>

/** SQLite takes 32,766 values in a statement; a row has up to 25. */
const BATCH = 500

export async function insertTasks(db: Db, rows: NewTaskRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await db
      .insertInto('task')
      .values(rows.slice(at, at + BATCH))
      .execute()
  }
}

export async function taskRow(db: Db, id: string): Promise<TaskRow | undefined> {
  return db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * The tasks that are due first. Those that are due in the same millisecond come in the order in which
 * they were stored, as a disabling before the enabling that followed it.
 */
export async function firstWaiting(db: Db, most: number): Promise<TaskRow[]> {
  return db
    .selectFrom('task')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .orderBy('seq')
    .limit(most)
    .execute()
}

/** Tasks that wait until an outside process has confirmed them, in the order they were stored. */
export async function heldTasks(db: Db, verificationId: string): Promise<TaskRow[]> {
  return db
    .selectFrom('task')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .where('state', '=', 'held')
    .orderBy('seq')
    .execute()
}

/** Lets a held task go its way, no earlier than at `now`. */
export async function releaseHeld(db: Db, task: TaskRow, now: number): Promise<void> {
  await db
    .updateTable('task')
    .set({
      state: 'waiting',
      due_at: Math.max(Number(task.due_at), now),
      progress: null,
      modified: new Date(now).toISOString(),
    })
    .where('id', '=', task.id)
    .where('state', '=', 'held')
    .execute()
}

/** An aggregation of the source that has not ended. */
export async function openAggregation(db: Db, sourceId: string): Promise<TaskRow | undefined> {
  return db
    .selectFrom('task')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('kind', '=', 'aggregate')
    .where('state', '!=', 'ended')
    .executeTakeFirst()
}

/** Takes a waiting task; false where somebody has ended it in the meantime. */
export async function claimTask(db: Db, id: string): Promise<boolean> {
  const launched = new Date().toISOString()
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set({ state: 'running', launched, modified: launched, progress: 'Started' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Changes a task that has not ended; false where it had. */
export async function updateOpenTask(db: Db, id: string, change: Partial<TaskRow>) {
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set({ modified: new Date().toISOString(), ...change })
    .where('id', '=', id)
    .where('state', '!=', 'ended')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Tasks that ran when the process ended start anew: what they had not committed is gone. With an id,
 * that task alone.
 */
export async function releaseRunning(db: Db, id?: string): Promise<void> {
  let statement = db.updateTable('task').set({ state: 'waiting' }).where('state', '=', 'running')
  if (id !== undefined) statement = statement.where('id', '=', id)
  await statement.execute()
}
