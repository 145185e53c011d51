import type { Operation } from 'rfc6902'

import type { Db } from '../store/database.ts'
import { taskRow, updateOpenTask } from '../store/tasks.ts'
import { invalid, notFound } from './errors.ts'
import { patched } from './json-patch.ts'

const statuses = ['SUCCESS', 'WARNING', 'ERROR', 'TERMINATED', 'TEMPERROR']
const paths = ['/completionStatus', '/completed']

/** Ends a task that is stuck. What it was doing is not written any more. */
export async function patchTask(db: Db, id: string, operations: Operation[]): Promise<void> {
  const task = await taskRow(db, id)
  if (!task) throw notFound('task', id)
  const before = { completionStatus: task.completion_status, completed: task.completed }
  const after = patched(before, operations, 'task', (pointer) => paths.includes(pointer))
  const { completionStatus, completed } = after
  if (typeof completionStatus !== 'string' || !statuses.includes(completionStatus)) {
    throw invalid(`/completionStatus has to be one of ${statuses.join(', ')}.`)
  }
  const ended = await updateOpenTask(db, id, {
    state: 'ended',
    completion_status: completionStatus,
    completed: timeOf(completed),
    progress: null,
    percent_complete: 100,
  })
  if (!ended) throw invalid('The task has ended already.')
}

function timeOf(value: unknown): string {
  if (value === null || value === undefined) return new Date().toISOString()
  const time = typeof value === 'string' ? Date.parse(value) : NaN
  if (Number.isNaN(time)) throw invalid('/completed has to be a date as in RFC 3339.')
  return new Date(time).toISOString()
}
