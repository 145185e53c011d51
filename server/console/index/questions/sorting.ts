import { FilterMeaningError } from '../../../lib/filter/errors.ts'
import type { Sorter } from '../../../lib/filter/sorters.ts'
import { orderFields, type AccountMemory } from '../memory/account-memory.ts'
import type { Bitmap } from '../memory/bitmap.ts'
import { countByCode, rowsWith, type Codes } from '../memory/codes.ts'
import type { Order } from '../memory/order.ts'
import { accountFields, attributeFields, fieldOf } from './fields.ts'

/** A field of few values: the code of each row, and which place among the groups each code has. */
type Grouping = { codes: Codes; ranks: Uint16Array }
type Base = { order: Order | undefined; descending: boolean }

/** What rows can be sorted by now; attributes come and go with their columns. */
export function sortableFields(memory: AccountMemory): string[] {
  const fields = Object.keys(accountFields).filter((name) => {
    const held = accountFields[name]?.held
    if (held?.in === 'code') return memory.column(held.column) !== undefined
    return held?.in === 'flag' || held?.in === 'status' || held?.in === 'type'
  })
  const attributes = memory.attributes.names.map((name) => `attributes.${name}`)
  return [...orderFields, ...fields, ...attributes]
}

/**
 * The numbers of the rows from `offset` on. Fields of few values group the rows, the first sorter
 * first, as many as are given; then one field that has an order sorts within. Sorters behind that one
 * decide nothing: of two rows that are equal in it only the order itself knows. Without one, rows in
 * a group are sorted by name. Without any sorter, and while memory has not been given the order that
 * is asked for, rows stand as they are numbered.
 */
export function pageOf(
  memory: AccountMemory,
  rows: Bitmap | undefined,
  total: number,
  { sorters, offset, limit }: { sorters: readonly Sorter[]; offset: number; limit: number },
): number[] {
  const { groupings, base } = resolve(memory, sorters)
  const part = { rows, total, offset, limit }
  return Array.from(inGroups({ memory, base }, groupings, part))
}

type Part = { rows: Bitmap | undefined; total: number; offset: number; limit: number }
type Stage = { memory: AccountMemory; base: Base }

/** Only groups that the page touches are looked into. */
function inGroups(stage: Stage, groupings: readonly Grouping[], part: Part): ArrayLike<number> {
  const [grouping, ...inner] = groupings
  if (!grouping) return inBase(stage, part)
  const { offset, limit } = part
  const rows = part.rows ?? stage.memory.live
  const counts = countByRank(grouping, rows)
  let [passed, before, first, last] = [0, 0, 0, -1]
  for (let rank = 0; rank < counts.length && passed < offset + limit; rank += 1) {
    passed += counts[rank] ?? 0
    last = rank
    if (passed <= offset) [before, first] = [passed, rank + 1]
  }

  const within = (from: number, to: number) => {
    const marked = Uint8Array.from(grouping.ranks, (rank) => Number(rank >= from && rank <= to))
    const total = counts.subarray(from, to + 1).reduce((sum, count) => sum + count, 0)
    return { rows: rowsWith(grouping.codes, marked).and(rows), total, offset: 0, limit }
  }
  if (first > last) return []
  const start = inGroups(stage, inner, { ...within(first, first), offset: offset - before })
  if (first === last) return start
  // Whatever lies between is on the page as a whole, and so small enough to be sorted as a list.
  const between = within(first + 1, last - 1)
  const list = inBase(stage, { ...between, limit: between.total })
  const middle = groupings.toReversed().reduce((sorted, each) => sortedBy(each, sorted), list)
  const missing = limit - start.length - middle.length
  const end = inGroups(stage, inner, { ...within(last, last), limit: missing })
  return [...Array.from(start), ...middle, ...Array.from(end)]
}

function resolve(memory: AccountMemory, sorters: readonly Sorter[]) {
  const groupings: Grouping[] = []
  for (const { field, descending } of sorters) {
    const own = orderFields.find((each) => each === field)
    if (own) return { groupings, base: { order: memory.orders.get(own), descending } }
    const { codes, ranks } = groupingOf(memory, field)
    const last = ranks.length - 1
    groupings.push({ codes, ranks: descending ? ranks.map((rank) => last - rank) : ranks })
  }
  const order = groupings.length > 0 ? memory.orders.get('name') : undefined
  return { groupings, base: { order, descending: false } }
}

function groupingOf(memory: AccountMemory, field: string): Grouping {
  const held = fieldOf(field)?.held
  if (held?.in === 'code') {
    const column = memory.column(held.column)
    if (column) return { codes: column.codes, ranks: column.ranks() }
  }
  if (held?.in === 'attribute') {
    const column = memory.attributes.find(held.name)
    if (typeof column === 'object') return { codes: column.codes, ranks: column.ranks() }
    if (column === 'nobody') return coded(memory, [])
  }
  if (held?.in === 'type') return coded(memory, [memory.flags.isMachine])
  if (held?.in === 'status') return coded(memory, [memory.flags.locked, memory.flags.disabled])
  if (held?.in === 'flag') {
    const { codes, ranks } = coded(memory, [memory.flags[held.flag]])
    return { codes, ranks: held.turned ? ranks.toReversed() : ranks }
  }
  const known = sortableFields(memory)
  throw new FilterMeaningError(
    `This list cannot be sorted by ${field}. It can by ${known.join(', ')} or ${attributeFields.named}.`,
    field,
  )
}

/** The flags as the bits of a code. */
function coded(memory: AccountMemory, flags: readonly Bitmap[]): Grouping {
  const codes = new Uint8Array(memory.capacity)
  flags.forEach((flag, bit) => flag.forEach((ord) => (codes[ord] = (codes[ord] ?? 0) | (1 << bit))))
  return { codes, ranks: Uint16Array.from({ length: 1 << flags.length }, (_, code) => code) }
}

function inBase({ memory, base }: Stage, { rows, total, offset, limit }: Part): Uint32Array {
  if (base.order) return base.order.page(rows, total, offset, limit, base.descending)
  return Uint32Array.from((rows ?? memory.live).page(offset, limit))
}

function countByRank({ codes, ranks }: Grouping, rows: Bitmap): Uint32Array {
  const counts = new Uint32Array(ranks.length)
  const byCode = countByCode(codes, ranks.length, rows)
  ranks.forEach((rank, code) => (counts[rank] = byCode[code] ?? 0))
  return counts
}

/** Stable: sorting by the last of several first leaves a list in the order of the first. */
function sortedBy({ codes, ranks }: Grouping, list: Uint32Array): Uint32Array {
  const places = new Uint32Array(ranks.length + 1)
  for (const ord of list) {
    const rank = ranks[codes[ord] ?? 0] ?? 0
    places[rank + 1] = (places[rank + 1] ?? 0) + 1
  }
  for (let rank = 1; rank < places.length; rank += 1) {
    places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0)
  }
  const sorted = new Uint32Array(list.length)
  for (const ord of list) {
    const rank = ranks[codes[ord] ?? 0] ?? 0
    const at = places[rank] ?? 0
    sorted[at] = ord
    places[rank] = at + 1
  }
  return sorted
}
