import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import type { components } from '#api/console-schema.d.ts'

export type SearchAnswer = components['schemas']['SearchAnswer']

/** Of each kind; the lists show the rest. */
const MOST = 5

/**
 * What is typed is the key, so an answer that comes late is never taken for one to what was typed
 * since; the one before stays until the next is there.
 */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: async ({ signal }): Promise<SearchAnswer> => {
      const query = { q, limit: MOST }
      return (await ok(consoleApi.GET('/search', { params: { query }, signal }))).data
    },
    enabled: q !== '',
    placeholderData: keepPreviousData,
    throwOnError: false,
    meta: { quiet: true },
  })
