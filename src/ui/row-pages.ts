import type { RowRange } from './row-window.ts'

export type RowPage<Row> = {
  items: Row[]
  total: number
  /** Only so many rows were looked at as can be in the time there is; others may fit as well. */
  isBounded?: boolean
  /** Not all rows have been read yet: the total is of those that have. */
  isPartial?: boolean
  /** The state of the copy that they come from, where there is one: another number, other rows. */
  changes?: number | undefined
}

/** Rows per request. Large enough that reading pace never waits, small enough for a first paint. */
export const PAGE_SIZE = 100

/** Rows beyond the screen that are loaded as well, so that scrolling at reading pace never waits. */
const AHEAD = 30

/** The pages that hold a range of rows and what lies just around it. */
export function pagesFor({ first, last }: RowRange, total: number, pageSize = PAGE_SIZE): number[] {
  const from = Math.floor(Math.max(0, Math.min(first, total - 1) - AHEAD) / pageSize)
  const to = Math.floor(Math.max(0, Math.min(last + AHEAD, total - 1)) / pageSize)
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}
