import { useQuery } from '@tanstack/react-query'
import { useMatch } from 'react-router'

import type { OpenThing } from '#lib/open-action.ts'

import { actionsFor } from './actions.ts'
import { nameOf } from './name-of.ts'
import { accountQuery } from './queries.ts'
import { useAct } from './use-act.ts'
import { useActionContext } from './use-action-context.ts'

/** The account in the panel, and what can be done with it; undefined where none is open. */
export function useOpenAccount(): OpenThing | undefined {
  const inList = useMatch('/accounts/:accountId')?.params.accountId
  const ofIdentity = useMatch('/identities/:id/accounts/:accountId')?.params.accountId
  const id = inList ?? ofIdentity
  // The panel has it already, or nothing is offered.
  const { data: account } = useQuery({ ...accountQuery(id ?? ''), enabled: false })
  const context = useActionContext(account)
  const act = useAct()
  if (!account) return undefined
  const actions = actionsFor(account).map((action) => ({
    id: action.id,
    label: action.label,
    icon: action.icon,
    blocked: 'blocked' in action ? action.blocked(account, context) : undefined,
    run: () => act(account, action),
  }))
  return { id: account.id, name: nameOf(account), actions }
}
