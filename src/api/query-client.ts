import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'

import { t } from '#lib/messages.ts'

import { ApiError, isUnreachable } from './errors.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error
    /** `quiet`: the screen itself shows that a refresh failed, so no toast is needed. */
    queryMeta: { quiet?: boolean }
    mutationMeta: { failed?: string }
  }
}

type Listener = (title: string, error: Error) => void
let listener: Listener = () => {}

/** Who tells the user what failed behind a screen that stays. One listener: the toasts. */
export function onFailure(tell: Listener): void {
  listener = tell
}

const TRIES = 3
const TRIES_WHEN_TOLD_TO_WAIT = 10

/** A 4xx does not get better by asking again, except 429, which says when to. */
export function retry(failures: number, error: Error): boolean {
  if (!(error instanceof ApiError)) return false
  if (error.status === 429) return failures < TRIES_WHEN_TOLD_TO_WAIT - 1
  return failures < TRIES - 1 && (error.status === 0 || error.status >= 500)
}

export function retryDelay(failures: number, error: Error): number {
  const asked = error instanceof ApiError ? error.retryAfter : undefined
  // A tenant that names no time, or an absurd one, is asked again within two minutes at most.
  if (asked !== undefined) return Math.min(Math.max(asked, 0.5), 120) * 1000
  return Math.min(500 * 2 ** failures, 8000) * (0.75 + Math.random() / 2)
}

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    // Nothing on screen yet: the route's error page speaks. Data on screen: keep it and say so.
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Who nobody answered asks whether anybody does; the banner tells, and watches for it.
        if (isUnreachable(error) && query.queryKey[0] !== 'session') {
          void client.invalidateQueries({ queryKey: ['session'], exact: true })
        }
        if (query.state.data !== undefined && !query.meta?.quiet) listener(t.errors.refresh, error)
      },
    }),
    // A mutation names its failure in `meta.failed`; forms leave it out and show the error inline.
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.failed) listener(mutation.meta.failed, error)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        throwOnError: (_error, query) => query.state.data === undefined,
        retry,
        retryDelay,
      },
    },
  })
  return client
}

// By a timer, as is usual, an answer would be drawn a frame after the one that is about to come.
notifyManager.setScheduler(queueMicrotask)

export const queryClient = createQueryClient()
