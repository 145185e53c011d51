import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { consoleApi, ok, type Session } from '#api/client.ts'

const CHECK_AGAIN_MS = 10_000

/**
 * Who the console acts as and on which tenant. Where the tenant refuses the credentials or cannot
 * be reached this is what fails, and it asks again by itself until it does not.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> =>
    (await ok(consoleApi.GET('/session', { signal }))).data,
  staleTime: 60_000,
  retry: false,
  // The banner tells; no page is thrown away for it and no toast repeats it.
  throwOnError: false,
  meta: { quiet: true },
  refetchInterval: (query) => (query.state.status === 'error' ? CHECK_AGAIN_MS : false),
})

/** By action id: the words in which the tenant refused it to this operator. */
export type Refusals = Readonly<Record<string, string>>

/** Nobody fetches these: each 403 adds one, and a reload forgets them all. */
export const refusedActionsQuery = queryOptions({
  queryKey: ['session', 'refused-actions'],
  queryFn: (): Refusals => ({}),
  initialData: {} as Refusals, // the type of an empty object says that it stays empty
  staleTime: Infinity,
  gcTime: Infinity,
})

/** From now on the action is blocked, with the tenant's words as the reason. */
export function learnRefusal(client: QueryClient, actionId: string, text: string): void {
  client.setQueryData(refusedActionsQuery.queryKey, (known) => ({ ...known, [actionId]: text }))
}
