import { createColumnHelper } from '@tanstack/react-table'

import { t } from '#lib/messages.ts'
import { runText } from '#lib/messages/runs.ts'
import { labelOf } from '#lib/visible-text.ts'
import { MonoId, NoValue, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import type { PlanItem, RunItem } from './types.ts'

type Item = Pick<
  RunItem,
  'name' | 'nativeIdentity' | 'sourceId' | 'sourceName' | 'identityId' | 'identityName' | 'target'
> &
  Pick<PlanItem, 'accountId'> & { line?: PlanItem['line'] }

const text = runText.columns

/** What the lists of a plan and of a run both show of an account. */
export function accountColumns<Row extends Item>() {
  const column = createColumnHelper<Features, Row>()
  return {
    name: column.display({
      id: 'name',
      header: text.account,
      meta: { minWidth: 176 },
      cell: ({ row }) => <AccountName {...row.original} />,
    }),
    source: column.display({
      id: 'source',
      header: text.source,
      meta: { width: 150 },
      cell: ({ row }) => labelOf(row.original.sourceName) ?? row.original.sourceId,
    }),
    native: column.display({
      id: 'native',
      header: text.native,
      meta: { width: 160 },
      cell: ({ row }) => (
        <MonoId value={row.original.nativeIdentity} what={t.accounts.nativeIdentity} />
      ),
    }),
    identity: column.display({
      id: 'identity',
      header: text.identity,
      meta: { width: 150 },
      cell: ({ row }) => <IdentityName {...row.original} />,
    }),
    newOwner: column.display({
      id: 'newOwner',
      header: text.newOwner,
      meta: { width: 150 },
      cell: ({ row: { original } }) =>
        original.target ? <IdentityName {...original.target} /> : <NoValue />,
    }),
  }
}

function AccountName({ accountId, name, line = null }: Item) {
  const called = labelOf(name) ?? t.accounts.unnamed
  if (accountId !== null) {
    return <RowLink to={`/accounts/${encodeURIComponent(accountId)}`}>{called}</RowLink>
  }
  return line === null ? called : `${called} (${runText.plan.of(line)})`
}

function IdentityName({ identityId, identityName }: Pick<Item, 'identityId' | 'identityName'>) {
  if (identityId === null) return <NoValue label={t.accounts.correlation.uncorrelated} />
  return (
    <RowLink to={`/identities/${encodeURIComponent(identityId)}`}>
      {labelOf(identityName) ?? identityId}
    </RowLink>
  )
}
