import { queryOptions } from '@tanstack/react-query'

import { api, ok } from '#api/client.ts'
import type { components } from '#api/schema.d.ts'

import { sourceKeys } from './queries.ts'

export type SourceSchema = components['schemas']['Schema']

/** Who may see a source may not always see its schemas; the rest of the page stays. */
export const schemasQuery = (id: string) =>
  queryOptions({
    queryKey: [...sourceKeys.detail(id), 'schemas'],
    queryFn: async ({ signal }): Promise<SourceSchema[]> => {
      const params = { path: { sourceId: id } }
      const { data } = await ok(api.GET('/sources/{sourceId}/schemas', { params, signal }))
      // The one of the accounts first: it is the one that is looked for.
      return data.toSorted((a, b) => Number(b.name === 'account') - Number(a.name === 'account'))
    },
    staleTime: 60_000,
    throwOnError: false,
    meta: { quiet: true },
  })

export const accountSchemaOf = (schemas: SourceSchema[] | undefined) =>
  schemas?.find(({ name }) => name === 'account')
