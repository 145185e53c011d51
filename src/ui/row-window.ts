/** The rows that are on screen, both ends included. */
export type RowRange = { first: number; last: number }

/** A long list of which only a part is loaded. Rows are addressed by their place in the list. */
export type RowWindow<Row> = {
  /** All rows there are, loaded or not. */
  total: number
  row: (index: number) => Row | undefined
  /** Tells the source which rows are on screen, so that it loads them. */
  showing: (range: RowRange) => void
  /** The rows that are loaded now, in list order. */
  loaded: () => Row[]
}

/** A whole list in memory as a window, for lists that are short. */
export function allRows<Row>(rows: Row[]): RowWindow<Row> {
  return {
    total: rows.length,
    row: (index) => rows[index],
    showing: () => {},
    loaded: () => rows,
  }
}
