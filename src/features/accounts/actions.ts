import {
  IconArrowsDiff,
  IconBan,
  IconCircleCheck,
  IconEdit,
  IconEraser,
  IconLockOpen,
  IconRefresh,
  IconTrash,
  IconUserShare,
  IconUserX,
  type Icon,
} from '@tabler/icons-react'

import type { Account, Source } from '#api/client.ts'
import type { LogInAction, RunAction } from '#api/run-one.ts'
import type { AttributeValue } from '#api/run-plan.ts'
import { actionText as text } from '#lib/messages/account-actions.ts'
import type { Operator } from '#lib/rights.ts'

import { lacksFeature, notPossibleNow, notFlatFile, staysWithItsIdentity } from './action-rules.ts'
import { identityNameOf, uncorrelateQuestion } from './correlation-question.ts'
import { nameOf, sourceNameOf } from './name-of.ts'
import type { PanelPlace } from './panel-address.ts'

/** What a form or a picker has to ask for before it can be sent. */
type OpeningId = 'edit' | 'reassign'
/** What needs no more than a yes. */
export type DirectId = Exclude<ActionId, OpeningId>
/** Correlating is the work bench's: it takes no account from anybody. */
export type ActionId = Exclude<RunAction, LogInAction | 'correlate'>

/** What besides the account decides whether an action is possible. */
export type ActionContext = {
  /** Both empty where the token names none: then only the tenant can tell. */
  operator: Operator | undefined
  /** Undefined where sources are not loaded, or the operator may not read them. */
  source: Pick<Source, 'name' | 'healthy' | 'features' | 'type'> | undefined
  pending: ActionId | undefined
  /** The tenant's words where it has refused this action with a 403 before. */
  refused: (action: ActionId) => string | undefined
}

export type Confirm = {
  title: string
  body: string | string[]
  button: string
  /** What has to be typed before the button works: a name, where a slip would cost too much. */
  typed?: { label: string; text: string } | undefined
}

type ActionLook = {
  id: ActionId
  label: string
  icon: Icon
  destructive?: true
  /** Why it is not possible, in words for the operator; undefined where it is. */
  blocked: (account: Account, context: ActionContext) => string | undefined
}

/** An action that needs more from the operator than a yes: it opens where that is asked. */
export type OpeningAction = ActionLook & { id: OpeningId; opens: PanelPlace }

/** Changes nothing, and is always possible: it shows the account elsewhere. */
export type GoingAction = Pick<ActionLook, 'label' | 'icon'> & {
  id: 'compare'
  goesTo: (account: Account) => string
}
export type OfferedAction = AccountAction | OpeningAction | GoingAction

/** An action that the console carries out as a run of one: it knows how that is sent and confirmed. */
export type AccountAction = ActionLook & {
  /** Whom it gives the account to. */
  identityId?: string
  /** What the account's attributes become. */
  attributes?: AttributeValue[]
  /** Whether the form that sent it is still there, and itself says what did not work. */
  isWatched?: () => boolean
  /** What is asked before anything is sent; absent where nothing is asked. */
  confirm?: (account: Account) => Confirm
}

export const accountActions: Record<DirectId, AccountAction> = {
  aggregate: {
    id: 'aggregate',
    label: text.actions.aggregate,
    icon: IconRefresh,
    // isc-facts §8.2: an aggregation starts where the source is healthy.
    blocked: (account, context) =>
      notPossibleNow('aggregate', context) ??
      (context.source?.healthy === false
        ? text.blocked.unhealthy(sourceNameOf(account))
        : undefined),
  },
  enable: {
    id: 'enable',
    label: text.actions.enable,
    icon: IconCircleCheck,
    blocked: (account, context) =>
      notPossibleNow('enable', context) ??
      lacksFeature('ENABLE', account, context) ??
      (account.disabled ? undefined : text.blocked.alreadyEnabled),
  },
  disable: {
    id: 'disable',
    label: text.actions.disable,
    icon: IconBan,
    destructive: true,
    blocked: (account, context) =>
      notPossibleNow('disable', context) ??
      lacksFeature('ENABLE', account, context) ??
      (account.disabled ? text.blocked.alreadyDisabled : undefined),
    confirm: (account) => ({
      title: text.confirm.disable.title(nameOf(account)),
      body: text.confirm.disable.body(sourceNameOf(account)),
      button: text.confirm.disable.button,
    }),
  },
  unlock: {
    id: 'unlock',
    label: text.actions.unlock,
    icon: IconLockOpen,
    blocked: (account, context) =>
      notPossibleNow('unlock', context) ??
      lacksFeature('UNLOCK', account, context) ??
      (account.locked ? undefined : text.blocked.notLocked),
  },
  uncorrelate: {
    id: 'uncorrelate',
    label: text.actions.uncorrelate,
    icon: IconUserX,
    destructive: true,
    blocked: (account, context) =>
      notPossibleNow('uncorrelate', context) ??
      staysWithItsIdentity(account) ??
      (account.uncorrelated ? text.blocked.alreadyUncorrelated : undefined),
    confirm: uncorrelateQuestion,
  },
  remove: {
    id: 'remove',
    label: text.actions.remove,
    icon: IconEraser,
    destructive: true,
    blocked: (account, context) =>
      notPossibleNow('remove', context) ?? staysWithItsIdentity(account),
    // isc-facts §8.3: any source, the tenant's record only, and the next aggregation restores it.
    confirm: (account) => ({
      title: text.confirm.remove.title(nameOf(account)),
      body: text.confirm.remove.body(sourceNameOf(account)),
      button: text.confirm.remove.button,
    }),
  },
  delete: {
    id: 'delete',
    label: text.actions.delete,
    icon: IconTrash,
    destructive: true,
    blocked: (account, context) =>
      notPossibleNow('delete', context) ?? notFlatFile(account, context),
    confirm: (account) => ({
      title: text.confirm.delete.title(nameOf(account)),
      body: text.confirm.delete.body(sourceNameOf(account), identityNameOf(account)),
      button: text.confirm.delete.button,
    }),
  },
}

export const openingActions: { [Id in OpeningId]: OpeningAction & { id: Id } } = {
  edit: {
    id: 'edit',
    label: text.actions.edit,
    icon: IconEdit,
    blocked: (account, context) => notPossibleNow('edit', context) ?? notFlatFile(account, context),
    opens: { part: 'attributes', layer: 'edit' },
  },
  reassign: {
    id: 'reassign',
    label: text.actions.reassign,
    icon: IconUserShare,
    blocked: (account, context) =>
      notPossibleNow('reassign', context) ?? staysWithItsIdentity(account),
    opens: { part: 'correlation', layer: 'reassign' },
  },
}

export const compareAction: GoingAction = {
  id: 'compare',
  label: text.actions.compare,
  icon: IconArrowsDiff,
  goesTo: ({ id }) => `/accounts/compare?ids=${encodeURIComponent(id)}`,
}

/** What a menu offers: one of Enable and Disable, whichever the account is not yet. */
export const actionsFor = (account: Account): OfferedAction[] => [
  accountActions.aggregate,
  account.disabled ? accountActions.enable : accountActions.disable,
  accountActions.unlock,
  openingActions.edit,
  openingActions.reassign,
  accountActions.uncorrelate,
  compareAction,
  accountActions.remove,
  accountActions.delete,
]
