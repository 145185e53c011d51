import type { ColumnSettings } from './table-features.ts'

type Leaf = { id: string; columnDef: { meta?: ColumnSettings } }
type Widths = Record<string, number>

/** In pixels, as in the style sheet. */
export const SELECT_WIDTH = 40
const MIN_WIDTH = 160
/** Narrower a header shows nothing; wider than most screens, a column cannot be brought back. */
const NARROWEST = 56
const WIDEST = 1200

export const clampWidth = (width: number) =>
  Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))

/** The narrowest the table gets: below it, it scrolls sideways. */
export function tableMinWidth(leaves: Leaf[], hasSelection: boolean, widths: Widths = {}): number {
  const narrowest = leaves.map((leaf) => narrowestOf(leaf, widths))
  return narrowest.reduce((sum, width) => sum + width, hasSelection ? SELECT_WIDTH : 0)
}

/**
 * Columns without a width share what the others leave, each in proportion to its minimum. As a
 * length of the scroller's (`cqw`), since a percentage has no such minimum in a fixed table.
 */
export function columnWidths(leaves: Leaf[], hasSelection: boolean, widths: Widths = {}) {
  const least = tableMinWidth(leaves, hasSelection, widths)
  const flexible = leaves
    .filter((leaf) => fixedWidth(leaf, widths) === undefined)
    .reduce((sum, leaf) => sum + narrowestOf(leaf, widths), 0)
  return (leaf: Leaf) => {
    const own = narrowestOf(leaf, widths)
    return (
      fixedWidth(leaf, widths) ??
      `calc(${own}px + max(0px, 100cqw - ${least}px) * ${own / flexible})`
    )
  }
}

const fixedWidth = ({ id, columnDef: { meta } }: Leaf, widths: Widths) => widths[id] ?? meta?.width

const narrowestOf = (leaf: Leaf, widths: Widths) =>
  fixedWidth(leaf, widths) ?? leaf.columnDef.meta?.minWidth ?? MIN_WIDTH
