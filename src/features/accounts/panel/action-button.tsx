import { useId } from 'react'

import type { Account } from '#api/client.ts'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/hidden.tsx'

import type { AccountAction, OpeningAction } from '../actions.ts'
import { useAct } from '../use-act.ts'
import { useActionContext } from '../use-action-context.ts'

import classes from './action-button.module.css'

type Props = {
  action: AccountAction | OpeningAction
  account: Account
  /** Where nothing else on the screen says why it is not possible. */
  isReasonShown?: boolean
}

/** An action of an account as a button. What is not possible says why, to eye, ear and keyboard. */
export function ActionButton({ action, account, isReasonShown = false }: Props) {
  const act = useAct()
  const reasonId = useId()
  const blocked = action.blocked(account, useActionContext(account))
  const reason = blocked !== undefined && <span id={reasonId}>{blocked}</span>
  return (
    <>
      <Button
        variant="default"
        // Not `disabled`: the keyboard has to reach the reason. The menu shows it to the eye.
        data-disabled={blocked !== undefined || undefined}
        aria-disabled={blocked !== undefined || undefined}
        aria-describedby={blocked === undefined ? undefined : reasonId}
        title={blocked}
        data-action={action.id}
        leftSection={<action.icon size={16} stroke={1.75} aria-hidden />}
        onClick={() => {
          if (blocked === undefined) act(account, action)
        }}
      >
        {action.label}
      </Button>
      {reason &&
        (isReasonShown ? <p className={classes.reason}>{reason}</p> : <Hidden>{reason}</Hidden>)}
    </>
  )
}
