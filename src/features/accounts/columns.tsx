import { createColumnHelper } from '@tanstack/react-table'

import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { labelOf } from '#lib/visible-text.ts'
import { MonoId, NoValue, RelativeTime, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { AccountMenu } from './account-menu.tsx'
import { AccountStatus } from './account-status.tsx'
import { correlationOf, nameOf, sourceNameOf } from './name-of.ts'
import { passwordChanged } from './password-changed.ts'

import classes from './columns.module.css'

const text = t.accounts
const column = createColumnHelper<Features, Account>()

const source = column.accessor('sourceName', {
  header: text.columns.source,
  meta: { sort: 'source.displayableName', width: 144 },
  cell: ({ row }) => sourceNameOf(row.original),
})
const native = column.accessor('nativeIdentity', {
  header: text.columns.native,
  meta: { sort: 'nativeIdentity', width: 146 },
  cell: ({ getValue }) => <MonoId value={getValue()} what={text.nativeIdentity} />,
})
const status = column.display({
  id: 'status',
  header: text.columns.status,
  meta: { sort: 'status', width: 188 },
  cell: ({ row }) => <AccountStatus account={row.original} />,
})
const modified = column.accessor('modified', {
  header: text.columns.modified,
  meta: { sort: 'modified', width: 132 },
  cell: ({ getValue }) => <RelativeTime value={getValue()} />,
})
const password = column.display({
  id: 'password',
  header: text.columns.passwordChanged,
  meta: { sort: 'passwordChanged', width: 150 },
  cell: ({ row }) => <RelativeTime value={passwordChanged(row.original)} />,
})
const menu = column.display({
  id: 'menu',
  header: () => null,
  meta: { width: 48, hiddenHeader: text.columns.actions, isPinned: true },
  cell: ({ row }) => (
    <span className={classes.menu}>
      <AccountMenu account={row.original} />
    </span>
  ),
})

/** What the lists of an identity's accounts show as well. */
export const sharedColumns = { status, source, native, modified, password, menu }

/** The columns of `/accounts`, in display order. At module scope, so no useMemo is needed. */
export const accountColumns = column.columns([
  column.accessor('name', {
    header: text.columns.account,
    meta: { sort: 'name', minWidth: 176 },
    cell: ({ row }) => (
      <RowLink to={`/accounts/${encodeURIComponent(row.original.id)}`} keepSearch>
        {nameOf(row.original)}
      </RowLink>
    ),
  }),
  status,
  source,
  native,
  column.display({
    id: 'identity',
    header: text.columns.identity,
    meta: { sort: 'identity.name', width: 144 },
    cell: ({ row }) => <IdentityLink account={row.original} />,
  }),
  column.accessor('cloudLifecycleState', {
    header: text.columns.lifecycle,
    meta: { sort: 'cloudLifecycleState', width: 126 },
    cell: ({ getValue }) => labelOf(getValue()) ?? <NoValue label={t.none} />,
  }),
  column.accessor('hasEntitlements', {
    header: text.columns.entitlements,
    meta: { sort: 'hasEntitlements', width: 118 },
    cell: ({ getValue }) => (getValue() ? t.yes : t.no),
  }),
  modified,
  password,
  column.accessor('manuallyCorrelated', {
    header: text.columns.correlated,
    meta: { sort: 'identity.correlated', width: 118 },
    cell: ({ row }) => correlationOf(row.original),
  }),
  column.accessor('isMachine', {
    header: text.columns.type,
    meta: { sort: 'type', width: 92 },
    cell: ({ getValue }) => (getValue() ? text.types.machine : text.types.human),
  }),
  column.accessor('created', {
    header: text.columns.created,
    meta: { sort: 'created', width: 118 },
    cell: ({ getValue }) => <RelativeTime value={getValue()} />,
  }),
  menu,
])

export function IdentityLink({
  account: { identityId, identity, uncorrelated },
}: {
  account: Account
}) {
  if (uncorrelated || !identityId) return <NoValue label={text.correlation.uncorrelated} />
  return (
    <RowLink to={`/identities/${encodeURIComponent(identityId)}`}>
      {labelOf(identity?.name) ?? identityId}
    </RowLink>
  )
}
