import { sql } from 'kysely'

import { isPostgres } from '../../../database/dialect.ts'
import type { Db } from '../database.ts'
import {
  conditionsOf,
  identityOf,
  orderBy,
  whereAny,
  type Group,
  type Section,
} from './account-sections.ts'
import type { Order } from './columns.ts'
import { remembered } from './counts.ts'
import { columnsOf } from './parts.ts'

const names = ['name_key', 'native_identity_key', 'identity_name_key']
const ids = ['identity_id', 'uuid']
/** What the index of each order holds beside the order, the id and the facet. */
const beside: Record<string, string[]> = {
  id: [...ids],
  name_key: [...names, ...ids, 'created'],
  native_identity_key: [...names, ...ids, 'created'],
  identity_name_key: [...names, ...ids, 'created'],
  created: [...names, ...ids, 'modified'],
  modified: [...names, ...ids, 'created'],
  identity_id: [...names, 'created'],
  uuid: [...names, 'created'],
}

/** An index of `account`: by a column, or by the facet and then the column. */
export type Index = { column: string; byFacet: boolean }

/** SQLite is told which index to take; PostgreSQL knows how many values there are of each kind. */
export function using(db: Db, index: Index | undefined) {
  if (!index || isPostgres(db)) return sql``
  const name = `account_${index.byFacet ? 'facet_' : ''}by_${index.column}`
  return sql`indexed by ${sql.id(name)}`
}

/** How many entries of an index are read and sorted in about the time that a page may take. */
const QUICK = 100_000
/** So few that it is not worth while to look for a better way. */
const FEW = 10_000
/** What an entry costs that leads to its row, in entries that hold all that is wanted. */
const ROW = 20
/** How much of an order is looked at to see how often something matches there. */
const PROBE = 4000

/** Whether so many entries are quickly read. */
export const isQuick = (cost: number) => cost <= QUICK
export const isLittle = (cost: number) => cost <= FEW

/** `cost` is the number of entries to read, where it is quick. */
export type Range = { index: Index; cost: number }

/**
 * The cheapest of the indexes that the section's comparisons have, where the columns `needed` are
 * wanted of each account. Those by facet come first: of a part of the facets they have fewest entries.
 */
export async function bestRange(
  db: Db,
  section: Section,
  needed: string[],
): Promise<Range | undefined> {
  const { ranges, rest } = section.part
  const wanted = [...needed, ...ranges.keys(), ...columnsOf(rest)]
  let best: Range | undefined
  for (const byFacet of section.all ? [false] : [true, false]) {
    for (const column of ranges.keys()) {
      if (best && isLittle(best.cost)) return best
      const index = { column, byFacet }
      const entries = await countEntries(db, section, index, QUICK + 1)
      const cost = entries * (holds(index, wanted) ? 1 : ROW)
      if (!best || cost < best.cost) best = { index, cost }
    }
  }
  return best
}

/** The index in which the section is counted: the shortest that is enough, if one is. */
export async function countIndex(db: Db, section: Section): Promise<Index | undefined> {
  const { ranges, rest } = section.part
  const compared = [...new Set([...ranges.keys(), ...columnsOf(rest)])]
  const [column] = ranges.keys()
  if (column !== undefined && compared.length === 1) return { column, byFacet: true }
  return (await bestRange(db, section, []))?.index
}

/** Whether the index has all of the columns beside its own. */
export const holds = ({ column, byFacet }: Index, wanted: string[]) => {
  const has = ['id', 'facet', column, ...(byFacet ? [] : (beside[column] ?? []))]
  return wanted.every((one) => has.includes(one))
}

/**
 * About how many entries have to be read along the index of the order until `wanted` accounts of the
 * group have been found: what is often enough as far apart as at the beginning, however related the
 * filter and the order are.
 */
export async function costOfWalk(db: Db, group: Group, order: Order[], wanted: number) {
  const [first] = order
  if (!first) return Infinity
  const { column, descending } = first
  const index = { column: column.name, byFacet: false }
  const compared = [
    ...new Set(group.flatMap(({ part }) => [...part.ranges.keys(), ...columnsOf(part.rest)])),
  ]
  const each = holds(index, compared) ? 1 : ROW
  const looked = PROBE / each
  const what = ['walk', column.name, descending, group.map(identityOf)]
  const found = await remembered(db, what, [...compared, column.name, 'facet'], async () => {
    const columns = sql.join(['facet', ...compared].map((name) => sql.ref(name)))
    const { rows } = await sql<{ n: number }>`select count(*) as n from (
      select ${columns} from account ${using(db, index)} order by ${orderBy([first])} limit ${looked}
    ) as beginning ${whereAny(group)}`.execute(db)
    return Number(rows[0]?.n ?? 0)
  })
  return found === 0 ? Infinity : (wanted / found) * PROBE
}

/** How many entries the index has for the section, counted until there are `most`. */
function countEntries(db: Db, { part, ...section }: Section, index: Index, most: number) {
  const ranges = new Map([[index.column, part.ranges.get(index.column) ?? []]])
  const reducedPart = { facet: [], ranges, rest: [] }
  // How long an index without facets is does not depend on them.
  const reduced: Section = index.byFacet
    ? { ...section, part: reducedPart }
    : { facets: [], all: true, accounts: 0, part: reducedPart }
  const what = ['entries', index, identityOf(reduced)]
  return remembered(db, what, [index.column, 'facet'], async () => {
    const where = sql.join(conditionsOf(reduced, index.byFacet), sql` and `)
    const { rows } = await sql<{ n: number }>`select count(*) as n from (
      select 1 from account ${using(db, index)} where ${where} limit ${most}) as entries`.execute(
      db,
    )
    return Number(rows[0]?.n ?? 0)
  })
}
