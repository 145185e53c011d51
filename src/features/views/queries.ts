import { queryOptions } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'

import { rememberViews } from './memory.ts'
import type { View } from './state.ts'

export const viewKeys = { all: ['views'] as const }

/** Every view of the operator, by name: there are 200 at most, and the navigation needs both lists'. */
export const viewsQuery = queryOptions<View[]>({
  queryKey: viewKeys.all,
  queryFn: async ({ signal }) => {
    const { data } = await ok(consoleApi.GET('/views', { signal }))
    rememberViews(data)
    return data
  },
  staleTime: 60_000,
  // No list is thrown away for it: the menu tells, and links work without.
  throwOnError: false,
  meta: { quiet: true },
})
