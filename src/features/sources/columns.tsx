import { createColumnHelper } from '@tanstack/react-table'

import type { TaskStatus } from '#api/client.ts'
import { stateOf } from '#api/task.ts'
import { t } from '#lib/messages.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { labelOf } from '#lib/visible-text.ts'
import { NoValue, RelativeTime, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'
import { TaskStateText } from '#ui/task-state.tsx'

import { AccountsNumber } from './accounts-number.tsx'
import { Health } from './health.tsx'
import { sourcePath } from './links.ts'
import { typeOf, type ListedSource } from './search.ts'

import classes from './columns.module.css'

const column = createColumnHelper<Features, ListedSource>()
const text = sourceText.columns

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
export const sourceColumns = column.columns([
  column.accessor('name', {
    header: text.name,
    meta: { sort: 'name', minWidth: 170 },
    cell: ({ row }) => (
      <RowLink to={sourcePath(row.original.id)}>{sourceName(row.original)}</RowLink>
    ),
  }),
  column.display({
    id: 'type',
    header: text.type,
    meta: { sort: 'type', minWidth: 150 },
    cell: ({ row }) => labelOf(typeOf(row.original)) ?? <NoValue />,
  }),
  column.accessor('healthy', {
    header: text.health,
    meta: { sort: 'health', width: 116 },
    cell: ({ row }) => <Health source={row.original} />,
  }),
  column.accessor('owner', {
    header: text.owner,
    meta: { sort: 'owner', minWidth: 120 },
    cell: ({ getValue }) => <OwnerLink owner={getValue()} />,
  }),
  column.accessor('authoritative', {
    header: text.authoritative,
    meta: { sort: 'authoritative', width: 120 },
    cell: ({ getValue }) => (getValue() ? t.yes : <NoValue label={t.no} />),
  }),
  column.accessor('accounts', {
    header: text.accounts,
    meta: { sort: 'accounts', width: 100, align: 'right' },
    cell: ({ row: { original } }) => (
      <AccountsNumber
        what={text.accounts}
        source={sourceName(original)}
        count={original.accounts}
        isPartial={original.isPartial}
        who={{ source: [original.id] }}
        isInRow
      />
    ),
  }),
  column.accessor('uncorrelated', {
    header: text.uncorrelated,
    meta: { sort: 'uncorrelated', width: 116, align: 'right' },
    cell: ({ row: { original } }) => (
      <AccountsNumber
        what={text.uncorrelated}
        source={sourceName(original)}
        count={original.uncorrelated}
        isPartial={original.isPartial}
        who={{ source: [original.id], correlated: ['no'] }}
        isInRow
      />
    ),
  }),
  column.accessor('aggregation', {
    header: text.aggregated,
    meta: { sort: 'aggregated', minWidth: 216 },
    cell: ({ getValue }) => <LastAggregation task={getValue()} />,
  }),
])

export const sourceName = ({ name, id }: { name: string; id: string }): string =>
  labelOf(name) ?? id

export function OwnerLink({ owner }: { owner: ListedSource['owner'] }) {
  if (!owner?.id) return <NoValue />
  const to = `/identities/${encodeURIComponent(owner.id)}`
  return <RowLink to={to}>{labelOf(owner.name) ?? owner.id}</RowLink>
}

/** Null where none is known: whoever asks for "never" must not be told so by a short memory. */
function LastAggregation({ task }: { task: TaskStatus | null | undefined }) {
  if (!task) return <NoValue label={t.unknown} />
  return (
    <span className={classes.aggregation}>
      <TaskStateText state={stateOf(task)} />
      <RelativeTime value={task.completed ?? task.launched ?? task.created} />
    </span>
  )
}
