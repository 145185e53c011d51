import type { Account } from '#api/client.ts'
import { actionText as text } from '#lib/messages/account-actions.ts'
import { notAllowed, type Operator, type Right } from '#lib/rights.ts'

import type { ActionContext, ActionId } from './actions.ts'
import { sourceNameOf } from './name-of.ts'

/** Under which the session keeps that the tenant has refused the action (identities have theirs). */
export const refusalKey = (action: ActionId) => `account-${action}`

const helpdeskUp: Right = {
  levels: ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN', 'HELPDESK'],
  scope: 'idn:accounts-state:manage',
}
const sourceAdminUp: Right = {
  levels: ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN'],
  scope: 'idn:accounts:manage',
}
const rights: Record<ActionId, Right> = {
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

/** Under which the session keeps that the tenant has refused to create an account. */
export const CREATE = 'account-create'

/** Why the operator cannot create accounts; `refused` are the tenant's words where it said so before. */
export const mayNotCreate = (operator: Operator | undefined, refused: string | undefined) =>
  notAllowed(sourceAdminUp, operator, refused)

export function notPossibleNow(action: ActionId, { operator, pending, refused }: ActionContext) {
  return pending ? text.underWay[pending] : notAllowed(rights[action], operator, refused(action))
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
  const isFile = source?.type ? isFlatFile(source.type) : account.connectionType === 'file'
  return isFile && !account.systemAccount
    ? undefined
    : text.blocked.notFlatFile(sourceNameOf(account))
}

export const isFlatFile = (type: string | undefined) =>
  type !== undefined && /^delimited ?file$/i.test(type)

/** The log-in account of the tenant is the identity's own. */
export const staysWithItsIdentity = ({ systemAccount }: Account) =>
  systemAccount ? text.blocked.logInAccount : undefined
