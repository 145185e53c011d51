import { parseSorters } from '../../../lib/filter/sorters.ts'
import type { Bitmap } from '../memory/bitmap.ts'
import type { DictionaryColumn } from '../memory/dictionary-column.ts'
import { codeColumns } from './fields.ts'
import type { IdentityMemory } from './memory.ts'
import { identityOrders, type IdentityOrder } from './rows.ts'

type Asked = { sorters: string; offset: number; limit: number }

const orders = Object.keys(identityOrders) as IdentityOrder[] // the keys of that very object

/**
 * The numbers of the rows of a page. Fields of few values group the rows, the first sorter first;
 * one that has an order sorts within, and what is named behind that decides nothing. Without one, rows
 * of a group are sorted by name.
 */
export function identityPage(memory: IdentityMemory, rows: Bitmap, asked: Asked): number[] {
  const sorters = parseSorters(asked.sorters, [...orders, ...codeColumns, 'cloudStatus'])
  const groupings: { column: DictionaryColumn; descending: boolean }[] = []
  let base: { order: IdentityOrder; descending: boolean } = { order: 'name', descending: false }
  for (const { field, descending } of sorters) {
    const order = orders.find((each) => each === field)
    if (order) {
      base = { order, descending }
      break
    }
    // The tenant's own name for it.
    const name = field === 'cloudStatus' ? 'status' : field
    const code = codeColumns.find((each) => each === name)
    const column = code && memory.code(code)
    if (column) groupings.push({ column, descending })
  }
  const { offset, limit } = asked
  const order = memory.order(base.order)
  if (groupings.length === 0) return [...walk(order, rows, base.descending, offset, limit)]
  const all = walk(order, rows, base.descending, 0, order.length)
  const sorted = groupings.reduceRight<Uint32Array>(
    (list, { column, descending }) => grouped(list, column, descending),
    all,
  )
  return [...sorted.subarray(offset, offset + limit)]
}

function walk(order: Uint32Array, rows: Bitmap, isBackward: boolean, skip: number, limit: number) {
  const page = new Uint32Array(Math.min(limit, order.length))
  let [left, found] = [skip, 0]
  for (let step = 0; step < order.length && found < page.length; step += 1) {
    const ord = order[isBackward ? order.length - 1 - step : step] ?? 0
    if (!rows.has(ord)) continue
    if (left > 0) left -= 1
    else page[found++] = ord
  }
  return page.subarray(0, found)
}

/** Stable: within a group the list stays in its order. */
function grouped(list: Uint32Array, column: DictionaryColumn, descending: boolean): Uint32Array {
  const { codes, size } = column
  const ranks = column.ranks()
  const placeOf = (ord: number) => {
    const rank = ranks[codes[ord] ?? 0] ?? 0
    return descending ? size - 1 - rank : rank
  }
  const starts = new Uint32Array(size + 1)
  for (const ord of list) {
    const next = placeOf(ord) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let place = 1; place <= size; place += 1) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  }
  const sorted = new Uint32Array(list.length)
  for (const ord of list) {
    const place = placeOf(ord)
    const at = starts[place] ?? 0
    sorted[at] = ord
    starts[place] = at + 1
  }
  return sorted
}
