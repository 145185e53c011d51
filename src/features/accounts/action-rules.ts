import type { Account } from '#api/client.ts'
import { actionText as text } from '#lib/messages/account-actions.ts'

import type { ActionContext, ActionId } from './actions.ts'
import { sourceNameOf } from './name-of.ts'

/** Under which the session keeps that the tenant has refused the action (identities have theirs). */
export const refusalKey = (action: ActionId) => `account-${action}`

type Rights = { levels: string[]; scope: string }

/** isc-facts §2: any one of the levels, and the scope. */
const helpdeskUp: Rights = {
  levels: ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN', 'HELPDESK'],
  scope: 'idn:accounts-state:manage',
}
const sourceAdminUp: Rights = {
  levels: ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN'],
  scope: 'idn:accounts:manage',
}
const rights: Record<ActionId, Rights> = {
  aggregate: helpdeskUp,
  enable: helpdeskUp,
  disable: helpdeskUp,
  unlock: helpdeskUp,
  edit: sourceAdminUp,
  reassign: sourceAdminUp,
  uncorrelate: sourceAdminUp,
  delete: sourceAdminUp,
  remove: { levels: ['ORG_ADMIN'], scope: 'idn:accounts:manage' },
}

/** isc-facts §6: this scope stands for every right of the user's level. */
const everyScope = 'sp:scopes:all'

export function notAllowed(action: ActionId, { operator, pending, refused }: ActionContext) {
  if (pending) return text.underWay[pending]
  const words = refused(action)
  if (words !== undefined) return text.blocked.refused(words)
  const { levels, scope } = rights[action]
  const { userLevels = [], scopes = [] } = operator ?? {}
  if (userLevels.length > 0 && !userLevels.some((level) => levels.includes(level))) {
    return text.blocked.needsLevel(levels.join(', '))
  }
  const hasScope = scopes.includes(scope) || scopes.includes(everyScope)
  return scopes.length > 0 && !hasScope ? text.blocked.needsScope(scope) : undefined
}

/**
 * isc-facts §8.1: ENABLE and UNLOCK say whether the source can tell and change that state. An
 * account holds them as one string (§5.1), its source as a list; neither known, the tenant decides.
 */
export function lacksFeature(
  feature: 'ENABLE' | 'UNLOCK',
  { features }: Account,
  { source }: ActionContext,
) {
  const known: string[] | undefined =
    features?.split(',').map((name) => name.trim()) ?? source?.features
  if (!known || known.includes(feature)) return undefined
  return feature === 'ENABLE' ? text.blocked.cannotEnable : text.blocked.cannotUnlock
}

/** isc-facts §8.3: attributes are written, and accounts deleted, on flat file sources alone. */
export function notFlatFile(account: Account, { source }: ActionContext) {
  // The type says it where sources may be read; every account names at least how it is connected.
  const isFile = source?.type
    ? /^delimited ?file$/i.test(source.type)
    : account.connectionType === 'file'
  return isFile && !account.systemAccount
    ? undefined
    : text.blocked.notFlatFile(sourceNameOf(account))
}

/** The log-in account of the tenant is the identity's own. */
export const staysWithItsIdentity = ({ systemAccount }: Account) =>
  systemAccount ? text.blocked.logInAccount : undefined
