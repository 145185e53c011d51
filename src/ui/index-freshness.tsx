import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

import { clockTime, exactTime, relativeTime } from '#lib/dates.ts'
import { indexText } from '#lib/messages/index-state.ts'

import { Hidden } from './hidden.tsx'
import { IconButton } from './icon-button.tsx'

import classes from './list-status.module.css'

type State = {
  complete: boolean
  read: number
  total: number | null
  asOf: string | null
  problem: string | null
}
type Props = {
  state: State | undefined
  isRefreshing: boolean
  onRefresh: () => void
}

/** How complete and how fresh the console's copy of the tenant is, and a way to ask for more. */
export function IndexFreshness({ state, isRefreshing, onRefresh }: Props) {
  const asOf = state?.asOf ? new Date(state.asOf) : undefined
  return (
    <div className={classes.status} data-failed={(state && state.problem !== null) || undefined}>
      {state?.problem && <IconAlertTriangle size={16} stroke={1.75} aria-hidden />}
      <span title={state?.problem ?? (asOf && exactTime(asOf))}>
        {state && <Words state={state} asOf={asOf} />}
      </span>
      <span className={classes.refresh} data-busy={isRefreshing || undefined}>
        <IconButton label={indexText.refresh} icon={IconRefresh} onClick={onRefresh} />
      </span>
    </div>
  )
}

function Words({ state, asOf }: { state: State; asOf: Date | undefined }) {
  const now = useClock()
  const { complete, problem, read, total } = state
  if (!complete && total !== null) return indexText.reading(read, total)
  if (!complete) return problem ? indexText.unread : indexText.counting
  // A copy of an earlier run: nobody knows yet what has changed since.
  if (!asOf) return problem ? indexText.outdated : indexText.checking
  if (!problem) return indexText.complete(ageOf(asOf, now))
  return (
    <>
      <Hidden>{indexText.outdated} </Hidden>
      {indexText.asOf(clockTime(asOf))}
    </>
  )
}

const STEP_MS = 5000

/** In steps that a reader can ignore. A time ahead is another clock's. */
function ageOf(time: Date, now: number): string {
  const seconds = Math.floor((now - time.getTime()) / STEP_MS) * (STEP_MS / 1000)
  if (seconds >= 60) return relativeTime(time, now)
  return seconds < 10 ? indexText.justNow : indexText.secondsAgo(seconds)
}

function useClock(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
