import {
  mutationOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { useEffect } from 'react'

import { t } from '#lib/messages.ts'

import { consoleApi, ok } from './client.ts'
import { onIndexState, type IndexState } from './events.ts'

/** How complete and how fresh the index is. The events bring each change of it. */
export const indexStateQuery = queryOptions({
  queryKey: ['index'],
  queryFn: async ({ signal }): Promise<IndexState> =>
    (await ok(consoleApi.GET('/index', { signal }))).data,
  throwOnError: false,
  meta: { quiet: true },
})

/** The index's state, kept up to date while a component uses it. */
export function useIndexState(): IndexState | undefined {
  const client = useQueryClient()
  useEffect(
    () => onIndexState((state) => client.setQueryData(indexStateQuery.queryKey, state)),
    [client],
  )
  return useQuery(indexStateQuery).data
}

/**
 * Whether an answer on screen is of another state of the index, by its `changes`: what changed between
 * the first answers and the connection was told to nobody here.
 */
export const holdsOther = (client: QueryClient, queryKey: QueryKey, changes: number | undefined) =>
  client
    .getQueriesData<{ changes?: number | undefined }>({ queryKey, type: 'active' })
    .some(([, answer]) => answer?.changes !== undefined && answer.changes !== changes)

const PATIENCE_MS = 10_000

const refreshMutation = mutationOptions({
  mutationKey: ['index', 'refresh'],
  meta: { failed: t.errors.refresh },
  mutationFn: async () => {
    const { data } = await ok(consoleApi.POST('/index/refresh'))
    await stateAfter(data)
  },
})

/** The tenant is asked behind the answer; an event tells what came of it. */
function stateAfter({ asOf, problem }: IndexState): Promise<void> {
  return new Promise((resolve) => {
    let stop = () => {}
    const timer = setTimeout(end, PATIENCE_MS)
    function end() {
      clearTimeout(timer)
      stop()
      resolve()
    }
    stop = onIndexState((state) => {
      if (state.asOf !== asOf || state.problem !== problem) end()
    })
  })
}

/** Looks for changes at the tenant now. What it finds comes as events. */
export function useRefreshIndex() {
  const { mutate, isPending } = useMutation(refreshMutation)
  return { refresh: () => mutate(), isRefreshing: isPending }
}
