import type { ReactNode } from 'react'

import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'

import { AccountCell } from './bench-row.tsx'
import type { UncorrelatedAccount } from './queries.ts'

import classes from './aside-list.module.css'

type Props = { account: UncorrelatedAccount; note?: ReactNode; children: ReactNode }

/** An account that was set aside, in a list of such. */
export function AsideItem({ account, note, children }: Props) {
  return (
    <li className={classes.item}>
      <div className={classes.account}>
        <AccountCell account={account} />
      </div>
      {note && <p className={classes.by}>{note}</p>}
      {children}
    </li>
  )
}

type ButtonProps = { name: string; isBusy?: boolean; onPutBack: () => void }

export function PutBackButton({ name, isBusy = false, onPutBack }: ButtonProps) {
  return (
    <Button
      variant="default"
      aria-label={text.putBackOf(name)}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) return
        focusNext(event.currentTarget)
        onPutBack()
      }}
    >
      {text.putBack}
    </Button>
  )
}

/** The item goes; the focus moves on to the next one, or back to the one before. */
function focusNext(button: HTMLElement) {
  const own = button.closest('li')
  const next = own?.nextElementSibling ?? own?.previousElementSibling
  const target =
    next?.querySelector<HTMLElement>('button:last-of-type') ??
    document.querySelector<HTMLElement>('h1')
  target?.focus({ preventScroll: true })
}
