import { sql, type RawBuilder } from 'kysely'

import { isPostgres } from '../../../database/dialect.ts'
import type { Db } from '../database.ts'
import {
  bestRange,
  costOfWalk,
  countIndex,
  holds,
  isLittle,
  isQuick,
  using,
  type Index,
} from './account-indexes.ts'
import {
  identityOf,
  isPlain,
  orderBy,
  whereAny,
  type Group,
  type Section,
} from './account-sections.ts'
import type { Order } from './columns.ts'
import { remembered } from './counts.ts'
import { columnsOf } from './parts.ts'

export type Slice = { limit: number; offset: number }

/** From here on a walk that fetches rows takes longer than to sort what the filter finds. */
const FAR = 2000
/** By how much a walk has to promise to be shorter than what is known. */
const SURER = 2

/**
 * The statement for a slice of a group. There are three ways to read one:
 * - by facet: the beginnings of the facets' parts of an index, merged;
 * - by range: all that the filter's comparisons find in the indexes of their columns, sorted;
 * - in order: along the index of the order until enough accounts have matched. It is what is left
 *   where the others would read a lot: then many accounts match, and the next is never far.
 */
export async function sliceStatement(db: Db, group: Group, order: Order[], slice: Slice) {
  const columns = [...new Set(['id', ...order.map(({ column }) => column.name)])]
  const wanted = sql.join(columns.map((column) => sql.ref(column)))
  const sources = (await waysOf(db, group, order, slice)).map(({ index, sections, sorted }) =>
    index?.byFacet && isPostgres(db) && sections.every(isPlain)
      ? beginnings(sections, order, wanted, slice)
      : found(db, { index, sections, sorted }, wanted),
  )
  return sql<{ id: string }>`${sql.join(sources, sql` union all `)}
    order by ${orderBy(order)} limit ${slice.limit} offset ${slice.offset}`
}

/** SQLite merges the parts of an index in an order by itself; PostgreSQL would read all of them. */
function beginnings(group: Group, order: Order[], wanted: RawBuilder<unknown>, slice: Slice) {
  const facets = group.flatMap((section) => section.facets).map((facet) => sql`(${sql.lit(facet)})`)
  return sql`select ${wanted} from (values ${sql.join(facets)}) as own (number)
    cross join lateral (
      select ${wanted} from account where facet = own.number
      order by ${orderBy(order)} limit ${slice.offset + slice.limit}
    ) as beginning`
}

function found(db: Db, { index, sections, sorted }: Way, wanted: RawBuilder<unknown>) {
  const where = whereAny(sections, index?.byFacet)
  // Without the offset PostgreSQL may walk along the order, and does not know how far that can be.
  const fence = sorted && isPostgres(db) ? sql`offset 0` : sql``
  const rows = sql`select ${wanted} from account ${using(db, index)} ${where} ${fence}`
  return sorted ? sql`select ${wanted} from (${rows}) as found` : rows
}

/** What is read through one index; without an index, the database chooses. */
type Way = {
  index: Index | undefined
  sections: Section[]
  /** Whether all that is found is read and then sorted. */
  sorted?: boolean | undefined
}

async function waysOf(db: Db, group: Group, order: Order[], slice: Slice): Promise<Way[]> {
  const column = order[0]?.column.name ?? 'id'
  const inOrder = { column, byFacet: false }
  const wanted = slice.offset + slice.limit
  if (group.every(isPlain)) {
    const facets = group.flatMap((section) => section.facets).length
    const isWhole = group.every(({ all }) => all)
    const byFacet = !isWhole && (await isMergeBest(db, group, order, facets * wanted, wanted))
    return [{ index: { column, byFacet }, sections: group }]
  }
  const isFar = slice.offset > FAR && !holds(inOrder, comparedIn(group))
  const ranges = await rangesOf(db, group, order, isFar)
  const walk = isLittle(ranges?.cost ?? Infinity)
    ? Infinity
    : await costOfWalk(db, group, order, wanted)
  if (ranges && ranges.cost <= walk * SURER) return ranges.ways
  const isUnknown =
    walk === Infinity && group.some(({ part }) => part.rest.some(({ kind }) => kind === 'or'))
  return [{ index: isUnknown ? undefined : inOrder, sections: group }]
}

async function isMergeBest(db: Db, group: Group, order: Order[], cost: number, wanted: number) {
  if (isLittle(cost)) return true
  if (!isQuick(cost)) return false
  return cost <= (await costOfWalk(db, group, order, wanted)) * SURER
}

/** Undefined where they are not quick; what is far down a walk with rows to fetch may take longer. */
async function rangesOf(db: Db, group: Group, order: Order[], isFar: boolean) {
  const needed = order.map(({ column }) => column.name)
  const ways: Way[] = []
  let cost = 0
  for (const section of group) {
    const range = await bestRange(db, section, needed)
    cost += range?.cost ?? Infinity
    if (!isQuick(cost) && !(isFar && range)) return undefined
    const sorted = range && range.index.column !== needed[0]
    ways.push({ index: range?.index, sections: [section], sorted })
  }
  return { ways, cost }
}

const comparedIn = (group: Group) =>
  group.flatMap(({ part }) => [...part.ranges.keys(), ...columnsOf(part.rest)])

/** How many accounts there are in the group. */
export async function countGroup(db: Db, group: Group): Promise<number> {
  let count = 0
  for (const section of group) {
    count += isPlain(section) ? section.accounts : await countSection(db, section)
  }
  return count
}

function countSection(db: Db, section: Section): Promise<number> {
  const columns = [...comparedIn([section]), 'facet']
  return remembered(db, ['section', identityOf(section)], columns, async () => {
    const index = await countIndex(db, section)
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from account ${using(db, index)} ${whereAny([section], index?.byFacet)}`.execute(
      db,
    )
    return Number(rows[0]?.n ?? 0)
  })
}
