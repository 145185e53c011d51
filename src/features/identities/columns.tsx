import { createColumnHelper } from '@tanstack/react-table'

import type { Identity } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { identityText } from '#lib/messages/identities.ts'
import { formatCount } from '#lib/numbers.ts'
import { labelOf } from '#lib/visible-text.ts'
import { NoValue, RelativeTime, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { IdentityStatus } from './identity-status.tsx'
import { nameOf } from './name-of.ts'
import type { ListedIdentity } from './queries.ts'

const column = createColumnHelper<Features, ListedIdentity>()
const text = identityText.columns

export const identityPath = (id: string) => `/identities/${encodeURIComponent(id)}`

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
export const identityColumns = column.columns([
  column.accessor('name', {
    header: text.name,
    meta: { sort: 'name', minWidth: 160 },
    cell: ({ row }) => <RowLink to={identityPath(row.original.id)}>{nameOf(row.original)}</RowLink>,
  }),
  column.accessor('alias', {
    header: text.alias,
    meta: { sort: 'alias', minWidth: 120 },
    cell: ({ getValue }) => labelOf(getValue()) ?? <NoValue />,
  }),
  column.accessor('emailAddress', {
    header: text.email,
    meta: { sort: 'email', minWidth: 180 },
    cell: ({ getValue }) => labelOf(getValue()) ?? <NoValue />,
  }),
  column.accessor('lifecycleState', {
    header: text.lifecycle,
    meta: { sort: 'lifecycleState', width: 128 },
    cell: ({ getValue }) => labelOf(getValue()?.stateName) ?? <NoValue />,
  }),
  column.accessor('identityStatus', {
    header: text.status,
    meta: { sort: 'cloudStatus', width: 136 },
    cell: ({ getValue }) => <IdentityStatus status={getValue()} />,
  }),
  column.accessor('accounts', {
    header: text.accounts,
    meta: { width: 88, align: 'right' },
    cell: ({ getValue }) => {
      const count = getValue()
      return typeof count === 'number' ? formatCount(count) : <NoValue label={t.unknown} />
    },
  }),
  column.accessor('managerRef', {
    header: text.manager,
    meta: { minWidth: 116 },
    cell: ({ getValue }) => <ManagerLink manager={getValue()} />,
  }),
  column.display({
    id: 'department',
    header: text.department,
    meta: { minWidth: 116 },
    cell: ({ row }) => departmentOf(row.original) ?? <NoValue />,
  }),
  column.accessor('modified', {
    header: text.modified,
    meta: { sort: 'modified', width: 124 },
    cell: ({ getValue }) => <RelativeTime value={getValue()} />,
  }),
])

export function ManagerLink({ manager }: { manager: Identity['managerRef'] }) {
  if (!manager?.id) return <NoValue />
  return <RowLink to={identityPath(manager.id)}>{labelOf(manager.name) ?? manager.id}</RowLink>
}

/** An attribute that most identity profiles map, and none has to. */
function departmentOf({ attributes }: Identity): string | undefined {
  const department = attributes?.department
  return typeof department === 'string' ? labelOf(department) : undefined
}
