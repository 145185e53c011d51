import { flexRender, type Row as TableRow } from '@tanstack/react-table'
import { memo } from 'react'

import { t } from '#lib/messages.ts'

import { SelectBox } from './select-box.tsx'
import type { Features } from './table-features.ts'

import classes from './data-table.module.css'

type Props<Row extends { id: string }> = {
  row: TableRow<Features, Row>
  index: number
  name: string
  isActive: boolean
  /** Undefined where rows cannot be selected. */
  isSelected: boolean | undefined
  isTabStop: boolean
}

function PlainRow<Row extends { id: string }>(props: Props<Row>) {
  const { row, index, name, isActive, isSelected, isTabStop } = props
  return (
    <tr
      className={classes.row}
      data-index={index}
      data-active={isActive || undefined}
      data-selected={isSelected || undefined}
      aria-rowindex={index + 2}
      aria-current={isActive || undefined}
      tabIndex={isTabStop ? 0 : -1}
    >
      {isSelected !== undefined && (
        <td className={classes.select}>
          <SelectBox label={t.table.selectRow(name)} checked={isSelected} />
        </td>
      )}
      {row.getAllCells().map((cell) => {
        const { cell: content, meta } = cell.column.columnDef
        return (
          <td key={cell.id} data-align={meta?.align} data-pinned={meta?.isPinned}>
            {flexRender(content, cell.getContext())}
          </td>
        )
      })}
    </tr>
  )
}

/**
 * The table makes new row objects whenever the window moves, so equality is judged by what they
 * hold: scrolling then renders the rows that come in and no others.
 */
export const DataTableRow = memo(
  PlainRow,
  (before, after) =>
    before.row.original === after.row.original &&
    before.row.table.options.columns === after.row.table.options.columns &&
    before.index === after.index &&
    before.name === after.name &&
    before.isActive === after.isActive &&
    before.isSelected === after.isSelected &&
    before.isTabStop === after.isTabStop,
  // memo() drops the type parameter; the component is the same function.
) as typeof PlainRow

type SkeletonProps = { index: number; columns: number; hasSelection: boolean }

/** A row whose place is known but whose content is still on its way. It has the height of a row. */
export function SkeletonRow({ index, columns, hasSelection }: SkeletonProps) {
  return (
    <tr className={classes.row} data-index={index} aria-rowindex={index + 2}>
      {hasSelection && <td className={classes.select} />}
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          {/* Lengths that differ look like text, and are the same on each render. */}
          <span className={classes.skeleton} data-length={(index * 7 + column * 3) % 4} />
        </td>
      ))}
    </tr>
  )
}

/** Stands for the rows above or below the ones that are mounted, and is drawn as if it had them. */
export function SpacerRow({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className={classes.spacer}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
