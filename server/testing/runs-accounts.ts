import type { Account } from '../contract.ts'
import type { RequestEntry } from '../tenant/http/request-log.ts'
import { startTenant } from './indexed.ts'

/** A tenant that tells which accounts were really sent to. */
export async function startNoting(options: Parameters<typeof startTenant>[0] = {}) {
  const requests: RequestEntry[] = []
  const tenant = await startTenant({ ...options, onRequest: (entry) => requests.push(entry) })
  const sent = (verb: string) =>
    requests.flatMap(({ path, method, status }) => {
      const found = new RegExp(`^/v2024/accounts/([^/]+)/${verb}$`).exec(path)?.[1]
      return method === 'POST' && found ? [{ id: found, status }] : []
    })
  return { tenant, requests, sent }
}

/** One that nothing but the action itself decides about. */
export const isPlain = (account: Account) =>
  !account.systemAccount &&
  !account.authoritative &&
  !account.isMachine &&
  !account.nativeIdentity.startsWith('sentinel') &&
  account.features?.includes('ENABLE') === true
export const enabled = (accounts: Account[]) =>
  accounts.filter((account) => isPlain(account) && !account.disabled)
export const idsOf = (accounts: Account[]) => accounts.map(({ id }) => id ?? '')
