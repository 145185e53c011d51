import { exactTime, parseTime } from '#lib/dates.ts'
import { formatDuration } from '#lib/duration.ts'
import { runText as text } from '#lib/messages/runs.ts'
import { sentence } from '#lib/messages/sentences.ts'

import { isOver, percentOf, settledOf, sizeOf } from './run-numbers.ts'
import type { Run } from './types.ts'

import classes from './run-progress.module.css'

const segments = ['done', 'notConfirmed', 'failed', 'notSent'] as const

/** How far it is, how fast it goes, and why it does not where it does not. */
export function RunProgress({ run }: { run: Run }) {
  const { counts, state } = run
  const size = sizeOf(run)
  const start = state === 'scheduled' ? parseTime(run.startAt) : undefined
  return (
    <section className={classes.progress} aria-label={text.progressLabel}>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={text.progressLabel}
        aria-valuenow={percentOf([run])}
        aria-valuetext={text.progress(settledOf(run), size)}
      >
        {segments
          .filter((segment) => counts[segment] > 0)
          .map((segment) => (
            <span
              key={segment}
              className={classes.segment}
              data-verdict={segment}
              style={{ width: `${(counts[segment] / size) * 100}%` }}
            />
          ))}
      </div>
      <p className={classes.words}>
        <span>{text.progress(settledOf(run), size)}</span>
        {start && <span>{text.starts(exactTime(start))}</span>}
        {run.wait && state === 'running' && <strong>{sentence(run.wait.text)}</strong>}
        {state === 'running' && run.perSecond !== null && (
          <span>{text.perSecond(run.perSecond)}</span>
        )}
        {state === 'running' && run.secondsLeft !== null && run.secondsLeft > 0 && (
          <span>{text.left(formatDuration(run.secondsLeft * 1000))}</span>
        )}
        {(isOver(run) || run.calls > 0) && <span>{text.calls(run.calls)}</span>}
        <span>{run.operator}</span>
      </p>
    </section>
  )
}
