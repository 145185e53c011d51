import type { ColumnDef, RowData } from '@tanstack/react-table'

import type { Features } from './table-features.ts'

export type Column<Row extends RowData> = ColumnDef<Features, Row, unknown>

/** A column as its list names it. */
export type ColumnName = {
  id: string
  label: string
  /** It stays where it is: what a row is called, and the menu of the row. */
  isFixed: boolean
}

export function columnId<Row extends RowData>(column: Column<Row>): string {
  const { id } = column
  return id ?? ('accessorKey' in column ? String(column.accessorKey) : '')
}

/** The first column says what the row is; one without words in its header is the row's menu. */
export const namesOf = <Row extends RowData>(columns: readonly Column<Row>[]): ColumnName[] =>
  columns.map((column, at) => {
    const { header, meta } = column
    return {
      id: columnId(column),
      label: typeof header === 'string' ? header : (meta?.hiddenHeader ?? ''),
      isFixed: at === 0 || typeof header !== 'string',
    }
  })

/**
 * The columns that are wanted, in the order in which they are wanted; without a wish, all. What has
 * to stay stays in its place, and ids that nobody knows are left out: a link may be old.
 */
export function arranged<Row extends RowData>(
  all: readonly Column<Row>[],
  wanted: readonly string[] | undefined,
): readonly Column<Row>[] {
  if (!wanted) return all
  const names = namesOf(all)
  const byId = new Map(all.map((column) => [columnId(column), column]))
  const movable = new Set(names.filter(({ isFixed }) => !isFixed).map(({ id }) => id))
  const chosen = [...new Set(wanted)].filter((id) => movable.has(id))
  const first = names.findIndex(({ isFixed }) => !isFixed)
  const fixed = names.filter(({ isFixed }) => isFixed)
  const before = fixed.slice(0, first).map(({ id }) => id)
  const behind = fixed.slice(first).map(({ id }) => id)
  return [...before, ...chosen, ...behind].flatMap((id) => byId.get(id) ?? [])
}
