import { queryOptions } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import type { components } from '#api/console-schema.d.ts'
import { accountsFilter, type SomeAccounts } from '#features/accounts/links.ts'

export type Facet = components['schemas']['Facet']

/** How many accounts fit a question, and how their values are spread. */
export type Counts = {
  total: number
  facets: Record<string, Facet>
  /** The index has not read all accounts yet: of what it has, this is the number. */
  isPartial: boolean
  /** The state of the index that they are of. */
  changes: number | undefined
}

export const overviewKeys = { all: ['overview'] as const }

async function count(who: SomeAccounts, facets: string[], signal: AbortSignal): Promise<Counts> {
  const filters = accountsFilter(who)
  const query = { limit: 0, facets: facets.join(','), ...(filters && { filters }) }
  const { data } = await ok(consoleApi.GET('/accounts', { params: { query }, signal }))
  const byField = data.facets.map((facet) => [facet.field, facet] as const)
  return {
    total: data.total,
    facets: Object.fromEntries(byField),
    isPartial: !data.index.complete,
    changes: data.index.changes,
  }
}

/** Whoever comes back to the page has not heard what changed meanwhile. */
const live = { staleTime: 0, meta: { quiet: true } }

const allFacets = [
  'status',
  'type',
  'sourceId',
  'cloudLifecycleState',
  'passwordChanged',
  'uncorrelated',
  'privileged',
  'privilegedEntitlement',
]

export const allAccountsQuery = queryOptions({
  queryKey: [...overviewKeys.all, 'all'],
  queryFn: ({ signal }) => count({}, allFacets, signal),
  ...live,
})

/** Accounts that let somebody in, of which what is stale is a risk. */
export const enabledAccountsQuery = queryOptions({
  queryKey: [...overviewKeys.all, 'enabled'],
  queryFn: ({ signal }) =>
    count({ status: ['enabled'] }, ['cloudLifecycleState', 'passwordChanged'], signal),
  ...live,
})

/** With a facet, though nobody reads it: counts are the index's to answer, and cost the tenant nothing. */
export const unchangedAccountsQuery = (day: string) =>
  queryOptions({
    queryKey: [...overviewKeys.all, 'unchanged', day],
    queryFn: ({ signal }) => count(unchangedSince(day), ['status'], signal),
    ...live,
  })

/** Whose last change lies on that day (UTC) or before. */
export const unchangedSince = (day: string): SomeAccounts => ({ modified: ['', day] })

const DAY = 86_400_000

/** The last day that lies a whole year back. */
export const yearAgo = (now: number): string => new Date(now - 366 * DAY).toISOString().slice(0, 10)
