import { createColumnHelper } from '@tanstack/react-table'

import { exactTime, parseTime } from '#lib/dates.ts'
import { runText as text } from '#lib/messages/runs.ts'
import { sentence } from '#lib/messages/sentences.ts'
import { RelativeTime, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { runPath } from './links.ts'
import { isOver, nameOf, settledOf, sizeOf } from './run-numbers.ts'
import { RunStateText } from './run-states.tsx'
import type { Run } from './types.ts'

const column = createColumnHelper<Features, Run>()

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
export const runColumns = column.columns([
  column.display({
    id: 'name',
    header: text.columns.run,
    meta: { minWidth: 220 },
    cell: ({ row: { original: run } }) => <RowLink to={runPath(run.id)}>{nameOf(run)}</RowLink>,
  }),
  column.accessor('state', {
    header: text.columns.state,
    meta: { width: 130 },
    cell: ({ row }) => <RunStateText run={row.original} />,
  }),
  column.accessor('counts', {
    header: text.columns.progress,
    meta: { minWidth: 200 },
    cell: ({ row }) => progressOf(row.original),
  }),
  column.accessor('operator', { header: text.columns.operator, meta: { width: 160 } }),
  column.accessor('createdAt', {
    header: text.columns.created,
    meta: { width: 130 },
    cell: ({ row: { original: run } }) => <RelativeTime value={run.startedAt ?? run.createdAt} />,
  }),
  column.accessor('endedAt', {
    header: text.columns.ended,
    meta: { width: 130 },
    cell: ({ getValue }) => <RelativeTime value={getValue()} />,
  }),
])

/** Short, and with what went wrong: that is what a list of runs is read for. */
function progressOf(run: Run): string {
  const { counts, state, reason } = run
  const start = state === 'scheduled' ? parseTime(run.startAt) : undefined
  if (start) return text.starts(exactTime(start))
  const wrong = counts.failed + counts.notConfirmed
  const parts = [
    text.progress(settledOf(run), sizeOf(run)),
    ...(wrong > 0 ? [text.failedCount(wrong)] : []),
    ...(reason !== null && !isOver(run) ? [sentence(reason)] : []),
  ]
  return parts.join(', ')
}
