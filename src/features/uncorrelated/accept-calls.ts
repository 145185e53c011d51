import { api, ok } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import { retry, retryDelay } from '#api/query-client.ts'

import type { AcceptCalls, Seen, Sent } from './accept.ts'

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export const acceptCalls: AcceptCalls = { read, correlate, sleep }

/** Not through the query cache: each look has to be a new one. */
async function read(id: string): Promise<Seen> {
  try {
    const { data } = await patiently(
      () => ok(api.GET('/accounts/{id}', { params: { path: { id } } })),
      retry,
    )
    // `uncorrelated` decides: an account that belongs to nobody names a hidden identity.
    const { authoritative } = data
    if (data.uncorrelated || !data.identityId) {
      return { is: 'found', owner: undefined, authoritative }
    }
    const owner = { id: data.identityId, name: data.identity?.name ?? data.identityId }
    return { is: 'found', owner, authoritative }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return { is: 'gone' }
    return { is: 'unread', ...problemOf(error) }
  }
}

async function correlate(id: string, identityId: string): Promise<Sent> {
  const body = [{ op: 'replace' as const, path: '/identityId', value: identityId }]
  try {
    await patiently(
      () =>
        ok(
          api.PATCH('/accounts/{id}', {
            params: { path: { id } },
            // The contract names no fields of an operation.
            body: body as unknown as never[],
            headers: { 'Content-Type': 'application/json-patch+json' },
          }),
        ),
      // A full rate limit means that nothing was done yet; after anything else it may have been.
      (failures, error) =>
        error instanceof ApiError && error.status === 429 && retry(failures, error),
    )
    return { is: 'accepted' }
  } catch (error) {
    const isRefused = error instanceof ApiError && error.status >= 400 && error.status < 500
    return {
      is: isRefused && error.status !== 408 ? 'refused' : 'lost',
      isForbidden: isRefused && error.status === 403,
      ...problemOf(error),
    }
  }
}

async function patiently<T>(call: () => Promise<T>, again: typeof retry): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof Error) || !again(failures, error)) throw error
      await sleep(retryDelay(failures, error))
    }
  }
}

const problemOf = (error: unknown) => ({
  words: error instanceof Error ? error.message : String(error),
  trackingId: error instanceof ApiError ? error.trackingId : undefined,
})
