import type { components } from '../../../src/api/console-schema.d.ts'
import type { Operator } from '../domain/operator.ts'
import { say } from '../domain/sentences.ts'
import type { Call } from '../upstream/call.ts'
import { backToAttributes, changedSince, editedAlready, editPatch, isEdited } from './edit.ts'
import type { AccountFacts, AccountState } from './facts.ts'
import { reason, type Reason } from './reason.ts'
import { lacks, loudly, noLogIn, notFlatFile, riskOfMoving, staysWithItsIdentity } from './rules.ts'
import {
  backTo,
  belongsTo,
  givenBack,
  givenEdit,
  nobody,
  ownedAlready,
  ownedAtAll,
  ownerPatch,
  type Target,
} from './target.ts'

type Schemas = components['schemas']
export type ActionId = Schemas['RunAction']

export type ActionRequest = Pick<Call, 'method' | 'path'> & {
  json?: unknown
  /** Of what is sent; `application/json` where it is not said. */
  type?: string
}

/** What is sent is about an account, or about its owner. */
type Addressed = {
  accountId: string
  identityId: string | null
  /** There for the actions that need one, and for no others. */
  target: Target | undefined
  /** Those that the action is about, as they were read last. */
  attributes?: AccountFacts['attributes']
}

export type Action = {
  request: (item: Addressed) => ActionRequest
  /** Any of the levels, and the scope (isc-facts §2). */
  rights: { levels: string[]; scope: string }
  /** Why it is so already; undefined where there is something to do. */
  already?: (account: AccountFacts, target: Target | undefined) => Reason | undefined
  /** Why the tenant would not do it. */
  notAllowed?: (account: AccountFacts) => Reason | undefined
  risky?: (account: AccountFacts) => Reason | undefined
  /** It needs to know whom the accounts are given to. */
  takesTarget?: true
  /** It needs to know what their attributes are to become. */
  takesAttributes?: true
  /** It switches what identities log in to the tenant with, and so changes them as well. */
  isOfLogIns?: true
  /**
   * Whether the account, read again, shows that it was done. Absent where nothing has to differ: then
   * its task alone can tell.
   */
  shows?: (after: AccountFacts, target: Target | undefined) => boolean
  /** Where an account that cannot be found any more is what was wanted. */
  endsGone?: true
  /** The action that puts back what this one changed, and which accounts it changed. */
  inverse?: {
    action: ActionId
    changed: (before: AccountState) => boolean
    /** Whom each account is given back to, or what its attributes were. */
    target?: (before: AccountState) => Target
    /** Why an account is left as it is: somebody has decided otherwise since. */
    movedOn?: (
      account: AccountFacts,
      before: AccountState,
      after: AccountState | null,
    ) => Reason | undefined
  }
}

const helpdeskUp = {
  levels: ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN', 'HELPDESK'],
  scope: 'idn:accounts-state:manage',
}

const sourceAdminUp = {
  levels: ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN'],
  scope: 'idn:accounts:manage',
}

function giveTo({ accountId, target }: Pick<Addressed, 'accountId' | 'target'>): ActionRequest {
  return { method: 'PATCH', path: pathOf(accountId), ...ownerPatch(target) }
}

/** isc-facts §2: the operations of identities take no other level. */
const logInAdmin = { levels: ['ORG_ADMIN'], scope: 'idn:accounts-state:manage' }

/** isc-facts §2: they switch the log-in account, and no account of another source. */
const logInAt = (identityId: string | null, verb: string) =>
  `/v2024/identities-accounts/${encodeURIComponent(identityId ?? '')}/${verb}`

const pathOf = (id: string) => `/v2024/accounts/${encodeURIComponent(id)}`
const at = (id: string, verb: string) => `${pathOf(id)}/${verb}`

export const actions: Record<ActionId, Action> = {
  aggregate: {
    request: ({ accountId }) => ({ method: 'POST', path: at(accountId, 'reload') }),
    rights: helpdeskUp,
    notAllowed: ({ sourceHealthy, sourceName }) =>
      sourceHealthy === false
        ? reason('unhealthySource', `${sourceName} is not healthy, so it cannot be read.`)
        : undefined,
  },
  enable: {
    // isc-facts §2: the body is required although each of its fields is optional.
    request: ({ accountId }) => ({ method: 'POST', path: at(accountId, 'enable'), json: {} }),
    rights: helpdeskUp,
    already: ({ disabled }) => (disabled ? undefined : reason('alreadyEnabled', say('enabled'))),
    notAllowed: (account) => lacks(account, 'ENABLE', 'enabling and disabling accounts'),
    shows: ({ disabled }) => !disabled,
    inverse: { action: 'disable', changed: ({ disabled }) => disabled },
  },
  disable: {
    request: ({ accountId }) => ({ method: 'POST', path: at(accountId, 'disable'), json: {} }),
    rights: helpdeskUp,
    already: ({ disabled }) => (disabled ? reason('alreadyDisabled', say('disabled')) : undefined),
    notAllowed: (account) => lacks(account, 'ENABLE', 'enabling and disabling accounts'),
    risky: loudly('Disabling it', 'disabled'),
    shows: ({ disabled }) => disabled,
    inverse: { action: 'enable', changed: ({ disabled }) => !disabled },
  },
  unlock: {
    request: ({ accountId }) => ({ method: 'POST', path: at(accountId, 'unlock'), json: {} }),
    rights: helpdeskUp,
    already: ({ locked }) => (locked ? undefined : reason('notLocked', say('notLocked'))),
    notAllowed: (account) => lacks(account, 'UNLOCK', 'unlocking accounts'),
    shows: ({ locked }) => !locked,
  },
  remove: {
    request: ({ accountId }) => ({ method: 'POST', path: at(accountId, 'remove') }),
    rights: { levels: ['ORG_ADMIN'], scope: 'idn:accounts:manage' },
    notAllowed: ({ systemAccount }) =>
      systemAccount
        ? reason('logInAccount', 'It is a log-in account of the tenant, which cannot be removed.')
        : undefined,
    risky: loudly('Removing it', 'removed'),
    shows: () => false,
    endsGone: true,
  },
  delete: {
    request: ({ accountId }) => ({ method: 'DELETE', path: pathOf(accountId) }),
    rights: sourceAdminUp,
    // isc-facts §8.3: on flat file sources alone.
    notAllowed: notFlatFile,
    risky: loudly('Deleting it', 'deleted'),
    shows: () => false,
    endsGone: true,
  },
  /** Gives what belongs to nobody to somebody, and takes nothing from anybody. */
  correlate: {
    request: giveTo,
    rights: sourceAdminUp,
    takesTarget: true,
    already: ownedAtAll,
    notAllowed: staysWithItsIdentity,
    risky: loudly('Correlating it', 'correlated'),
    shows: belongsTo,
    inverse: {
      action: 'reassign',
      changed: ({ identityId }) => identityId === null,
      target: backTo,
      movedOn: givenBack,
    },
  },
  reassign: {
    request: giveTo,
    rights: sourceAdminUp,
    takesTarget: true,
    already: ownedAlready,
    notAllowed: staysWithItsIdentity,
    risky: (account) =>
      riskOfMoving(account) ?? loudly('Giving it to somebody else', 'moved')(account),
    shows: belongsTo,
    inverse: { action: 'reassign', changed: () => true, target: backTo, movedOn: givenBack },
  },
  uncorrelate: {
    request: ({ accountId }) => giveTo({ accountId, target: nobody }),
    rights: sourceAdminUp,
    already: ({ uncorrelated }) =>
      uncorrelated ? reason('alreadyUncorrelated', say('uncorrelated')) : undefined,
    notAllowed: staysWithItsIdentity,
    risky: loudly('Uncorrelating it', 'uncorrelated'),
    shows: ({ uncorrelated }) => uncorrelated,
    inverse: {
      action: 'reassign',
      changed: ({ identityId }) => identityId !== null,
      target: backTo,
      movedOn: givenBack,
    },
  },
  enableLogIn: {
    request: ({ identityId }) => ({ method: 'POST', path: logInAt(identityId, 'enable') }),
    rights: logInAdmin,
    isOfLogIns: true,
    already: ({ disabled }) =>
      disabled ? undefined : reason('alreadyEnabled', say('logInEnabled')),
    notAllowed: noLogIn,
    shows: ({ disabled }) => !disabled,
    inverse: { action: 'disableLogIn', changed: ({ disabled }) => disabled },
  },
  disableLogIn: {
    request: ({ identityId }) => ({ method: 'POST', path: logInAt(identityId, 'disable') }),
    rights: logInAdmin,
    isOfLogIns: true,
    already: ({ disabled }) =>
      disabled ? reason('alreadyDisabled', say('logInDisabled')) : undefined,
    notAllowed: noLogIn,
    shows: ({ disabled }) => disabled,
    inverse: { action: 'enableLogIn', changed: ({ disabled }) => !disabled },
  },
  edit: {
    request: ({ accountId, target, attributes }) => ({
      method: 'PATCH',
      path: pathOf(accountId),
      ...editPatch(givenEdit(target), attributes),
    }),
    rights: sourceAdminUp,
    takesAttributes: true,
    already: (account, target) => editedAlready(account, givenEdit(target)),
    notAllowed: notFlatFile,
    risky: loudly('Changing its attributes', 'changed'),
    shows: (account, target) => isEdited(account, givenEdit(target)),
    inverse: {
      action: 'edit',
      changed: (before) => backToAttributes(before).attributes.length > 0,
      target: backToAttributes,
      movedOn: changedSince,
    },
  },
}

/** isc-facts §6: this scope stands for every right of the user's level. */
const EVERY_SCOPE = 'sp:scopes:all'

/** Why the operator may not do it at all. A token that names no rights leaves that to the tenant. */
export function missingRight(
  { rights }: Action,
  { userLevels, scopes }: Operator,
): Reason | undefined {
  const { levels, scope } = rights
  if (userLevels.length > 0 && !userLevels.some((level) => levels.includes(level))) {
    return reason('noLevel', `It needs one of the user levels ${levels.join(', ')}.`)
  }
  if (scopes.length === 0 || scopes.includes(scope) || scopes.includes(EVERY_SCOPE))
    return undefined
  return reason('noScope', `The console's credentials lack the scope ${scope}.`)
}
