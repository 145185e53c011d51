import type { CheckedFilter } from '../../../lib/filter/check.ts'
import { accountColumns } from './account-columns.ts'

/** One alternative of a filter: all of its conditions hold. */
export type Part = {
  /** Conditions on columns with few values alone: they choose facets. */
  facet: CheckedFilter[]
  /** Comparisons that an index on their column serves, by that column. */
  ranges: Map<string, CheckedFilter[]>
  /** What is left, to be checked entry by entry. */
  rest: CheckedFilter[]
}

/** More alternatives than this are left to the database: each repeats those before it. */
const MOST = 8

/**
 * A filter as alternatives of which no two hold for the same account. So an `or` of three names is
 * three short walks along three indexes, and their counts add up.
 */
export function partsOf(filter: CheckedFilter | undefined): Part[] {
  const all = conjuncts(filter)
  const either = all.find((one) => one.kind === 'or' && !hasFewValues(one))
  if (either?.kind !== 'or' || either.parts.length > MOST) return [partOf(all)]
  const others = all.filter((one) => one !== either)
  return either.parts.map((branch, at) =>
    partOf([...others, ...conjuncts(branch), ...either.parts.slice(0, at).map(not)]),
  )
}

const not = (part: CheckedFilter): CheckedFilter => ({ kind: 'not', part })

function conjuncts(filter: CheckedFilter | undefined): CheckedFilter[] {
  if (!filter) return []
  return filter.kind === 'and' ? filter.parts.flatMap(conjuncts) : [filter]
}

function partOf(conditions: CheckedFilter[]): Part {
  const part: Part = { facet: [], ranges: new Map(), rest: [] }
  for (const condition of conditions) {
    if (hasFewValues(condition)) part.facet.push(condition)
    else if (condition.kind === 'compare' || condition.kind === 'list') {
      const { name } = columnOf(condition.field)
      part.ranges.set(name, [...(part.ranges.get(name) ?? []), condition])
    } else part.rest.push(condition)
  }
  return part
}

const hasFewValues = (filter: CheckedFilter) =>
  fieldsOf(filter).every((field) => columnOf(field).few === true)

export const columnsOf = (filters: CheckedFilter[]) =>
  filters.flatMap(fieldsOf).map((field) => columnOf(field).name)

function fieldsOf(filter: CheckedFilter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.flatMap(fieldsOf)
    case 'not':
      return fieldsOf(filter.part)
    default:
      return [filter.field]
  }
}

function columnOf(field: string) {
  const column = accountColumns[field]
  if (!column) throw new Error(`The check let through the unknown field ${field}`)
  return column
}
