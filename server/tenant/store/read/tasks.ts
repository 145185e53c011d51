import type { Selectable } from 'kysely'

import type { TaskStatus } from '../../../contract.ts'
import type { Db } from '../database.ts'
import type { TaskTable } from '../schema.ts'
import type { Columns } from './columns.ts'
import type { ListQuery, Page } from './page.ts'
import { inOrder, pageOfIds } from './rows.ts'

const choice = ['eq', 'in'] as const

/** What `/task-status` filters and sorts by (isc-facts §2.2). */
export const taskColumns: Columns = {
  id: { name: 'id', type: 'id', operators: choice },
  sourceId: { name: 'source_id', type: 'id', nullable: true, operators: choice },
  completionStatus: { name: 'completion_status', type: 'upper', nullable: true, operators: choice },
  type: { name: 'type', type: 'upper', operators: choice },
  created: { name: 'created', type: 'date', sortable: true },
}

/** The tasks that have ended: v2024 keeps the others in a list of their own. */
export async function listTasks(db: Db, query: ListQuery): Promise<Page<TaskStatus>> {
  const { ids, total } = await pageOfIds(db, 'task', taskColumns, query, [
    { column: 'state', value: 'ended' },
  ])
  const rows = ids.length
    ? await db.selectFrom('task').selectAll().where('id', 'in', ids).execute()
    : []
  return { items: inOrder(ids, rows).map(toTask), total }
}

export async function findTask(db: Db, id: string): Promise<TaskStatus | undefined> {
  const row = await db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toTask(row)
}

type TaskRow = Selectable<TaskTable>

function toTask(row: TaskRow): TaskStatus {
  return {
    id: row.id,
    // The columns hold the contract's values alone.
    type: row.type as TaskStatus['type'],
    uniqueName: row.unique_name,
    description: row.description,
    parentName: row.parent_name,
    launcher: row.launcher,
    target: row.target_id
      ? {
          id: row.target_id,
          type: row.target_type as NonNullable<TaskStatus['target']>['type'],
          name: row.target_name ?? '',
        }
      : null,
    created: row.created,
    modified: row.modified,
    launched: row.launched,
    completed: row.completed,
    completionStatus: row.completion_status as TaskStatus['completionStatus'],
    messages: JSON.parse(row.messages),
    returns: JSON.parse(row.returns),
    attributes: JSON.parse(row.attributes),
    progress: row.progress,
    percentComplete: row.percent_complete,
  }
}
