import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { flexRender, type Table } from '@tanstack/react-table'

import { t } from '#lib/messages.ts'

import { ColumnResizer, resizeByKey, resizeKeys } from './column-resizer.tsx'
import { columnWidths, SELECT_WIDTH } from './column-widths.ts'
import type { RowWindow } from './row-window.ts'
import { SelectBox } from './select-box.tsx'
import type { Features } from './table-features.ts'
import type { RowSelection } from './use-row-selection.ts'

import classes from './data-table.module.css'

type Props<Row extends { id: string }> = {
  table: Table<Features, Row>
  rows: RowWindow<Row>
  sort?: string
  onSort?: (sort: string) => void
  selection?: RowSelection<Row>
  widths?: Record<string, number>
  onWidth?: (id: string, width: number | undefined) => void
}

export function DataTableHead<Row extends { id: string }>(props: Props<Row>) {
  const { table, rows, sort, onSort, selection, widths, onWidth } = props
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const widthOf = columnWidths(table.getAllLeafColumns(), selection !== undefined, widths)
  return (
    <>
      <colgroup>
        {selection && <col style={{ width: SELECT_WIDTH }} />}
        {headers.map(({ id, column }) => (
          <col key={id} style={{ width: widthOf(column) }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {selection && (
            <th scope="col" className={classes.select}>
              <SelectAll rows={rows} selection={selection} />
            </th>
          )}
          {headers.map((header, at) => {
            // The first column takes what the others leave.
            const resize =
              at > 0 && typeof header.column.columnDef.header === 'string' ? onWidth : undefined
            const {
              sort: field,
              align,
              hiddenHeader,
              isPinned,
            } = header.column.columnDef.meta ?? {}
            const content = flexRender(header.column.columnDef.header, header.getContext())
            return (
              <th
                key={header.id}
                scope="col"
                data-align={align}
                data-pinned={isPinned}
                aria-sort={field && onSort ? ariaSort(field, sort) : undefined}
                onKeyDown={resize && ((event) => resizeByKey(event, header.id, resize))}
              >
                {hiddenHeader && <span className={classes.hidden}>{hiddenHeader}</span>}
                {field && onSort ? (
                  <SortButton
                    field={field}
                    sort={sort}
                    onSort={onSort}
                    shortcuts={resize && resizeKeys}
                  >
                    {content}
                  </SortButton>
                ) : (
                  <span className={classes.headText}>{content}</span>
                )}
                {resize && <ColumnResizer id={header.id} onWidth={resize} />}
              </th>
            )
          })}
        </tr>
      </thead>
    </>
  )
}

type SortProps = {
  field: string
  sort: string | undefined
  onSort: (sort: string) => void
  shortcuts: string | undefined
  children: React.ReactNode
}

function SortButton({ field, sort, onSort, shortcuts, children }: SortProps) {
  const direction = ariaSort(field, sort)
  const Icon = direction === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      className={classes.sort}
      data-sorted={direction !== 'none' || undefined}
      aria-keyshortcuts={shortcuts}
      onClick={() => onSort(direction === 'ascending' ? `-${field}` : field)}
    >
      {children}
      <Icon size={14} aria-hidden />
    </button>
  )
}

function ariaSort(field: string, sort: string | undefined) {
  if (sort === field) return 'ascending'
  return sort === `-${field}` ? 'descending' : 'none'
}

type SelectAllProps<Row extends { id: string }> = {
  rows: RowWindow<Row>
  selection: RowSelection<Row>
}

/** Selects what is loaded and nothing else: rows that nobody has read must not be acted upon. */
function SelectAll<Row extends { id: string }>({ rows, selection }: SelectAllProps<Row>) {
  const loaded = rows.loaded()
  const isAll = loaded.length > 0 && loaded.every(({ id }) => selection.has(id))
  const isSome = selection.size > 0 && !isAll
  return (
    <SelectBox
      label={isAll || isSome ? t.table.clearSelection : t.table.selectLoaded(loaded.length)}
      checked={isAll}
      isMixed={isSome}
      disabled={loaded.length === 0}
      onChange={() => (isAll || isSome ? selection.clear() : selection.set(loaded, true))}
    />
  )
}
