import { queryOptions } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'

import { accountKeys } from './queries.ts'

const known = [...accountKeys.all, 'known'] as const
/** Suggestions: they need not follow each change. */
const staleTime = 60_000

/** Names of attributes that accounts have. */
export const attributeNamesQuery = queryOptions({
  queryKey: [...known, 'attributes'],
  queryFn: async ({ signal }) =>
    (await ok(consoleApi.GET('/accounts/attributes', { signal }))).data,
  staleTime,
  throwOnError: false,
  meta: { quiet: true },
})

export type KnownValue = { value: string; label?: string }

/** Values that accounts have in a field, the most frequent first. Not every field is counted. */
export const fieldValuesQuery = (facets: string) =>
  queryOptions({
    queryKey: [...known, 'values', facets],
    queryFn: async ({ signal }): Promise<KnownValue[]> => {
      const query = { limit: 0, facets }
      const { data } = await ok(consoleApi.GET('/accounts', { params: { query }, signal }))
      return (data.facets[0]?.values ?? []).flatMap(({ value, label }) =>
        typeof value === 'string' ? [{ value, ...(label !== undefined && { label }) }] : [],
      )
    },
    staleTime,
    throwOnError: false,
    meta: { quiet: true },
  })
