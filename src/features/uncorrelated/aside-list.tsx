import { useQuery } from '@tanstack/react-query'

import { explain } from '#api/explain.ts'
import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { NothingYet, SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { announce } from '#ui/live-region.tsx'

import { AccountCell } from './bench-row.tsx'
import { accountName } from './names.ts'
import { someUncorrelatedQuery, type UncorrelatedAccount } from './queries.ts'
import { putBack, type Aside } from './set-aside.ts'

import classes from './aside-list.module.css'

/** As many ids as go into one address. */
const MOST_SHOWN = 100

/** What was set aside, the last one first, and the way back. */
export function AsideList({ why, ids }: { why: Aside; ids: ReadonlySet<string> }) {
  const shown = [...ids].slice(-MOST_SHOWN)
  const { data, error, refetch } = useQuery({
    ...someUncorrelatedQuery(shown),
    enabled: shown.length > 0,
    // One that was put back leaves the list; the others stay where they are meanwhile.
    placeholderData: (before) => before?.filter(({ id }) => ids.has(id)),
  })
  if (ids.size === 0) {
    const none = { skipped: text.empty.skipped, machine: text.empty.machine }
    const noneText = { skipped: text.empty.skippedText, machine: text.empty.machineText }
    return <NothingYet title={none[why]} text={noneText[why]} />
  }
  if (error && !data) return <ErrorPanel problem={explain(error)} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines />
  return (
    <>
      <p className={classes.note}>
        {why === 'machine' ? text.empty.machineNote : text.empty.skippedNote}
      </p>
      <ul className={classes.list} aria-label={text.views[why]}>
        {data.map((account) => (
          <li key={account.id} className={classes.item}>
            <div className={classes.account}>
              <AccountCell account={account} />
            </div>
            <PutBack account={account} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PutBack({ account }: { account: UncorrelatedAccount }) {
  const name = accountName(account)
  return (
    <Button
      variant="default"
      aria-label={text.putBackOf(name)}
      onClick={(event) => {
        const row = event.currentTarget.closest('li')
        const next = row?.nextElementSibling ?? row?.previousElementSibling
        const target =
          next?.querySelector<HTMLElement>('button:last-of-type') ??
          document.querySelector<HTMLElement>('h1')
        target?.focus({ preventScroll: true })
        putBack(account.id)
        announce(text.back(name))
      }}
    >
      {text.putBack}
    </Button>
  )
}
