import type { Stored } from './evaluate.ts'
import { keyOf } from './key.ts'
import type { Sorter } from './sorters.ts'

/**
 * Where a row stands in a sorted list: what is not there comes first (last when descending), and the
 * last sorter's direction goes for `id`, which settles every tie so that pages neither overlap nor
 * leave a gap. `exact` names the fields whose case counts.
 */
export function inOrder<Row>(
  sorters: readonly Sorter[],
  read: (row: Row, field: string) => Stored,
  exact: readonly string[] = ['id'],
): (a: Row, b: Row) => number {
  const terms = withId(sorters)
  return (a, b) => {
    for (const { field, descending } of terms) {
      const form = (value: Stored) =>
        typeof value === 'string' && !exact.includes(field) ? keyOf(value) : value
      const order = compareStored(form(read(a, field)), form(read(b, field)))
      if (order !== 0) return descending ? -order : order
    }
    return 0
  }
}

/** The sorters with `id` as the last; what would stand behind `id` decides nothing. */
export function withId(sorters: readonly Sorter[]): Sorter[] {
  const at = sorters.findIndex(({ field }) => field === 'id')
  if (at >= 0) return sorters.slice(0, at + 1)
  return [...sorters, { field: 'id', descending: sorters.at(-1)?.descending ?? false }]
}

function compareStored(a: Stored, b: Stored): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  return Number(a) - Number(b)
}

/** By code point, as databases do it; JavaScript's own order is by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  // Inside a pair both halves before the difference are equal: step back to its beginning.
  if (at > 0 && /[\uD800-\uDBFF]/.test(a[at - 1] ?? '')) at -= 1
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1)
}
