import { queryOptions } from '@tanstack/react-query'

import { api, ok, totalOf, type Source } from '#api/client.ts'

export const sourceKeys = {
  all: ['sources'] as const,
  list: () => [...sourceKeys.all, 'list'] as const,
  detail: (id: string) => [...sourceKeys.all, 'detail', id] as const,
}

const PAGE = 250

/**
 * Every source, by name. It never takes a screen down: whoever may see accounts may not always see
 * sources (HELPDESK may not: isc-facts §2), and an account names its source itself.
 */
export const sourcesQuery = queryOptions({
  queryKey: sourceKeys.list(),
  queryFn: async ({ signal }): Promise<Source[]> => {
    const sources: Source[] = []
    let total: number
    do {
      const query = { sorters: 'name', limit: PAGE, offset: sources.length, count: true }
      const { data, response } = await ok(api.GET('/sources', { params: { query }, signal }))
      total = totalOf(response, sources.length + data.length)
      // Everything stored has an id, though the contract does not require it.
      sources.push(...(data as Source[]))
      if (data.length === 0) break
    } while (sources.length < total)
    return sources
  },
  staleTime: 60_000,
  throwOnError: false,
  meta: { quiet: true },
})

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: sourceKeys.detail(id),
    queryFn: async ({ signal }): Promise<Source> => {
      const { data } = await ok(api.GET('/sources/{id}', { params: { path: { id } }, signal }))
      return { ...data, id }
    },
    meta: { quiet: true },
  })
