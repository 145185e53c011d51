import type { CheckedFilter } from '../../../lib/filter/check.ts'
import { evaluate } from '../../../lib/filter/evaluate.ts'
import { Bitmap } from '../memory/bitmap.ts'
import { rowsWith } from '../memory/codes.ts'
import type { DateColumn } from '../memory/date-column.ts'
import type { DictionaryColumn } from '../memory/dictionary-column.ts'
import { rangeOf } from '../questions/matching.ts'
import { identityField } from './fields.ts'
import type { IdentityMemory } from './memory.ts'
import type { Leaf } from './resolve.ts'

/** The rows of the conditions that the database had to answer. */
export type ResolvedRows = Map<Leaf, Bitmap>

/** The conditions of a filter that memory does not answer. */
export function outsideLeaves(filter: CheckedFilter, memory: IdentityMemory): Leaf[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.flatMap((part) => outsideLeaves(part, memory))
    case 'not':
      return outsideLeaves(filter.part, memory)
    default:
      return columnOf(filter, memory) === 'outside' ? [filter] : []
  }
}

/** The rows for which the filter is true, in a bitmap of the caller's own. */
export function matchingRows(
  filter: CheckedFilter,
  memory: IdentityMemory,
  resolved: ResolvedRows,
): Bitmap {
  switch (filter.kind) {
    case 'and':
      return filter.parts.reduce(
        (rows, part) => rows.and(matchingRows(part, memory, resolved)),
        memory.live.copy(),
      )
    case 'or':
      return filter.parts.reduce(
        (rows, part) => rows.or(matchingRows(part, memory, resolved)),
        new Bitmap(memory.capacity),
      )
    case 'not':
      return memory.live.copy().andNot(matchingRows(filter.part, memory, resolved))
    default:
      return leafRows(filter, memory, resolved)
  }
}

function leafRows(leaf: Leaf, memory: IdentityMemory, resolved: ResolvedRows): Bitmap {
  const column = columnOf(leaf, memory)
  const live = memory.live.copy()
  if (column === 'nobody') return rowsByValue(leaf, live)
  if (column === 'outside') {
    const rows = resolved.get(leaf)
    if (!rows) throw new Error(`The condition on ${leaf.field} was not resolved`)
    const isTurned = leaf.kind === 'compare' && leaf.operator === 'ne' && !isAttribute(leaf)
    return isTurned ? live.andNot(rows) : live.and(rows)
  }
  if (column instanceof Bitmap) {
    const wanted = leaf.kind === 'compare' && leaf.value === (leaf.operator === 'eq')
    return wanted ? live.and(column) : live.andNot(column)
  }
  return live.and('times' in column ? dateRows(leaf, column, live) : codeRows(leaf, column))
}

const isAttribute = ({ field }: Leaf) => identityField(field).held.in === 'attribute'

function columnOf({ field }: Leaf, memory: IdentityMemory) {
  const { held } = identityField(field)
  switch (held.in) {
    case 'code':
      return memory.code(held.column) ?? 'outside'
    case 'date':
      return memory.dates[held.column]
    case 'manager':
      return memory.managers
    case 'attribute':
      return memory.attributes.find(held.name)
    default:
      return 'outside'
  }
}

/** No identity has the attribute: the condition is true of all, or of none. */
function rowsByValue(leaf: Leaf, live: Bitmap): Bitmap {
  return evaluate(leaf, () => null) ? live : new Bitmap(live.capacity)
}

/** The condition is put to each distinct value once; then the rows are looked up. */
function codeRows(leaf: Leaf, column: DictionaryColumn): Bitmap {
  const marked = Uint8Array.from(column.keys, (key, code) =>
    Number(evaluate(leaf, () => (code === 0 ? null : key))),
  )
  return rowsWith(column.codes, marked)
}

function dateRows(leaf: Leaf, column: DateColumn, live: Bitmap): Bitmap {
  if (leaf.kind === 'test') {
    return leaf.operator === 'pr' ? column.between() : live.copy().andNot(column.between())
  }
  if (leaf.kind === 'list') throw new Error(`${leaf.field} is not compared with a list`)
  return column.between(...rangeOf(leaf))
}
