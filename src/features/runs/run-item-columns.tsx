import { createColumnHelper } from '@tanstack/react-table'

import { t } from '#lib/messages.ts'
import { runText } from '#lib/messages/runs.ts'
import { labelOf, oneLine } from '#lib/visible-text.ts'
import { MonoId, NoValue, RelativeTime } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { AccountName, IdentityName } from './plan-columns.tsx'
import { VerdictText } from './run-states.tsx'
import type { RunItem } from './types.ts'

const column = createColumnHelper<Features, RunItem>()
const text = runText.columns

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
export const runItemColumns = column.columns([
  column.accessor('name', {
    header: text.account,
    meta: { minWidth: 176 },
    cell: ({ row }) => <AccountName {...row.original} />,
  }),
  column.accessor('state', {
    header: text.verdict,
    meta: { width: 140 },
    cell: ({ getValue }) => <VerdictText state={getValue()} />,
  }),
  column.accessor('words', {
    header: text.words,
    meta: { minWidth: 240 },
    cell: ({ getValue }) => {
      const words = getValue()
      return words === null ? <NoValue /> : oneLine(words)
    },
  }),
  column.accessor('trackingId', {
    header: text.tracking,
    meta: { width: 130 },
    cell: ({ getValue }) => {
      const id = getValue()
      return id === null ? <NoValue /> : <MonoId value={id} what={t.trackingIdLower} />
    },
  }),
  column.accessor('sourceName', {
    header: text.source,
    meta: { width: 150 },
    cell: ({ row }) => labelOf(row.original.sourceName) ?? row.original.sourceId,
  }),
  column.accessor('nativeIdentity', {
    header: text.native,
    meta: { width: 160 },
    cell: ({ getValue }) => <MonoId value={getValue()} what={t.accounts.nativeIdentity} />,
  }),
  column.accessor('identityName', {
    header: text.identity,
    meta: { width: 150 },
    cell: ({ row }) => <IdentityName {...row.original} />,
  }),
  column.accessor('settledAt', {
    header: text.settled,
    meta: { width: 120 },
    cell: ({ getValue }) => <RelativeTime value={getValue()} />,
  }),
])
