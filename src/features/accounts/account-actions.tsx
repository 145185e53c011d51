import { IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'

import type { Account } from '#api/client.ts'
import { actionText } from '#lib/messages/account-actions.ts'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/hidden.tsx'

import { AccountMenu } from './account-menu.tsx'
import { AccountStatus } from './account-status.tsx'
import { accountActions, type AccountAction } from './actions.ts'
import { requestAction } from './request-action.ts'
import { useActionContext } from './use-action-context.ts'

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

function ActionButton({ action, account }: { action: AccountAction; account: Account }) {
  const client = useQueryClient()
  const reasonId = useId()
  const blocked = action.blocked(account, useActionContext(account))
  return (
    <>
      <Button
        variant="default"
        // Not `disabled`: the keyboard has to reach the reason. The menu shows it to the eye.
        data-disabled={blocked !== undefined || undefined}
        aria-disabled={blocked !== undefined || undefined}
        aria-describedby={blocked === undefined ? undefined : reasonId}
        title={blocked}
        leftSection={<action.icon size={16} stroke={1.75} aria-hidden />}
        onClick={() => {
          if (blocked === undefined) void requestAction(client, action, account)
        }}
      >
        {action.label}
      </Button>
      {blocked !== undefined && (
        <Hidden>
          <span id={reasonId}>{blocked}</span>
        </Hidden>
      )}
    </>
  )
}
