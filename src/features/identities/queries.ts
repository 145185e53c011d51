import { queryOptions } from '@tanstack/react-query'

import { api, ok, totalOf, type Identity } from '#api/client.ts'
import { PAGE_SIZE, type RowPage } from '#ui/row-pages.ts'

import { toApiQuery, type IdentityList } from './search.ts'

/** From general to specific, so that invalidating a prefix reaches everything under it. */
export const identityKeys = {
  all: ['identities'] as const,
  lists: () => [...identityKeys.all, 'list'] as const,
  details: () => [...identityKeys.all, 'detail'] as const,
}

/** The list state is the key: two filters never share a page. */
export const identityPageQuery = (list: IdentityList, page: number) =>
  queryOptions({
    queryKey: [...identityKeys.lists(), list, page],
    queryFn: async ({ signal }): Promise<RowPage<Identity>> => {
      const query = toApiQuery(list, page)
      const { data, response } = await ok(api.GET('/identities', { params: { query }, signal }))
      // The contract marks `id` optional and `attributes` without fields; stored ones have both.
      const items = data as Identity[]
      return { items, total: totalOf(response, page * PAGE_SIZE + items.length) }
    },
  })

export const identityQuery = (id: string) =>
  queryOptions({
    queryKey: [...identityKeys.details(), id],
    queryFn: async ({ signal }): Promise<Identity> => {
      const { data } = await ok(api.GET('/identities/{id}', { params: { path: { id } }, signal }))
      return data as Identity // as above
    },
  })
