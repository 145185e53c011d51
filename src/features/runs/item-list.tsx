import type { ColumnDef, RowData } from '@tanstack/react-table'

import { explain } from '#api/explain.ts'
import { runText as text } from '#lib/messages/runs.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Toolbar } from '#ui/list-layout.tsx'
import { ListWithoutRows } from '#ui/list-tools.tsx'
import { SearchInput } from '#ui/search-input.tsx'
import type { Features } from '#ui/table-features.ts'
import type { WindowedRows } from '#ui/use-windowed-rows.ts'

import type { ItemSearch } from './item-search.ts'

type Props<Item extends RowData> = {
  label: string
  /** At module scope, so that they are the same object on every render. */
  columns: ColumnDef<Features, Item, unknown>[]
  items: WindowedRows<Item>
  search: ItemSearch
  onChange: (change: Partial<ItemSearch>, options?: { replace?: boolean }) => void
}

/** The accounts of a plan or of a run, and the box that searches them. */
export function ItemList<Item extends RowData & { id: string; name: string }>(props: Props<Item>) {
  const { label, columns, items, search, onChange } = props
  const { rows, isFirstLoad, isPrevious, error } = items
  return (
    <>
      <Toolbar>
        <SearchInput
          label={text.search}
          value={search.q}
          onSearch={(q) => onChange({ q, at: 0 }, { replace: true })}
        />
      </Toolbar>
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        rowName={({ name }) => name}
        firstRow={search.at}
        onFirstRow={(at) => onChange({ at }, { replace: true })}
        isFirstLoad={isFirstLoad}
        isPrevious={isPrevious}
        empty={
          <ListWithoutRows
            problem={error && explain(error)}
            onRetry={items.refresh}
            search={{ q: search.q, filters: { only: search.only ? [search.only] : [] }, at: 0 }}
            onChange={() => onChange({ q: '', only: '', at: 0 })}
            text={text.noItems}
          />
        }
      />
    </>
  )
}
