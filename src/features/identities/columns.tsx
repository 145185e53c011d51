import { createColumnHelper } from '@tanstack/react-table'

import type { Identity } from '#api/client.ts'
import { identityText } from '#lib/messages/identities.ts'
import { NoValue, RelativeTime, RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { IdentityStatus } from './identity-status.tsx'

const column = createColumnHelper<Features, Identity>()
const text = identityText.columns

export const identityPath = (id: string) => `/identities/${encodeURIComponent(id)}`

/** One entry per column, in display order. At module scope, so no useMemo is needed. */
export const identityColumns = column.columns([
  column.accessor('name', {
    header: text.name,
    meta: { sort: 'name', minWidth: 180 },
    cell: ({ row, getValue }) => (
      <RowLink to={identityPath(row.original.id)}>{getValue() || row.original.id}</RowLink>
    ),
  }),
  column.accessor('alias', {
    header: text.alias,
    meta: { sort: 'alias', minWidth: 130 },
    cell: ({ getValue }) => getValue() ?? <NoValue />,
  }),
  column.accessor('emailAddress', {
    header: text.email,
    meta: { minWidth: 200 },
    cell: ({ getValue }) => getValue() ?? <NoValue />,
  }),
  column.accessor('lifecycleState', {
    header: text.lifecycle,
    meta: { width: 116 },
    cell: ({ getValue }) => getValue()?.stateName ?? <NoValue />,
  }),
  column.accessor('identityStatus', {
    header: text.status,
    meta: { sort: 'cloudStatus', width: 136 },
    cell: ({ getValue }) => <IdentityStatus status={getValue()} />,
  }),
  column.accessor('managerRef', {
    header: text.manager,
    meta: { minWidth: 130 },
    cell: ({ getValue }) => <ManagerLink manager={getValue()} />,
  }),
  column.display({
    id: 'department',
    header: text.department,
    meta: { minWidth: 130 },
    cell: ({ row }) => departmentOf(row.original) ?? <NoValue />,
  }),
  column.accessor('modified', {
    header: text.modified,
    meta: { width: 124 },
    cell: ({ getValue }) => <RelativeTime value={getValue()} />,
  }),
])

export function ManagerLink({ manager }: { manager: Identity['managerRef'] }) {
  if (!manager?.id) return <NoValue />
  return <RowLink to={identityPath(manager.id)}>{manager.name || manager.id}</RowLink>
}

/** An attribute that most identity profiles map, and none has to. */
function departmentOf({ attributes }: Identity): string | undefined {
  const department = attributes?.department
  return typeof department === 'string' && department !== '' ? department : undefined
}
