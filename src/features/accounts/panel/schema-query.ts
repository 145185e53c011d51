import { queryOptions } from '@tanstack/react-query'

import { api, ok } from '#api/client.ts'

import { accountSchemaOf, type AccountSchema } from './attribute-schema.ts'

/**
 * What the accounts of a source are made of. Who may not read it (the helpdesk: isc-facts §2) sees
 * attributes without what it would add.
 */
export const accountSchemaQuery = (sourceId: string) =>
  queryOptions({
    queryKey: ['sources', 'schemas', sourceId, 'account'],
    queryFn: async ({ signal }): Promise<AccountSchema> => {
      const params = { path: { sourceId }, query: { 'include-names': 'account' } }
      const { data } = await ok(api.GET('/sources/{sourceId}/schemas', { params, signal }))
      return accountSchemaOf(data)
    },
    staleTime: 5 * 60_000,
    throwOnError: false,
    meta: { quiet: true },
  })
