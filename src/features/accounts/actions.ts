import {
  IconBan,
  IconCircleCheck,
  IconLockOpen,
  IconRefresh,
  IconTrash,
  type Icon,
} from '@tabler/icons-react'

import { api, ok, type Account, type Source } from '#api/client.ts'
import { actionText as text } from '#lib/messages/account-actions.ts'

import { nameOf, sourceNameOf } from './name-of.ts'

export type ActionId = 'aggregate' | 'enable' | 'disable' | 'unlock' | 'remove'

/** What besides the account decides whether an action is possible. */
export type ActionContext = {
  /** Both empty where the token names none: then only the tenant can tell. */
  operator: { userLevels: string[]; scopes: string[] } | undefined
  /** Undefined where sources are not loaded, or the operator may not read them. */
  source: Pick<Source, 'name' | 'healthy' | 'features'> | undefined
  pending: ActionId | undefined
  /** The tenant's words where it has refused this action with a 403 before. */
  refused: (action: ActionId) => string | undefined
}

export type Confirm = { title: string; body: string; button: string }

export type AccountAction = {
  id: ActionId
  label: string
  icon: Icon
  destructive?: true
  /** Why it is not possible, in words for the operator; undefined where it is. */
  blocked: (account: Account, context: ActionContext) => string | undefined
  /** What is asked before anything is sent; absent where nothing is asked. */
  confirm?: (account: Account) => Confirm
  /** Sends it, and answers the id of its task; undefined where the tenant names none. */
  call: (id: string) => Promise<string | undefined>
  /** Whether the account, read again, shows that it was done. */
  shows: (after: Account, before: Account, taskEnded: boolean) => boolean
  /** True where an account that cannot be found any more is what was wanted. */
  endsGone?: true
}

const path = (id: string) => ({ params: { path: { id } } })

export const accountActions: Record<ActionId, AccountAction> = {
  aggregate: {
    id: 'aggregate',
    label: text.actions.aggregate,
    icon: IconRefresh,
    // isc-facts §8.2: an aggregation starts where the source is healthy.
    blocked: (account, context) =>
      notAllowed('aggregate', context) ??
      (context.source?.healthy === false
        ? text.blocked.unhealthy(sourceNameOf(account))
        : undefined),
    call: async (id) => (await ok(api.POST('/accounts/{id}/reload', path(id)))).data.id,
    // Nothing has to differ after it. Without its task, a new time of change is the only sign.
    shows: (after, before, taskEnded) => taskEnded || after.modified !== before.modified,
  },
  enable: {
    id: 'enable',
    label: text.actions.enable,
    icon: IconCircleCheck,
    blocked: (account, context) =>
      notAllowed('enable', context) ??
      lacksFeature('ENABLE', account, context) ??
      (account.disabled ? undefined : text.blocked.alreadyEnabled),
    // isc-facts §2: the body is required although each of its fields is optional.
    call: async (id) =>
      (await ok(api.POST('/accounts/{id}/enable', { ...path(id), body: {} }))).data.id,
    shows: (after) => !after.disabled,
  },
  disable: {
    id: 'disable',
    label: text.actions.disable,
    icon: IconBan,
    destructive: true,
    blocked: (account, context) =>
      notAllowed('disable', context) ??
      lacksFeature('ENABLE', account, context) ??
      (account.disabled ? text.blocked.alreadyDisabled : undefined),
    confirm: (account) => ({
      title: text.confirm.disable.title(nameOf(account)),
      body: text.confirm.disable.body(sourceNameOf(account)),
      button: text.confirm.disable.button,
    }),
    call: async (id) =>
      (await ok(api.POST('/accounts/{id}/disable', { ...path(id), body: {} }))).data.id,
    shows: (after) => after.disabled,
  },
  unlock: {
    id: 'unlock',
    label: text.actions.unlock,
    icon: IconLockOpen,
    blocked: (account, context) =>
      notAllowed('unlock', context) ??
      lacksFeature('UNLOCK', account, context) ??
      (account.locked ? undefined : text.blocked.notLocked),
    call: async (id) =>
      (await ok(api.POST('/accounts/{id}/unlock', { ...path(id), body: {} }))).data.id,
    shows: (after) => !after.locked,
  },
  remove: {
    id: 'remove',
    label: text.actions.remove,
    icon: IconTrash,
    destructive: true,
    blocked: (_account, context) => notAllowed('remove', context),
    // isc-facts §8.3: any source, the tenant's record only, and the next aggregation restores it.
    confirm: (account) => ({
      title: text.confirm.remove.title(nameOf(account)),
      body: text.confirm.remove.body(sourceNameOf(account)),
      button: text.confirm.remove.button,
    }),
    call: async (id) => (await ok(api.POST('/accounts/{id}/remove', path(id)))).data.id,
    shows: () => false,
    endsGone: true,
  },
}

/** What a menu offers: one of Enable and Disable, whichever the account is not yet. */
export const actionsFor = (account: Account): AccountAction[] => [
  accountActions.aggregate,
  account.disabled ? accountActions.enable : accountActions.disable,
  accountActions.unlock,
  accountActions.remove,
]

/** Under which the session keeps that the tenant has refused the action (identities have theirs). */
export const refusalKey = (action: ActionId) => `account-${action}`

type Rights = { levels: string[]; scope: string }

/** isc-facts §2: any one of the levels, and the scope. */
const helpdeskUp: Rights = {
  levels: ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN', 'HELPDESK'],
  scope: 'idn:accounts-state:manage',
}
const rights: Record<ActionId, Rights> = {
  aggregate: helpdeskUp,
  enable: helpdeskUp,
  disable: helpdeskUp,
  unlock: helpdeskUp,
  remove: { levels: ['ORG_ADMIN'], scope: 'idn:accounts:manage' },
}

/** isc-facts §6: this scope stands for every right of the user's level. */
const everyScope = 'sp:scopes:all'

function notAllowed(action: ActionId, { operator, pending, refused }: ActionContext) {
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
function lacksFeature(
  feature: 'ENABLE' | 'UNLOCK',
  { features }: Account,
  { source }: ActionContext,
) {
  const known: string[] | undefined =
    features?.split(',').map((name) => name.trim()) ?? source?.features
  if (!known || known.includes(feature)) return undefined
  return feature === 'ENABLE' ? text.blocked.cannotEnable : text.blocked.cannotUnlock
}
