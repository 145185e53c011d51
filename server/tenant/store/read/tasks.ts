import type { Selectable } from 'kysely'

import type { TaskStatus } from '../../../contract.ts'
import type { Db } from '../database.ts'
import type { TaskTable } from '../schema.ts'
import type { Columns } from './columns.ts'
import type { ListQuery, Page } from './page.ts'
import { inOrder, pageOfIds } from './rows.ts'
import { innerColumns, PENDING, taskFilter } from './task-filter.ts'

const choice = ['eq', 'in'] as const

/** What `/task-status` filters and sorts by (isc-facts §2.2). */
export const taskColumns: Columns = {
  id: { name: 'id', type: 'id', operators: choice },
  sourceId: { name: 'source_id', type: 'id', nullable: true, operators: choice },
  completionStatus: { name: 'completion_status', type: 'upper', nullable: true, operators: choice },
  type: { name: 'type', type: 'upper', operators: choice },
  created: { name: 'created', type: 'date', sortable: true },
}

/** What the newer `/task-status/v1` filters and sorts by. */
export const newerTaskColumns: Columns = {
  ...taskColumns,
  completionStatus: {
    name: 'completion_status',
    type: 'upper',
    nullable: true,
    operators: [...choice, 'isnull'],
  },
  launcher: { name: 'launcher', type: 'id', operators: choice },
}

/** The tasks that have ended: v2024 keeps the others in a list of their own. */
export const listTasks = (db: Db, query: ListQuery) => list(db, query, taskColumns, ENDED)

export const listPendingTasks = (db: Db, query: ListQuery) => list(db, query, taskColumns, PENDING)

/** All tasks, as the newer version lists them. */
export const listAllTasks = (db: Db, query: ListQuery) => list(db, query, newerTaskColumns)

const ENDED = 'state eq "ended"'

async function list(
  db: Db,
  query: ListQuery,
  columns: Columns,
  only?: string,
): Promise<Page<TaskStatus>> {
  const wanted = [only, taskFilter(query.filters, columns)].filter((part) => part !== undefined)
  const filters = wanted.map((part) => `(${part})`).join(' and ')
  const all = { ...columns, ...innerColumns }
  const { ids, total } = await pageOfIds(db, 'task', all, { ...query, filters })
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
