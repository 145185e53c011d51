import { createColumnHelper } from '@tanstack/react-table'

import { t } from '#lib/messages.ts'
import { runText } from '#lib/messages/runs.ts'
import { sentence } from '#lib/messages/sentences.ts'
import { oneLine } from '#lib/visible-text.ts'
import { MonoId, NoValue, RelativeTime } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { accountColumns } from './account-columns.tsx'
import { changeOf } from './change.ts'
import { givesAway } from './run-numbers.ts'
import { VerdictText } from './run-states.tsx'
import type { RunAction, RunItem } from './types.ts'

const column = createColumnHelper<Features, RunItem>()
const { name, source, native, identity, newOwner } = accountColumns<RunItem>()
const text = runText.columns

/** At module scope, so no useMemo is needed. */
const usual = column.columns([
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
      return words === null ? <NoValue /> : oneLine(sentence(words))
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
  source,
  native,
])
const settledAt = column.columns([
  column.accessor('settledAt', {
    header: text.settled,
    meta: { width: 120 },
    cell: ({ getValue }) => <RelativeTime value={getValue()} />,
  }),
])

const usualColumns = [name, ...usual, identity, ...settledAt]
const ownerColumns = [name, identity, newOwner, ...usual, ...settledAt]
const editColumns = [
  name,
  ...column.columns([
    column.display({
      id: 'change',
      header: text.change,
      meta: { minWidth: 400 },
      cell: ({ row: { original: item } }) =>
        changeOf({ ...item, event: item.state === 'done' ? 'done' : 'failed' }) ?? <NoValue />,
    }),
  ]),
  ...usual,
  identity,
  ...settledAt,
]

/** What has to be seen of the accounts of a run. */
export function runItemColumns(action: RunAction) {
  if (action === 'edit') return editColumns
  return givesAway(action) ? ownerColumns : usualColumns
}
