import { createColumnHelper } from '@tanstack/react-table'

import { t } from '#lib/messages.ts'
import { runText } from '#lib/messages/runs.ts'
import { sentence } from '#lib/messages/sentences.ts'
import { labelOf, oneLine } from '#lib/visible-text.ts'
import { NoValue, RelativeTime, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { changeOf } from './change.ts'
import { runPath } from './links.ts'
import type { AuditEntry } from './types.ts'

/** The list knows its rows by a text. */
export type AuditRow = Omit<AuditEntry, 'id'> & { id: string }

const column = createColumnHelper<Features, AuditRow>()
const text = runText.audit

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
export const auditColumns = column.columns([
  column.accessor('at', {
    header: text.columns.at,
    meta: { width: 130 },
    cell: ({ getValue }) => <RelativeTime value={getValue()} />,
  }),
  column.accessor('operator', { header: text.columns.operator, meta: { width: 150 } }),
  column.accessor('event', {
    header: text.columns.event,
    meta: { width: 130 },
    cell: ({ getValue }) => text.events[getValue()],
  }),
  column.accessor('action', {
    header: text.columns.action,
    meta: { width: 130 },
    cell: ({ getValue }) => runText.actions[getValue()],
  }),
  column.accessor('accountName', {
    header: text.columns.account,
    meta: { minWidth: 200 },
    cell: ({ row: { original: entry } }) => <Subject {...entry} />,
  }),
  column.display({
    id: 'change',
    header: text.columns.change,
    meta: { minWidth: 180 },
    cell: ({ row }) => changeOf(row.original) ?? <NoValue />,
  }),
  column.accessor('words', {
    header: text.columns.words,
    meta: { minWidth: 220 },
    cell: ({ getValue }) => {
      const words = getValue()
      return words === null ? <NoValue /> : oneLine(sentence(words))
    },
  }),
  column.accessor('runNumber', {
    header: text.columns.run,
    meta: { width: 100 },
    cell: ({ row: { original: entry } }) => (
      <RowLink to={runPath(entry.runId)}>{runText.number(entry.runNumber)}</RowLink>
    ),
  }),
])

function Subject({ accountId, accountName, sourceName, count }: AuditRow) {
  if (accountId === null) return count === null ? <NoValue /> : text.of(count)
  const called = labelOf(accountName) ?? t.accounts.unnamed
  return (
    <>
      <RowLink to={`/accounts/${encodeURIComponent(accountId)}`}>{called}</RowLink>
      {sourceName && `, ${labelOf(sourceName) ?? sourceName}`}
    </>
  )
}
