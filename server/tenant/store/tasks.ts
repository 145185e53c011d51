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
 * The task that is due first. Of those that are due in the same millisecond, the index gives the one
 * that was stored first, as a disabling before the enabling that followed it.
 */
export async function nextWaiting(db: Db): Promise<TaskRow | undefined> {
  return db
    .selectFrom('task')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
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

/** Tasks that ran when the process ended start anew: what they had not committed is gone. */
export async function releaseRunning(db: Db): Promise<void> {
  await db.updateTable('task').set({ state: 'waiting' }).where('state', '=', 'running').execute()
}
