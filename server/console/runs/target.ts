import type { components } from '../../../src/api/console-schema.d.ts'
import { say } from '../domain/sentences.ts'
import type { Edit } from './edit.ts'
import type { AccountFacts, AccountState } from './facts.ts'
import { reason, type Reason } from './reason.ts'

/** What becomes of an account: whose it is to be, or what its attributes are to be. */
export type Target = Owner | Edit

/** Whom an account is to belong to, and whether that shall count as decided by a person. */
export type Owner = components['schemas']['Target'] & {
  /** Absent where the tenant decides, which then says yes (isc-facts §8.3). */
  manuallyCorrelated?: boolean
}

export const nobody: Owner = { identityId: null, identityName: null }

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
  return reason('alreadyOwned', say('owned', { owner }))
}

/** Whoever owns it by now: it is taken from nobody. */
export function ownedAtAll(account: AccountFacts, target: Target | undefined): Reason | undefined {
  const { identityId, identityName } = account
  if (identityId === null || identityId === given(target).identityId) {
    return ownedAlready(account, target)
  }
  return reason('ownedByAnother', say('ownedByNow', { owner: identityName ?? identityId }))
}

/** Why it is not given back: what somebody has given to a third one meanwhile stays there. */
export function givenBack(
  { identityId, identityName }: AccountFacts,
  before: AccountState,
  after: AccountState | null,
): Reason | undefined {
  if ([before.identityId, after?.identityId].includes(identityId)) return undefined
  const owner = identityId === null ? 'nobody' : (identityName ?? identityId)
  return reason('ownedByAnother', `It has been given to ${owner} since the run.`)
}

/** As it was before a run; what an earlier version has not kept, the tenant decides. */
export function backTo({ identityId, identityName, manuallyCorrelated }: AccountState): Owner {
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

export const ownerIn = (target: Target | undefined): Owner | undefined =>
  target && 'identityId' in target ? target : undefined

export const editIn = (target: Target | undefined): Edit | undefined =>
  target && 'attributes' in target ? target : undefined

function given(target: Target | undefined): Owner {
  const owner = ownerIn(target)
  if (owner) return owner
  throw new Error('Nobody has said whom the account is to belong to.')
}

export function givenEdit(target: Target | undefined): Edit {
  const edit = editIn(target)
  if (edit) return edit
  throw new Error('Nobody has said what the attributes are to become.')
}
