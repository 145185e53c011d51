import { queryOptions } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import type { components } from '#api/console-schema.d.ts'
import { labelOf } from '#lib/visible-text.ts'
import type { Filter, FilterOption } from '#ui/filters.ts'

import { all, asPart, either, isWhole } from './filter-language.ts'
import { NO_VALUE, TEXT } from './filters.ts'
import { accountKeys } from './queries.ts'
import { toApiFilter, type AccountList } from './search.ts'

type Narrowing = Pick<AccountList, 'q' | 'filters'>
type Facet = components['schemas']['Facet']

/** Filters whose values the index counts, with the facet of each. */
const facetOf: Record<string, string> = {
  source: 'sourceId',
  status: 'status',
  type: 'type',
  lifecycle: 'cloudLifecycleState',
  password: 'passwordChanged',
  correlated: 'uncorrelated',
  entitlements: 'hasEntitlements',
  privileged: 'privileged',
  entitlement: 'privilegedEntitlement',
  origin: 'origin',
  manual: 'manuallyCorrelated',
  state: 'identityState',
  connection: 'connectionType',
  authoritative: 'authoritative',
}

export const isCounted = (filterId: string): boolean => Object.hasOwn(facetOf, filterId)

export const everything: Narrowing = { q: '', filters: {} }

export type Counts = { byFilter: Record<string, FilterOption[]>; isPartial: boolean }

/**
 * How many accounts each value of these filters would leave. The other filters count, a filter's own
 * values do not: they are alternatives to each other, and the index leaves them out.
 */
export const accountCountsQuery = ({ q, filters }: Narrowing, filterIds: string[]) =>
  queryOptions({
    queryKey: [...accountKeys.counts(), { q: q.trim(), filters }, filterIds],
    queryFn: async ({ signal }): Promise<Counts> => {
      const facets = filterIds.flatMap((id) => facetOf[id] ?? []).join(',')
      const asked = filterOf({ q, filters })
      const query = { limit: 0, facets, ...(asked && { filters: asked }) }
      const { data } = await ok(consoleApi.GET('/accounts', { params: { query }, signal }))
      const byFacet = new Map(data.facets.map((facet) => [facet.field, facet]))
      const counted = filterIds.map((id) => [id, optionsOf(id, byFacet.get(facetOf[id] ?? ''))])
      return { byFilter: Object.fromEntries(counted), isPartial: data.partial }
    },
    throwOnError: false,
    meta: { quiet: true },
  })

/**
 * What is written as text is no value of any filter, so the index must not leave it out even where
 * it speaks of one field alone: it then speaks of the id as well, which is never empty.
 */
function filterOf({ q, filters }: Narrowing): string | undefined {
  const [text] = filters[TEXT] ?? []
  if (!text || !isWhole(text)) return toApiFilter({ q, filters })
  const others = toApiFilter({ q, filters: { ...filters, [TEXT]: [] } })
  return all([others, either([asPart(text), 'id eq ""'])])
}

/** What the index counts, in the words of the filter. */
function optionsOf(filterId: string, facet: Facet | undefined): FilterOption[] {
  return (facet?.values ?? []).flatMap(({ value, count, label }) => {
    const chosen = valueOf(filterId, value)
    return chosen === undefined
      ? []
      : [{ value: chosen, label: labelOf(label ?? chosen) ?? chosen, count }]
  })
}

function valueOf(filterId: string, value: string | boolean | null): string | undefined {
  if (filterId === 'correlated') return value === true ? 'no' : 'yes'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value !== null) return value
  if (filterId === 'password' || filterId === 'privileged') return 'unknown'
  return filterId === 'lifecycle' ? NO_VALUE : undefined
}

/** Passwords of these ages are also in a wider one, which the index does not count by itself. */
const widerAge = { value: 'over-180-days', of: ['180-to-365-days', 'over-1-year'] }

/** The filter's own options with their numbers, or, where it has none, the values that there are. */
export function withCounts(
  filter: Filter,
  counted: FilterOption[] | undefined,
): FilterOption[] | undefined {
  if (!counted) return filter.options
  const found = new Map(counted.map((option) => [option.value, option]))
  const countOf = (value: string) => found.get(value)?.count ?? 0
  const known = filter.options?.map((option) => ({
    ...option,
    count:
      option.value === widerAge.value
        ? widerAge.of.reduce((sum, age) => sum + countOf(age), 0)
        : countOf(option.value),
  }))
  return known ?? counted
}
