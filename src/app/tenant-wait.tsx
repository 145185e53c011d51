import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { Suspense, useCallback, useSyncExternalStore } from 'react'

import { ApiError } from '#api/errors.ts'
import { lazyPart } from '#lib/lazy-part.ts'

import classes from './tenant-wait.module.css'

const Countdown = lazyPart(async () => (await import('./tenant-countdown.tsx')).Countdown)

/** The tenant's rate limit is full: what is on the way waits, and goes on by itself. */
export function TenantWait() {
  const until = useWait()
  return (
    <span role="status" className={classes.place}>
      {until !== undefined && (
        <Suspense>
          <Countdown until={until} />
        </Suspense>
      )}
    </span>
  )
}

/** When the last of what waits goes on; undefined while nothing does. */
function useWait(): number | undefined {
  const client = useQueryClient()
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [client.getQueryCache(), client.getMutationCache()].map((cache) =>
        cache.subscribe(listener),
      )
      return () => ends.forEach((end) => end())
    },
    [client],
  )
  return useSyncExternalStore(subscribe, () => waitOf(client))
}

function waitOf(client: QueryClient): number | undefined {
  const queries = client.getQueryCache().findAll({ fetchStatus: 'fetching' })
  const mutations = client.getMutationCache().findAll({ status: 'pending' })
  const reasons = [
    ...queries.map(({ state }) => state.fetchFailureReason),
    ...mutations.map(({ state }) => state.failureReason),
  ]
  const ends = reasons
    .filter((reason) => reason instanceof ApiError)
    .filter(({ status }) => status === 429)
    .map(({ at, retryAfter = 0 }) => at + retryAfter * 1000)
  return ends.length > 0 ? Math.max(...ends) : undefined
}
