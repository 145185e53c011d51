import { tableFeatures } from '@tanstack/react-table'

export type ColumnSettings = {
  /** In pixels. Columns without one share what is left. */
  width?: number
  /** The narrowest a column without a width gets before the table scrolls sideways; 160 if unset. */
  minWidth?: number
  align?: 'right'
  /** The API's sorter field; the header is a button where it is set. */
  sort?: string
  /** What screen readers hear where the header shows nothing (the column of row menus). */
  hiddenHeader?: string
}

/** Filtering, sorting and paging are the server's; the table only lays out what it is given. */
export const features = tableFeatures({
  // A value that carries nothing but its type: this is how TanStack Table takes a column's meta.
  columnMeta: {} as ColumnSettings,
})
export type Features = typeof features
