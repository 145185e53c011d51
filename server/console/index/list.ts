import { checkFilter } from '../../lib/filter/check.ts'
import { parseFilter } from '../../lib/filter/parse.ts'
import { parseSorters } from '../../lib/filter/sorters.ts'
import { askDatabase } from './ask-database.ts'
import type { AccountMemory } from './memory/account-memory.ts'
import { answer } from './questions/answer.ts'
import { accountFields, attributeFields } from './questions/fields.ts'
import { OutdatedPlan } from './questions/matching.ts'
import { planOf } from './questions/plan.ts'
import { sortableFields } from './questions/sorting.ts'
import type { IndexDb } from './store/database.ts'
import { bodiesOf } from './store/rows.ts'

export type Asked = {
  filters: string
  sorters: string
  limit: number
  offset: number
  facets: string[]
}

export type FacetAnswer = {
  field: string
  values: { value: string | boolean | null; count: number }[]
  /** Accounts whose value is not among them. */
  other: number
}

export type Found = {
  /** The accounts as the tenant answered them, each as JSON. */
  bodies: string[]
  total: number
  facets: FacetAnswer[]
  /** True where a condition was held against a part of the accounts only. */
  bounded: boolean
}

/**
 * Answers from the copy. Throws FilterSyntaxError and FilterMeaningError for what cannot be asked;
 * a facet that memory does not hold is left out.
 */
export async function listAccounts(
  db: IndexDb,
  memory: AccountMemory,
  asked: Asked,
): Promise<Found> {
  const { ords, ...found } = await findAccounts(db, memory, asked)
  return { ...found, bodies: await bodiesOf(db, ords) }
}

/** The same, but the numbers of the accounts instead of the accounts. */
export async function findAccounts(db: IndexDb, memory: AccountMemory, asked: Asked) {
  try {
    return await findOnce(db, memory, asked)
  } catch (error) {
    if (!(error instanceof OutdatedPlan)) throw error
    return findOnce(db, memory, asked)
  }
}

async function findOnce(db: IndexDb, memory: AccountMemory, asked: Asked) {
  const { filters, offset, limit, facets } = asked
  const filter = filters.trim()
    ? checkFilter(parseFilter(filters, { quotedNames: true }), accountFields, attributeFields)
    : undefined
  const sorters = parseSorters(asked.sorters, sortableFields(memory))
  const plan = planOf(filter, memory)
  const parts = await Promise.all(plan.outside.map((leaf) => askDatabase(db, memory, leaf)))
  const resolved = parts.map(({ rows }) => rows)
  const question = { plan, resolved, sorters, offset, limit, facets, now: startOfDay() }
  const found = answer(memory, question)
  return {
    ords: found.ords,
    total: found.total,
    facets: Object.entries(found.facets).flatMap(([field, facet]) =>
      facet ? [{ field, values: facet.counts, other: facet.other }] : [],
    ),
    bounded: parts.some(({ bounded }) => bounded),
  }
}

/** Ages are counted in whole days of UTC: what a list is then filtered by stays the same all day. */
const startOfDay = () => Math.floor(Date.now() / 86_400_000) * 86_400_000
