import { createColumnHelper } from '@tanstack/react-table'

import { t } from '#lib/messages.ts'
import { runText } from '#lib/messages/runs.ts'
import { labelOf } from '#lib/visible-text.ts'
import { MonoId, NoValue, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { GroupText } from './run-states.tsx'
import type { PlanItem } from './types.ts'

const column = createColumnHelper<Features, PlanItem>()
const text = runText.columns

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
export const planColumns = column.columns([
  column.accessor('name', {
    header: text.account,
    meta: { minWidth: 176 },
    cell: ({ row }) => <AccountName {...row.original} />,
  }),
  column.accessor('group', {
    header: text.group,
    meta: { width: 140 },
    cell: ({ getValue }) => <GroupText group={getValue()} />,
  }),
  column.accessor('reason', {
    header: text.reason,
    meta: { minWidth: 220 },
    cell: ({ getValue }) => getValue()?.text ?? <NoValue />,
  }),
  column.display({
    id: 'now',
    header: text.now,
    meta: { width: 130 },
    cell: ({ row }) => stateNow(row.original),
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
])

type Named = { accountId: string | null; name: string; line?: number | null }

export function AccountName({ accountId, name, line = null }: Named) {
  const called = labelOf(name) ?? t.accounts.unnamed
  if (accountId) {
    return <RowLink to={`/accounts/${encodeURIComponent(accountId)}`}>{called}</RowLink>
  }
  return line === null ? called : `${called} (${runText.plan.of(line)})`
}

type Owned = { identityId: string | null; identityName: string | null }

export function IdentityName({ identityId, identityName }: Owned) {
  if (!identityId) return <NoValue label={t.accounts.correlation.uncorrelated} />
  return (
    <RowLink to={`/identities/${encodeURIComponent(identityId)}`}>
      {labelOf(identityName) ?? identityId}
    </RowLink>
  )
}

function stateNow({ accountId, disabled, locked }: PlanItem) {
  if (!accountId) return <NoValue />
  const words = runText.plan.now
  const state = disabled ? words.disabled : words.enabled
  return locked ? `${state}, ${words.locked}` : state
}
