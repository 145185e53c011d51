import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'

import type { Account } from '#api/client.ts'

import type { OfferedAction } from './actions.ts'
import { panelAddress } from './panel-address.ts'
import { requestAction } from './request-action.ts'

/** What choosing an action does, from whichever list the account is shown in. */
export function useAct() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const here = useLocation()
  return (account: Account, action: OfferedAction) => {
    if ('goesTo' in action) return void navigate(action.goesTo(account))
    if (!('opens' in action)) return void requestAction(client, action, account)
    void navigate(panelAddress(here, account.id, action.opens), { preventScrollReset: true })
  }
}
