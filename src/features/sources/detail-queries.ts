import { queryOptions } from '@tanstack/react-query'

import { api, ok, type Source } from '#api/client.ts'
import type { components } from '#api/schema.d.ts'

import { sourceKeys } from './queries.ts'

export type SourceSchema = components['schemas']['Schema']

const details = (id: string) => [...sourceKeys.all, 'detail', id] as const

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: details(id),
    queryFn: async ({ signal }): Promise<Source> => {
      const { data } = await ok(api.GET('/sources/{id}', { params: { path: { id } }, signal }))
      return { ...data, id }
    },
    meta: { quiet: true },
  })

/** Who may see a source may not always see its schemas; the rest of the page stays. */
export const schemasQuery = (id: string) =>
  queryOptions({
    queryKey: [...details(id), 'schemas'],
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
