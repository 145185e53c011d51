import { constructTable, type ColumnDef, type RowData, type Table } from '@tanstack/react-table'
import { useState } from 'react'

import { features, type Features } from './table-features.ts'

type Given<Row extends RowData> = {
  columns: ColumnDef<Features, Row, unknown>[]
  data: Row[]
  getRowId: (row: Row) => string
}

/** Lays columns and rows out. It takes what is given anew on each render. */
export function useStillTable<Row extends RowData>(given: Given<Row>): Table<Features, Row> {
  const [table] = useState(() => constructTable({ features, ...given }))
  table.setOptions((before) => ({ ...before, ...given }))
  return table
}
