import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import { api, ok, totalOf, type Account, type Entitlement } from '#api/client.ts'
import type { RowPage } from '#ui/row-pages.ts'

import { toApiQuery, type AccountList } from './search.ts'

export type AccountPage = RowPage<Account>
export type EntitlementPage = RowPage<Entitlement>

/** From general to specific, so that invalidating a prefix reaches everything under it. */
export const accountKeys = {
  all: ['accounts'] as const,
  lists: () => [...accountKeys.all, 'list'] as const,
  details: () => [...accountKeys.all, 'detail'] as const,
  entitlements: () => [...accountKeys.all, 'entitlements'] as const,
}

/** One page of a list. The list's state is part of the key, so two filters never share an entry. */
export const accountPageQuery = (list: AccountList, page: number) =>
  queryOptions({
    queryKey: [...accountKeys.lists(), list, page],
    queryFn: async ({ signal }): Promise<AccountPage> => {
      const query = toApiQuery(list, page)
      const { data, response } = await ok(api.GET('/accounts', { params: { query }, signal }))
      // Everything stored has an id, though the contract does not require it.
      return { items: data as Account[], total: totalOf(response, data.length) }
    },
    meta: { quiet: true },
  })

/** The tenant's most for one page, and more accounts than one person holds. */
const mostPerIdentity = 250

/** Every account of an identity, in a page of the same shape as a list's. */
export const identityAccountsQuery = (identityId: string) =>
  queryOptions({
    queryKey: [...accountKeys.lists(), { identityId }],
    queryFn: async ({ signal }): Promise<AccountPage> => {
      const query = {
        filters: `identityId eq ${JSON.stringify(identityId)}`,
        sorters: 'source.displayableName,name,id',
        limit: mostPerIdentity,
        count: true,
      }
      const { data, response } = await ok(api.GET('/accounts', { params: { query }, signal }))
      // Everything stored has an id, though the contract does not require it.
      return { items: data as Account[], total: totalOf(response, data.length) }
    },
    meta: { quiet: true },
  })

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...accountKeys.details(), id],
    queryFn: async ({ signal }): Promise<Account> => {
      const { data } = await ok(api.GET('/accounts/{id}', { params: { path: { id } }, signal }))
      return { ...data, id }
    },
    meta: { quiet: true },
  })

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
