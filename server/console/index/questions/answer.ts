import type { Sorter } from '../../../lib/filter/sorters.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import { Bitmap } from '../memory/bitmap.ts'
import { facetOf, type Facet } from './facets.ts'
import { rowsOf } from './matching.ts'
import type { Plan } from './plan.ts'
import { pageOf } from './sorting.ts'

export type Question = {
  plan: Plan
  /** The rows of each of the plan's outside conditions, in their order. */
  resolved?: readonly Bitmap[]
  sorters?: readonly Sorter[]
  offset?: number
  limit: number
  facets?: readonly string[]
  /** Milliseconds since 1970, for the ages of passwords. */
  now: number
}

export type Answer = {
  /** The rows of the page, sorted. */
  ords: number[]
  total: number
  /** By name; null where memory does not hold what is to be counted. */
  facets: Record<string, Facet | null>
}

/**
 * Answers from memory alone. Each facet counts the rows that match the rest of the filter, without
 * the parts that speak only of it: so its own choice does not hide the others. Throws OutdatedPlan
 * where the memory has changed in a way that asks for a new plan.
 */
export function answer(memory: AccountMemory, question: Question): Answer {
  const { plan, resolved = [], sorters = [], offset = 0, limit, facets = [], now } = question
  const parts = plan.parts.map(({ step, facet }) => ({
    facet,
    rows: rowsOf(step, memory, resolved),
  }))
  const matching = allOf(memory, parts)
  const total = matching ? matching.count() : memory.size
  const ords = pageOf(memory, matching, total, { sorters, offset, limit })

  const counted = facets.map((name): [string, Facet | null] => {
    const others = parts.filter(({ facet }) => facet !== name)
    const rows = others.length === parts.length ? matching : allOf(memory, others)
    return [name, facetOf(memory, name, rows ?? memory.live, now)]
  })
  return { ords, total, facets: Object.fromEntries(counted) }
}

/** Undefined where there is no condition, and all rows match. */
function allOf(memory: AccountMemory, parts: readonly { rows: Bitmap }[]): Bitmap | undefined {
  const [first, ...others] = parts
  if (!first) return undefined
  const rows = memory.live.copy().and(first.rows)
  for (const other of others) rows.and(other.rows)
  return rows
}
