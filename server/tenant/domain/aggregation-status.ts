import type { AggregationStatus } from '../../contract.ts'
import type { Db } from '../store/database.ts'
import { taskRow, type TaskRow } from '../store/tasks.ts'

/** An aggregation can be asked for as long as this after its end. */
const KEPT_MS = 60 * 60 * 1000

/**
 * How far an aggregation is; undefined where the id is none's, or that of one that is long over. It
 * counts what was new, changed or gone, not all that was read. Nobody knows beforehand how many that
 * will be, so while it runs its total is what has been found up to now. No identities are counted:
 * this tenant needs no refresh of them afterwards.
 */
export async function aggregationStatus(
  db: Db,
  id: string,
  now: Date,
): Promise<AggregationStatus | undefined> {
  const task = await taskRow(db, id)
  if (task?.kind !== 'aggregate') return undefined
  if (task.completed && now.getTime() - Date.parse(task.completed) > KEPT_MS) return undefined
  const { created, updated, deleted, gone } = countsOf(task)
  return {
    start: task.launched,
    status: statusOf(task),
    totalAccounts: created + updated + gone,
    processedAccounts: created + updated + deleted,
    totalAccountsMarkedForDeletion: gone,
    deletedAccounts: deleted,
    totalIdentities: 0,
    processedIdentities: 0,
  }
}

function statusOf({ state, completion_status, attributes }: TaskRow) {
  // The first counters are there once the source has been read.
  if (state !== 'ended')
    return 'created' in JSON.parse(attributes) ? 'ACCOUNTS_COLLECTED' : 'STARTED'
  // Only somebody who patches the task gives it this end.
  if (completion_status === 'TERMINATED') return 'CANCELLED'
  return completion_status === 'SUCCESS' || completion_status === 'WARNING'
    ? 'COMPLETED'
    : 'TERMINATED'
}

function countsOf({ attributes }: TaskRow) {
  const stored: Record<string, unknown> = JSON.parse(attributes)
  const count = (name: string) => (typeof stored[name] === 'number' ? stored[name] : undefined)
  const deleted = count('deleted') ?? 0
  return {
    created: count('created') ?? 0,
    updated: count('updated') ?? 0,
    deleted,
    gone: count('gone') ?? deleted,
  }
}
