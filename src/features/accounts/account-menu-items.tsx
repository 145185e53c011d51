import { useEffect } from 'react'

import type { Account } from '#api/client.ts'
import { prepareConfirm } from '#ui/confirm.tsx'
import { MenuItem } from '#ui/menu-items.tsx'

import { actionsFor } from './actions.ts'
import { useAct } from './use-act.ts'
import { useActionContext } from './use-action-context.ts'

/** Loaded with the page's other parts once its rows are there, and on the first menu at the latest. */
export function AccountMenuItems({ account }: { account: Account }) {
  const act = useAct()
  const context = useActionContext(account)
  useEffect(prepareConfirm, [])
  return actionsFor(account).map((action) => (
    <MenuItem
      key={action.id}
      label={action.label}
      icon={action.icon}
      blocked={'blocked' in action ? action.blocked(account, context) : undefined}
      isDestructive={'destructive' in action ? action.destructive : undefined}
      onSelect={() => act(account, action)}
    />
  ))
}
