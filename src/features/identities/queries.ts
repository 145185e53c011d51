import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api, consoleApi, ok, totalOf, type Identity } from '#api/client.ts'
import { PAGE_SIZE, type RowPage } from '#ui/row-pages.ts'

import { isForTenant, toApiQuery, toTenantQuery, type IdentityList } from './search.ts'

/** `accounts`: how many the identity has; null where that is not known. */
export type ListedIdentity = Identity & { accounts?: number | null }

/** From general to specific, so that invalidating a prefix reaches everything under it. */
export const identityKeys = {
  all: ['identities'] as const,
  lists: () => [...identityKeys.all, 'list'] as const,
  counts: () => [...identityKeys.all, 'counts'] as const,
  details: () => [...identityKeys.all, 'detail'] as const,
}

/** The list state is the key: two filters never share a page. */
export const identityPageQuery = (list: IdentityList, page: number) =>
  queryOptions({
    queryKey: [...identityKeys.lists(), list, page],
    queryFn: ({ signal }) =>
      isForTenant(list) ? fromTenant(list, page, signal) : fromIndex(list, page, signal),
  })

export type ListedPage = RowPage<ListedIdentity>
type Page = Promise<ListedPage>

async function fromIndex(list: IdentityList, page: number, signal: AbortSignal): Page {
  const query = toApiQuery(list, page)
  const { data } = await ok(consoleApi.GET('/identities', { params: { query }, signal }))
  const { items, total, bounded: isBounded, partial: isPartial, index } = data
  // As the tenant answered them; everything stored has an id.
  const { changes } = index
  return { items: items as ListedIdentity[], total, isBounded, isPartial, changes }
}

/** The index keeps those that are correlated; the others are asked for where they are wanted. */
async function fromTenant(list: IdentityList, page: number, signal: AbortSignal): Page {
  const query = toTenantQuery(list, page)
  const { data, response } = await ok(api.GET('/identities', { params: { query }, signal }))
  // The contract marks `id` optional and `attributes` without fields; stored ones have both.
  const items = data as Identity[]
  return { items, total: totalOf(response, page * PAGE_SIZE + items.length) }
}

/** The lifecycle states that there are: each tenant names its own. */
export const lifecycleStatesQuery = queryOptions({
  queryKey: [...identityKeys.counts(), 'lifecycleState'],
  queryFn: async ({ signal }) => {
    const query = { limit: 0, facets: 'lifecycleState' }
    const { data } = await ok(consoleApi.GET('/identities', { params: { query }, signal }))
    return (data.facets[0]?.values ?? []).flatMap(({ value }) =>
      typeof value === 'string' ? [{ value, label: value }] : [],
    )
  },
  throwOnError: false,
  meta: { quiet: true },
})

export const identityQuery = (id: string) =>
  queryOptions({
    queryKey: [...identityKeys.details(), id],
    queryFn: async ({ signal }): Promise<Identity> => {
      const { data } = await ok(api.GET('/identities/{id}', { params: { path: { id } }, signal }))
      return data as Identity // as above
    },
  })

/** The first ten that a text finds. */
export const identitySearchQuery = (q: string) =>
  queryOptions({
    queryKey: [...identityKeys.all, 'search', q],
    queryFn: async ({ signal }) => {
      const query = { q, limit: 10 }
      const { data } = await ok(consoleApi.GET('/search', { params: { query }, signal }))
      return data.identities
    },
    enabled: q !== '',
    placeholderData: keepPreviousData,
    throwOnError: false,
    meta: { quiet: true },
  })
