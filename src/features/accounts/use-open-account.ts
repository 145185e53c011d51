import type { Icon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMatch } from 'react-router'

import { actionsFor } from './actions.ts'
import { nameOf } from './name-of.ts'
import { accountQuery } from './queries.ts'
import { useAct } from './use-act.ts'
import { useActionContext } from './use-action-context.ts'

export type OpenAction = {
  id: string
  label: string
  icon: Icon
  /** Why it is not possible; undefined where it is. */
  blocked: string | undefined
  run: () => void
}

/** The account in the panel, and what can be done with it; undefined where none is open. */
export function useOpenAccount(): { name: string; actions: OpenAction[] } | undefined {
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
  return { name: nameOf(account), actions }
}
