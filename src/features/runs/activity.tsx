import { useInfiniteQuery } from '@tanstack/react-query'

import { explain } from '#api/explain.ts'
import { t } from '#lib/messages.ts'
import { runText } from '#lib/messages/runs.ts'
import { sentence } from '#lib/messages/sentences.ts'
import { labelOf, oneLine } from '#lib/visible-text.ts'
import { Button } from '#ui/button.tsx'
import { RelativeTime } from '#ui/cells.tsx'
import { NothingYet, SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel, TrackingId } from '#ui/error-panel.tsx'
import { Link } from '#ui/link.tsx'

import { changeOf } from './change.ts'
import { runPath } from './links.ts'
import { activityQuery, type ActivityOf } from './queries.ts'
import { VerdictText } from './run-states.tsx'
import type { AuditEntry, RunItemState } from './types.ts'
import { useLiveRuns } from './use-live-runs.ts'

import classes from './activity.module.css'

const text = runText.activity

/** What operators did here, the newest first, and how each of it ended. */
export function Activity({ of }: { of: ActivityOf }) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    activityQuery(of),
  )
  useLiveRuns()
  if (!data && error) return <ErrorPanel problem={explain(error)} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines />
  const entries = data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) {
    const none = 'account' in of ? text.none.account : text.none.identity
    return <NothingYet title={none} text={text.noneText} />
  }
  return (
    <>
      <ol className={classes.list} aria-label={text.label}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} isNamed={'identity' in of} />
        ))}
      </ol>
      {hasNextPage && (
        <p className={classes.more}>
          <Button
            variant="default"
            aria-disabled={isFetchingNextPage || undefined}
            onClick={() => void fetchNextPage()}
          >
            {text.more}
          </Button>
        </p>
      )}
    </>
  )
}

function Entry({ entry, isNamed }: { entry: AuditEntry; isNamed: boolean }) {
  const { action, at, event, operator, runId, runNumber, words, trackingId } = entry
  const change = changeOf(entry)
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <span className={classes.action}>
          {runText.actions[action]} {isNamed && <Account {...entry} />}
        </span>
        <span className={classes.time}>
          <RelativeTime value={at} />
        </span>
      </div>
      <div className={classes.line}>
        {/* Entries of an account are its verdicts. */}
        <VerdictText state={event as RunItemState} />
        {change && <span>{change}</span>}
        <span className={classes.dim}>{text.by(operator)}</span>
        <Link to={runPath(runId)}>{runText.number(runNumber)}</Link>
      </div>
      {words !== null && <p className={classes.words}>{oneLine(sentence(words))}</p>}
      {/* Of what went well nobody asks the tenant; the audit has it. */}
      {event !== 'done' && trackingId !== null && <TrackingId id={trackingId} />}
    </li>
  )
}

function Account({ accountId, accountName, sourceName }: AuditEntry) {
  const name = labelOf(accountName) ?? t.accounts.unnamed
  return (
    <>
      {accountId === null ? (
        name
      ) : (
        <Link to={`/accounts/${encodeURIComponent(accountId)}`}>{name}</Link>
      )}
      {sourceName !== null && `, ${labelOf(sourceName) ?? sourceName}`}
    </>
  )
}
