import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { flexRender, type Table } from '@tanstack/react-table'

import { t } from '#lib/messages.ts'

import type { RowWindow } from './row-window.ts'
import { SelectBox } from './select-box.tsx'
import type { ColumnSettings, Features } from './table-features.ts'
import type { RowSelection } from './use-row-selection.ts'

import classes from './data-table.module.css'

type Props<Row extends { id: string }> = {
  table: Table<Features, Row>
  rows: RowWindow<Row>
  sort?: string
  onSort?: (sort: string) => void
  selection?: RowSelection<Row>
}

const SELECT_WIDTH = 40
const MIN_WIDTH = 160

export function DataTableHead<Row extends { id: string }>(props: Props<Row>) {
  const { table, rows, sort, onSort, selection } = props
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const widthOf = columnWidths(table, selection !== undefined)
  return (
    <>
      <colgroup>
        {selection && <col style={{ width: SELECT_WIDTH }} />}
        {headers.map(({ id, column }) => (
          <col key={id} style={{ width: widthOf(column.columnDef.meta) }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {selection && (
            <th scope="col" className={classes.select}>
              <SelectAll rows={rows} selection={selection} />
            </th>
          )}
          {headers.map((header) => {
            const { sort: field, align, hiddenHeader } = header.column.columnDef.meta ?? {}
            const content = flexRender(header.column.columnDef.header, header.getContext())
            return (
              <th
                key={header.id}
                scope="col"
                data-align={align}
                aria-sort={field && onSort ? ariaSort(field, sort) : undefined}
              >
                {hiddenHeader && <span className={classes.hidden}>{hiddenHeader}</span>}
                {field && onSort ? (
                  <SortButton field={field} sort={sort} onSort={onSort}>
                    {content}
                  </SortButton>
                ) : (
                  <span className={classes.headText}>{content}</span>
                )}
              </th>
            )
          })}
        </tr>
      </thead>
    </>
  )
}

/** The narrowest the table gets: below it, it scrolls sideways. */
export function tableMinWidth<Row extends { id: string }>(
  table: Table<Features, Row>,
  hasSelection: boolean,
): number {
  const widths = table.getAllLeafColumns().map(({ columnDef: { meta } }) => narrowest(meta))
  return widths.reduce((sum, width) => sum + width, hasSelection ? SELECT_WIDTH : 0)
}

/**
 * Columns without a width share what the others leave, each in proportion to its minimum. As a
 * length of the scroller's (`cqw`), since a percentage has no such minimum in a fixed table.
 */
function columnWidths<Row extends { id: string }>(
  table: Table<Features, Row>,
  hasSelection: boolean,
) {
  const least = tableMinWidth(table, hasSelection)
  const flexible = table
    .getAllLeafColumns()
    .filter(({ columnDef: { meta } }) => meta?.width === undefined)
    .reduce((sum, { columnDef: { meta } }) => sum + narrowest(meta), 0)
  return (meta: ColumnSettings | undefined) =>
    meta?.width ??
    `calc(${narrowest(meta)}px + max(0px, 100cqw - ${least}px) * ${narrowest(meta) / flexible})`
}

const narrowest = (meta: ColumnSettings | undefined) => meta?.width ?? meta?.minWidth ?? MIN_WIDTH

type SortProps = {
  field: string
  sort: string | undefined
  onSort: (sort: string) => void
  children: React.ReactNode
}

function SortButton({ field, sort, onSort, children }: SortProps) {
  const direction = ariaSort(field, sort)
  const Icon = direction === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      className={classes.sort}
      data-sorted={direction !== 'none' || undefined}
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
