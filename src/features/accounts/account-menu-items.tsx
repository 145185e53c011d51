import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import type { Account } from '#api/client.ts'
import { prepareConfirm } from '#ui/confirm.tsx'
import { MenuItem } from '#ui/menu-items.tsx'

import { actionsFor } from './actions.ts'
import { requestAction } from './request-action.ts'
import { useActionContext } from './use-action-context.ts'

/** Loaded with the page's other parts once its rows are there, and on the first menu at the latest. */
export function AccountMenuItems({ account }: { account: Account }) {
  const client = useQueryClient()
  const context = useActionContext(account)
  useEffect(prepareConfirm, [])
  return actionsFor(account).map((action) => (
    <MenuItem
      key={action.id}
      label={action.label}
      icon={action.icon}
      blocked={action.blocked(account, context)}
      isDestructive={action.destructive}
      onSelect={() => void requestAction(client, action, account)}
    />
  ))
}
