import { createColumnHelper } from '@tanstack/react-table'

import type { TaskStatus } from '#api/client.ts'
import { isEnded, messagesOf, stateOf } from '#api/task.ts'
import { durationBetween, formatDuration } from '#lib/duration.ts'
import { taskText } from '#lib/messages/tasks.ts'
import { labelOf, oneLine } from '#lib/visible-text.ts'
import { NoValue, RelativeTime, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'
import { TaskStateText } from '#ui/task-state.tsx'

import { taskPath } from './links.ts'
import { nameOf, targetOf } from './names.ts'

const column = createColumnHelper<Features, TaskStatus>()
const text = taskText.columns

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
export const taskColumns = column.columns([
  column.accessor('uniqueName', {
    header: text.name,
    meta: { minWidth: 210 },
    cell: ({ row }) => (
      <RowLink to={taskPath(row.original.id)} keepSearch>
        {nameOf(row.original)}
      </RowLink>
    ),
  }),
  column.accessor('completionStatus', {
    header: text.state,
    meta: { width: 204 },
    cell: ({ row }) => <TaskStateText state={stateOf(row.original)} />,
  }),
  column.accessor('target', {
    header: text.target,
    meta: { minWidth: 130 },
    cell: ({ row }) => <TargetLink task={row.original} />,
  }),
  column.accessor('launcher', {
    header: text.launcher,
    meta: { minWidth: 110 },
    cell: ({ getValue }) => labelOf(getValue()) ?? <NoValue />,
  }),
  column.accessor('created', {
    header: text.started,
    meta: { width: 124 },
    cell: ({ row }) => <RelativeTime value={row.original.launched ?? row.original.created} />,
  }),
  column.display({
    id: 'duration',
    header: text.duration,
    meta: { width: 84, align: 'right' },
    cell: ({ row }) => <Duration task={row.original} />,
  }),
  column.accessor('messages', {
    header: text.message,
    meta: { minWidth: 240 },
    cell: ({ row }) => <FirstMessage task={row.original} />,
  }),
])

export function TargetLink({ task }: { task: TaskStatus }) {
  const target = targetOf(task)
  if (!target) return <NoValue />
  return target.to ? <RowLink to={target.to}>{target.name}</RowLink> : target.name
}

function Duration({ task }: { task: TaskStatus }) {
  const { launched, completed } = task
  // Of one that runs, the list would be wrong a second later: its panel counts.
  const ms = isEnded(task) ? durationBetween(launched, completed) : undefined
  return ms === undefined ? <NoValue /> : formatDuration(ms)
}

/** The worst of them; while it runs, how far it is. */
function FirstMessage({ task }: { task: TaskStatus }) {
  const [first, ...others] = messagesOf(task.messages)
  const progress = isEnded(task) ? undefined : labelOf(task.progress)
  if (!first) return progress ?? <NoValue />
  return (
    <>
      {oneLine(first.text)}
      {others.length > 0 && ` ${taskText.more(others.length)}`}
    </>
  )
}
