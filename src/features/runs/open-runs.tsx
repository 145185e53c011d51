import { IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { runText as text } from '#lib/messages/runs.ts'
import { Hidden } from '#ui/hidden.tsx'
import { Link } from '#ui/link.tsx'

import { runPath } from './links.ts'
import { openRunsQuery } from './queries.ts'
import { percentOf } from './run-numbers.ts'
import { useLiveRuns } from './use-live-runs.ts'

import classes from './open-runs.module.css'

/** On every screen: that something is under way, how far it is, and where to see it. */
export function OpenRuns() {
  const { data } = useQuery(openRunsQuery)
  useLiveRuns()
  const runs = (data ?? []).filter(({ state }) => state !== 'scheduled')
  const [only] = runs
  if (!only) return null
  const percent = percentOf(runs)
  return (
    <Link to={runs.length === 1 ? runPath(only.id) : '/runs'} className={classes.link}>
      <IconPlayerPlay size={16} stroke={1.75} aria-hidden />
      <span aria-hidden className={classes.count}>
        {text.running(runs.length)}
      </span>
      <span aria-hidden>{percent} %</span>
      <Hidden>{text.openRuns(runs.length, percent)}</Hidden>
    </Link>
  )
}
