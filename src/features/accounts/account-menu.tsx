import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { ActionMenu, MenuItem } from '#ui/action-menu.tsx'
import type { PopupTrigger } from '#ui/popup.tsx'

import { actionsFor, nameOf } from './actions.ts'
import { useActionContext } from './use-action-context.ts'

const load = () => import('./mutations.ts')

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
  return actionsFor(account).map((action) => {
    const blocked = action.blocked(account, context)
    return (
      <MenuItem
        key={action.id}
        label={action.label}
        icon={action.icon}
        blocked={blocked}
        isDestructive={action.destructive}
        // Sending and following are not needed for the first rows, so they come with the first use.
        onSelect={() =>
          void load().then(({ requestAction }) => requestAction(client, action, account))
        }
      />
    )
  })
}
