import { sql } from 'kysely'

import type { CheckedFilter } from '../../../lib/filter/check.ts'
import type { Db } from '../database.ts'
import { accountColumns } from './account-columns.ts'
import { compile, type Order } from './columns.ts'
import type { Part } from './parts.ts'

/** The accounts of some facets that a part of the filter holds for. */
export type Section = {
  part: Part
  facets: number[]
  /** Whether these are all facets that there are. */
  all: boolean
  /** How many accounts the facets have, before the part's other conditions. */
  accounts: number
}

/** Accounts that are equal in all that the list is sorted by first. */
export type Group = Section[]

type FacetRow = { facet: number; n: number; rank: number; [part: `part${number}`]: 0 | 1 }

/**
 * The groups of the list in their order: one alone unless it is sorted by columns with few values
 * first. A tenant has some hundred facets, so this costs as much as a few rows do.
 */
export async function groupsOf(db: Db, parts: Part[], lead: Order[]): Promise<Group[]> {
  const matches = parts.map(({ facet }, at) => {
    const condition = facet.length > 0 ? sql`case when ${all(facet)} then 1 else 0 end` : sql`1`
    return sql`${condition} as ${sql.ref(`part${at}`)}`
  })
  // Facets that are equal in what leads the order have one rank.
  const rank = lead.length > 0 ? sql`dense_rank() over (order by ${orderBy(lead)})` : sql`1`
  const { rows } = await sql<FacetRow>`
    select facet, n, ${rank} as rank, ${sql.join(matches)} from account_facet
    where n > 0 order by rank`.execute(db)

  const ranks = new Map<number, FacetRow[]>()
  for (const row of rows) {
    const equal = ranks.get(row.rank)
    if (equal) equal.push(row)
    else ranks.set(row.rank, [row])
  }
  return [...ranks.values()]
    .map((group) => parts.map((part, at) => sectionOf(part, group, at, rows.length)))
    .map((group) => group.filter(({ accounts }) => accounts > 0))
    .filter((group) => group.length > 0)
}

function sectionOf(part: Part, group: FacetRow[], at: number, known: number): Section {
  const rows = group.filter((row) => row[`part${at}`] === 1)
  return {
    part,
    facets: rows.map(({ facet }) => facet),
    all: rows.length === known,
    accounts: rows.reduce((sum, { n }) => sum + n, 0),
  }
}

/** Says where missing values stand even where there are none: the indexes say so of every column. */
export const orderBy = (order: Order[]) =>
  sql.join(
    order.map(({ column, descending }) => {
      const direction = sql.raw(descending ? 'desc nulls last' : 'asc nulls first')
      return sql`${sql.ref(column.name)} ${direction}`
    }),
  )

/** Whether its facets alone say which accounts belong to it. */
export const isPlain = ({ part }: Section) => part.ranges.size === 0 && part.rest.length === 0

/** What holds for the section's accounts. `byFacet` names the facets even where these are all. */
export function conditionsOf({ part, facets, all: every }: Section, byFacet = !every) {
  const comparisons = [...part.ranges.values()].flat().concat(part.rest)
  const conditions = []
  // Numbers of ours, so they may stand in the text, where there may be any number of them.
  if (byFacet) conditions.push(sql`facet in (${sql.raw(facets.join(','))})`)
  if (comparisons.length > 0) conditions.push(all(comparisons))
  return conditions
}

const all = (parts: CheckedFilter[]) => compile({ kind: 'and', parts }, accountColumns)

/** What a count of the section depends on, by which it can be remembered. */
export const identityOf = ({ part, facets, all: every }: Section) => [
  every ? 'all' : facets,
  [...part.ranges],
  part.rest,
]

/** `byFacet` names the facets even of sections that have them all. */
export function whereAny(sections: Section[], byFacet = false) {
  const any = sections.map((section) => conditionsOf(section, byFacet || !section.all))
  return any.some((all) => all.length === 0)
    ? sql``
    : sql`where ${sql.join(
        any.map((all) => sql`(${sql.join(all, sql` and `)})`),
        sql` or `,
      )}`
}
