import { queryOptions } from '@tanstack/react-query'

import { api, ok, totalOf, type Account } from '#api/client.ts'

import { accountKeys, type AccountPage } from './queries.ts'

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
