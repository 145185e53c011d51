import { useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'

import type { Account } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { t } from '#lib/messages.ts'
import { ActionMenu, MenuItem } from '#ui/action-menu.tsx'
import type { PopupTrigger } from '#ui/popup.tsx'
import { toast } from '#ui/toast.ts'

import { actionsFor, nameOf, type AccountAction } from './actions.ts'
import { useActionContext } from './use-action-context.ts'

/** Sending and following are not needed for the first rows, so they come when a menu opens. */
const load = () => import('./request-action.ts')

type Props = { account: Account; trigger?: (props: PopupTrigger) => ReactNode }

export function AccountMenu({ account, trigger }: Props) {
  return (
    <ActionMenu label={t.actionsFor(nameOf(account))} trigger={trigger}>
      {/* Mounted while the menu is open, so a long list does not pay for its hooks. */}
      <AccountMenuItems account={account} />
    </ActionMenu>
  )
}

function AccountMenuItems({ account }: { account: Account }) {
  const client = useQueryClient()
  const context = useActionContext(account)
  useEffect(() => {
    // Ahead of the choice. What fails here is asked for again, and told, by the choice itself.
    load().catch(() => {})
  }, [])

  async function choose(action: AccountAction) {
    try {
      const { requestAction } = await load()
      await requestAction(client, action, account)
    } catch (error) {
      const { title, why } = explain(error)
      toast({ tone: 'bad', title, message: why })
    }
  }
  return actionsFor(account).map((action) => {
    const blocked = action.blocked(account, context)
    return (
      <MenuItem
        key={action.id}
        label={action.label}
        icon={action.icon}
        blocked={blocked}
        isDestructive={action.destructive}
        onSelect={() => void choose(action)}
      />
    )
  })
}
