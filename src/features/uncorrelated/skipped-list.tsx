import { useQuery } from '@tanstack/react-query'

import { explain } from '#api/explain.ts'
import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'
import { NothingYet, SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { announce } from '#ui/live-region.tsx'

import { AsideItem, PutBackButton } from './aside-item.tsx'
import { accountName } from './names.ts'
import { someUncorrelatedQuery } from './queries.ts'
import { unskip } from './set-aside.ts'

import classes from './aside-list.module.css'

/** As many ids as go into one address. */
const MOST_SHOWN = 100

/** What was skipped, and the way back. */
export function SkippedList({ ids }: { ids: ReadonlySet<string> }) {
  const shown = [...ids].slice(-MOST_SHOWN)
  const { data, error, refetch } = useQuery({
    ...someUncorrelatedQuery(shown),
    enabled: shown.length > 0,
    // One that was put back leaves the list; the others stay where they are meanwhile.
    placeholderData: (before) => before?.filter(({ id }) => ids.has(id)),
  })
  if (ids.size === 0) {
    return <NothingYet title={text.empty.skipped} text={text.empty.skippedText} />
  }
  if (error && !data) return <ErrorPanel problem={explain(error)} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines />
  return (
    <>
      <p className={classes.note}>{text.empty.skippedNote}</p>
      <ul className={classes.list} aria-label={text.views.skipped}>
        {data.map((account) => (
          <AsideItem key={account.id} account={account}>
            <PutBackButton
              name={accountName(account)}
              onPutBack={() => {
                unskip(account.id)
                announce(text.back(accountName(account)))
              }}
            />
          </AsideItem>
        ))}
      </ul>
    </>
  )
}
