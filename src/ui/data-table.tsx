import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
} from 'react'

import { useDensity, type Density } from '#lib/density.ts'
import { fetchParts } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'

import { tableMinWidth } from './column-widths.ts'
import type { Column } from './columns.ts'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableRow, SkeletonRow, SpacerRow } from './data-table-row.tsx'
import { createRowPlaces } from './row-places.ts'
import type { RowWindow } from './row-window.ts'
import { useDimmed } from './use-dimmed.ts'
import { useRowFocus } from './use-row-focus.ts'
import type { RowSelection } from './use-row-selection.ts'
import { useScrollPlace } from './use-scroll-place.ts'
import { useSideways } from './use-sideways.ts'
import { useStillTable } from './use-still-table.ts'
import { useVisibleRows } from './use-visible-rows.ts'

import classes from './data-table.module.css'

/** In pixels, as in the style sheet. */
const rowHeights: Record<Density, number> = { comfortable: 36, compact: 28 }

export type DataTableProps<Row extends { id: string }> = {
  label: string
  /** At module scope, so that they are the same object on every render. */
  columns: Column<Row>[]
  /** In pixels, by column id, where somebody has set another one than the usual. */
  widths?: Record<string, number>
  /** Makes the columns resizable; undefined asks for the usual width. */
  onWidth?: (id: string, width: number | undefined) => void
  rows: RowWindow<Row>
  /** What a row is called where it is not seen: "Select Ann Brown". */
  rowName: (row: Row) => string
  /** The API's sorter: `name`, or `-name` for descending. */
  sort?: string
  onSort?: (sort: string) => void
  selection?: RowSelection<Row>
  /** The row that is open beside the list. */
  activeId?: string
  /** The row at the top of the view, as kept in the URL. */
  firstRow?: number
  onFirstRow?: (index: number) => void
  /** Enter on a row, or a click on it where there is no link or button. */
  openRow?: (row: Row) => void
  /** Nothing has come yet: the rows are skeletons. */
  isFirstLoad?: boolean
  /** The rows are those of the list before: they are dimmed. */
  isPrevious?: boolean
  /** Shown in place of the rows where there are none. */
  empty?: ReactNode
}

export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { isFirstLoad = false } = props
  useEffect(() => {
    if (isFirstLoad) return
    // The frame that follows is the one with the rows: nothing may come in its way.
    const frame = requestAnimationFrame(() => setTimeout(fetchParts))
    return () => cancelAnimationFrame(frame)
  }, [isFirstLoad])
  if (isFirstLoad || props.rows.total > 0) return <RowsTable {...props} />
  return <div className={classes.empty}>{props.empty}</div>
}

/** What a cell is too narrow for is whole on hover, without a listener in every cell. */
function tellWhole({ target }: MouseEvent<HTMLElement>) {
  const cell = target instanceof HTMLElement ? target.closest('td') : null
  if (!cell || cell.querySelector('[title]')) return
  cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : ''
}

const hover = { onMouseOver: tellWhole }

function RowsTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { rows, selection, isFirstLoad = false, isPrevious = false, firstRow = 0 } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { total } = rows
  const density = useDensity()
  const rowHeight = rowHeights[density]
  const [places] = useState(createRowPlaces)
  places.resize(total, rowHeight)
  const place = { places, scroller, total, rowHeight, firstRow, isPrevious }
  const { first, last, above, perScreen, isFlying, scrollTo } = useVisibleRows(place)
  const focus = useRowFocus({ ...props, scroller, scrollTo, rowsPerScreen: perScreen })
  useSideways(scroller)
  useDimmed(scroller, isPrevious)
  useScrollPlace({ ...place, onFirstRow: props.onFirstRow })
  // Before the frame with the rows that are missing is painted: what is asked for leaves sooner.
  useLayoutEffect(() => {
    if (last >= first && !isFlying) rows.showing({ first, last })
    // `showing` is another function on each render, and what it is told are these numbers.
  }, [first, last, total, isFlying]) // oxlint-disable-line react/exhaustive-deps -- told by its numbers

  // While they fly past, rows are a pattern of the style sheet, which no script has to keep up with.
  const mounted = isFlying ? 0 : Math.max(0, last - first + 1)
  const visible = Array.from({ length: mounted }, (_, step) => ({
    index: first + step,
    row: rows.row(first + step),
  }))
  const table = useStillTable({
    columns: props.columns,
    data: visible.flatMap(({ row }) => row ?? []),
    getRowId: (row) => row.id,
  })
  const modelRows = new Map(table.getRowModel().rows.map((row) => [row.original, row]))
  const leaves = table.getAllLeafColumns()
  const columns = leaves.length
  const allColumns = columns + (selection ? 1 : 0)
  const leastWidth = tableMinWidth(leaves, selection !== undefined, props.widths)
  const skeleton = { columns, hasSelection: selection !== undefined }
  const tabStop = Math.min(Math.max(focus.index, first), last)

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-density={density}
      data-loading={isFirstLoad || undefined}
      data-previous={isPrevious || undefined}
      data-selectable={selection !== undefined || undefined}
      tabIndex={-1}
      {...focus.handlers}
      {...hover}
    >
      <table
        className={classes.table}
        // The style sheet moves the row's menu by what the table is wider than the view.
        style={{ minWidth: leastWidth, '--least-width': `${leastWidth}px` } as CSSProperties}
        aria-label={props.label}
        aria-rowcount={isFirstLoad ? -1 : total + 1}
        aria-busy={isFirstLoad || isPrevious || undefined}
      >
        <DataTableHead {...props} table={table} />
        <tbody>
          {isFirstLoad &&
            Array.from({ length: perScreen() }, (_, index) => (
              <SkeletonRow key={index} index={index} {...skeleton} />
            ))}
          <SpacerRow height={above} columns={allColumns} />
          {visible.map(({ index, row }) => {
            const modelRow = row && modelRows.get(row)
            if (!modelRow) return <SkeletonRow key={index} index={index} {...skeleton} />
            return (
              <DataTableRow
                key={modelRow.id}
                row={modelRow}
                index={index}
                name={props.rowName(modelRow.original)}
                isActive={modelRow.id === props.activeId}
                isSelected={selection?.has(modelRow.id)}
                isTabStop={tabStop === index}
              />
            )
          })}
          <SpacerRow height={places.height() - above - mounted * rowHeight} columns={allColumns} />
        </tbody>
      </table>
      {isFirstLoad && <p className={classes.hidden}>{t.table.rowsLoading}</p>}
    </div>
  )
}
