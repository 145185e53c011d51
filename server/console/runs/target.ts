import type { components } from '../../../src/api/console-schema.d.ts'
import type { AccountFacts, AccountState } from './facts.ts'
import { reason, type Reason } from './reason.ts'

/** Whom an account is to belong to, and whether that shall count as decided by a person. */
export type Target = components['schemas']['Target'] & {
  /** Absent where the tenant decides, which then says yes (isc-facts §8.3). */
  manuallyCorrelated?: boolean
}

export const nobody: Target = { identityId: null, identityName: null }

/** What gives an account to an identity, or takes it from everybody. */
export function ownerPatch(target: Target | undefined) {
  const { identityId, manuallyCorrelated } = given(target)
  const path = '/identityId'
  // isc-facts §8.3: a removal, since a replacement by null has been refused.
  const owner =
    identityId === null ? { op: 'remove', path } : { op: 'replace', path, value: identityId }
  const flag = { op: 'replace', path: '/manuallyCorrelated', value: manuallyCorrelated }
  return {
    type: 'application/json-patch+json',
    json: manuallyCorrelated === undefined ? [owner] : [owner, flag],
  }
}

export function belongsTo(account: AccountFacts, target: Target | undefined): boolean {
  const { identityId, manuallyCorrelated = account.manuallyCorrelated } = given(target)
  return account.identityId === identityId && account.manuallyCorrelated === manuallyCorrelated
}

export function ownedAlready(
  account: AccountFacts,
  target: Target | undefined,
): Reason | undefined {
  if (!belongsTo(account, target)) return undefined
  const { identityId, identityName } = given(target)
  const owner = identityId === null ? 'nobody' : (identityName ?? identityId)
  return reason('alreadyOwned', `It belongs to ${owner} already.`)
}

/** Whoever owns it by now: it is taken from nobody. */
export function ownedAtAll(account: AccountFacts, target: Target | undefined): Reason | undefined {
  const { identityId, identityName } = account
  if (identityId === null || identityId === given(target).identityId) {
    return ownedAlready(account, target)
  }
  return reason('ownedByAnother', `It belongs to ${identityName ?? identityId} by now.`)
}

/** As it was before a run; what an earlier version has not kept, the tenant decides. */
export function backTo({ identityId, identityName, manuallyCorrelated }: AccountState): Target {
  const flag = manuallyCorrelated === null ? {} : { manuallyCorrelated }
  return { identityId, identityName, ...flag }
}

export const textOf = (target: Target | undefined): string | null =>
  target ? JSON.stringify(target) : null

export function targetIn(text: string | null): Target | undefined {
  if (text === null) return undefined
  const target: Target = JSON.parse(text) // written above
  return target
}

function given(target: Target | undefined): Target {
  if (target) return target
  throw new Error('Nobody has said whom the account is to belong to.')
}
