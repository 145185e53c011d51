import type { components } from '../../../../src/api/console-schema.d.ts'
import { displayNameOf } from './account-clues.ts'

export type ShownAccount = components['schemas']['UncorrelatedAccount']['account']

/** What the bench shows of an account, which may be anything that the tenant has answered. */
export function shownOf(account: Record<string, unknown>): ShownAccount {
  const { id, name, nativeIdentity, sourceId, sourceName, isMachine } = account
  return {
    id: textOf(id),
    name: textOf(name),
    displayName: displayNameOf(account),
    nativeIdentity: textOf(nativeIdentity),
    sourceId: textOf(sourceId),
    sourceName: textOf(sourceName),
    isMachine: isMachine === true,
    authoritative: account.authoritative === true,
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
