import type { Account } from '#api/client.ts'
import { ColumnsButton } from '#ui/columns-button.tsx'
import type { ColumnChoice } from '#ui/use-columns.ts'
import type { WindowedRows } from '#ui/use-windowed-rows.ts'

import { CountsButton } from './counts-button.tsx'
import { ExportButton } from './export-button.tsx'
import type { AccountList, AccountSearch } from './search.ts'

type Props = {
  list: AccountList
  columns: ColumnChoice
  accounts: WindowedRows<Account>
  counts: { hasPanel: boolean; isShown: boolean; onShow: (isShown: boolean) => void }
  search: AccountSearch
  onChange: (change: Partial<AccountSearch>) => void
}

/** What can be done with the list as a whole. */
export function ListActions({ list, columns, accounts, counts, search, onChange }: Props) {
  const { count, isPartial } = accounts
  return (
    <>
      <CountsButton {...counts} search={search} onChange={onChange} />
      <ColumnsButton choice={columns} />
      <ExportButton list={list} shown={columns.shown} count={isPartial ? undefined : count} />
    </>
  )
}
