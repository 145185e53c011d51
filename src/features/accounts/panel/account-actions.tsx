import { IconChevronDown } from '@tabler/icons-react'

import type { Account } from '#api/client.ts'
import { actionText } from '#lib/messages/account-actions.ts'
import { Button } from '#ui/button.tsx'

import { AccountMenu } from '../account-menu.tsx'
import { AccountStatus } from '../account-status.tsx'
import { accountActions } from '../actions.ts'
import { ActionButton } from './action-button.tsx'

import classes from './account-actions.module.css'

/** The status, the two actions needed most as buttons, and all of them in a menu. */
export function AccountActions({ account }: { account: Account }) {
  const { aggregate, enable, disable } = accountActions
  return (
    <div className={classes.bar}>
      <span className={classes.status}>
        <AccountStatus account={account} />
      </span>
      <ActionButton action={aggregate} account={account} />
      <ActionButton action={account.disabled ? enable : disable} account={account} />
      <AccountMenu
        account={account}
        trigger={(props) => (
          <Button
            variant="default"
            rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />}
            {...props}
          >
            {actionText.actions.more}
          </Button>
        )}
      />
    </div>
  )
}
