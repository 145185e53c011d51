import { api, ok, type Identity } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'

import type { BulkAction, BulkDeps, Sent } from './bulk.ts'

/** An id has 32 digits: more of them in one filter would make an address too long for some proxies. */
const READ_AT_ONCE = 50

type Hooks = {
  /** Each identity as it was read again, so that the screens show what is true. */
  onRead: (identities: Identity[]) => void
  onForbidden: (words: string) => void
}

export function bulkCalls({ onRead, onForbidden }: Hooks): BulkDeps {
  return {
    send: (action, ids) =>
      send(action, ids).catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        if (error.status === 403) onForbidden(error.text)
        return { is: isRefusal(error) ? 'refused' : 'lost', words: error.text }
      }),
    readDisabled: async (ids) => {
      const identities = (await Promise.all(chunks(ids).map(read))).flat()
      onRead(identities)
      return new Map(
        identities.map(({ id, identityStatus }) => [id, identityStatus === 'DISABLED']),
      )
    },
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
}

/** A 4xx says that nothing was done. After anything else it may have been. */
const isRefusal = ({ status }: ApiError) => status >= 400 && status < 500

async function send(action: BulkAction, identityIds: string[]): Promise<Sent> {
  const path =
    action === 'enable'
      ? ('/identities-accounts/enable' as const)
      : ('/identities-accounts/disable' as const)
  const { data } = await ok(api.POST(path, { body: { identityIds } }))
  return { is: 'answered', answers: Array.isArray(data) ? data : [] }
}

async function read(ids: string[]): Promise<Identity[]> {
  const query = {
    filters: `id in (${ids.map((id) => JSON.stringify(id)).join(', ')})`,
    // An identity that is not correlated can be selected too.
    defaultFilter: 'NONE' as const,
    limit: ids.length,
  }
  try {
    const { data } = await ok(api.GET('/identities', { params: { query } }))
    return data as Identity[] // the contract marks `id` optional; stored identities have one
  } catch (error) {
    // Not read this time; the next try follows, and what is never read is not confirmed.
    if (error instanceof ApiError) return []
    throw error
  }
}

function chunks(ids: string[]): string[][] {
  const count = Math.ceil(ids.length / READ_AT_ONCE)
  return Array.from({ length: count }, (_, at) =>
    ids.slice(at * READ_AT_ONCE, (at + 1) * READ_AT_ONCE),
  )
}
