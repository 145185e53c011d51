import { createColumnHelper } from '@tanstack/react-table'

import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { RowLink } from '#ui/cells.tsx'
import type { Features } from '#ui/table-features.ts'

import { sharedColumns as shared } from './columns.tsx'
import { EntitlementCount } from './entitlement-count.tsx'
import { nameOf } from './name-of.ts'

const text = t.accounts
const column = createColumnHelper<Features, Account>()

/** The columns of an identity's *Accounts* tab. Few rows, so the list does not sort. */
export const identityAccountColumns = column.columns([
  column.accessor('name', {
    header: text.columns.account,
    meta: { minWidth: 190 },
    cell: ({ row }) => (
      <RowLink to={identityAccountPath(row.original)} keepSearch>
        {nameOf(row.original)}
      </RowLink>
    ),
  }),
  shared.status,
  shared.source,
  shared.native,
  column.display({
    id: 'entitlements',
    header: text.columns.entitlements,
    meta: { width: 104 },
    cell: ({ row }) => <EntitlementCount account={row.original} />,
  }),
  shared.modified,
  shared.password,
  shared.menu,
])

export const identityAccountPath = ({ id, identityId }: Account) =>
  `/identities/${encodeURIComponent(identityId ?? '')}/accounts/${encodeURIComponent(id)}`
