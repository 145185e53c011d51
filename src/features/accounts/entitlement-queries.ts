import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import { api, ok, totalOf, type Entitlement } from '#api/client.ts'
import type { RowPage } from '#ui/row-pages.ts'

import { accountKeys } from './queries.ts'

type EntitlementPage = RowPage<Entitlement>

const entitlementsPerPage = 100

async function readEntitlements(
  id: string,
  range: { limit: number; offset?: number },
  signal: AbortSignal,
): Promise<EntitlementPage> {
  const params = { path: { id }, query: { ...range, count: true } }
  const { data, response } = await ok(api.GET('/accounts/{id}/entitlements', { params, signal }))
  // Everything stored has an id, though the contract does not require it.
  return { items: data as Entitlement[], total: totalOf(response, data.length) }
}

export const accountEntitlementsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...accountKeys.entitlements(), id, 'pages'],
    queryFn: ({ signal, pageParam: offset }) =>
      readEntitlements(id, { limit: entitlementsPerPage, offset }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ items, total }, _pages, offset) => {
      const next = offset + items.length
      return items.length > 0 && next < total ? next : undefined
    },
    throwOnError: false,
    meta: { quiet: true },
  })

/** The number alone: a limit of 0 sends no rows (isc-facts §3). */
export const entitlementCountQuery = (id: string) =>
  queryOptions({
    queryKey: [...accountKeys.entitlements(), id, 'count'],
    queryFn: async ({ signal }) => (await readEntitlements(id, { limit: 0 }, signal)).total,
    throwOnError: false,
    staleTime: 60_000,
    meta: { quiet: true },
  })

export const entitlementQuery = (id: string) =>
  queryOptions({
    queryKey: [...accountKeys.entitlements(), 'one', id],
    queryFn: async ({ signal }): Promise<Entitlement> => {
      const { data } = await ok(api.GET('/entitlements/{id}', { params: { path: { id } }, signal }))
      return { ...data, id }
    },
    throwOnError: false,
    staleTime: 60_000,
    meta: { quiet: true },
  })

/** More than this nobody compares; the tenant is asked for so many at most. */
const mostCompared = 2000
const largestPage = 250

/** All of an account's, for what looks at them as a whole. */
export const allEntitlementsQuery = (id: string) =>
  queryOptions({
    queryKey: [...accountKeys.entitlements(), id, 'all'],
    queryFn: async ({ signal }): Promise<Entitlement[]> => {
      const all: Entitlement[] = []
      let total: number
      do {
        const page = await readEntitlements(id, { limit: largestPage, offset: all.length }, signal)
        total = page.total
        all.push(...page.items)
        if (page.items.length === 0) break
      } while (all.length < Math.min(total, mostCompared))
      return all
    },
    throwOnError: false,
    staleTime: 60_000,
    meta: { quiet: true },
  })
