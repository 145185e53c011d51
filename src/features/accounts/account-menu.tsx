import type { ReactNode } from 'react'

import type { Account } from '#api/client.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'
import { ActionMenu } from '#ui/action-menu.tsx'
import type { PopupTrigger } from '#ui/popup.tsx'

import { nameOf } from './name-of.ts'

/** What an action is, and whether it is possible, is not needed for the first rows. */
const AccountMenuItems = lazyPart(
  async () => (await import('./account-menu-items.tsx')).AccountMenuItems,
)

type Props = { account: Account; trigger?: (props: PopupTrigger) => ReactNode }

export function AccountMenu({ account, trigger }: Props) {
  return (
    <ActionMenu label={t.actionsFor(nameOf(account))} trigger={trigger}>
      {/* Mounted while the menu is open, so a long list does not pay for its hooks. */}
      <AccountMenuItems account={account} />
    </ActionMenu>
  )
}
