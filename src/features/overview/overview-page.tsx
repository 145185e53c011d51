import type { IndexState } from '#api/events.ts'
import { explain } from '#api/explain.ts'
import { useIndexState, useRefreshIndex } from '#api/index-state.ts'
import { queryClient } from '#api/query-client.ts'
import { useLiveCounts } from '#api/use-live-counts.ts'
import { clockTime } from '#lib/dates.ts'
import { overviewText as text } from '#lib/messages/overview.ts'
import { IndexFreshness } from '#ui/index-freshness.tsx'
import { announce } from '#ui/live-region.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useReturn } from '#ui/use-return.ts'

import { NumberLink } from './number-link.tsx'
import { OverviewContent } from './overview-content.tsx'
import {
  allAccountsQuery,
  enabledAccountsQuery,
  overviewKeys,
  unchangedAccountsQuery,
  yearAgo,
} from './queries.ts'
import { useOverview } from './use-overview.ts'

import classes from './overview-page.module.css'

/** Starts the questions and does not wait: the page shows what fails. */
export function loader() {
  queryClient.query(allAccountsQuery).catch(() => {})
  queryClient.query(enabledAccountsQuery).catch(() => {})
  queryClient.query(unchangedAccountsQuery(yearAgo(Date.now()))).catch(() => {})
  return null
}

const tellComplete = () => announce(text.complete)

export function Component() {
  const index = useIndexState()
  const { answers, isPartial, isUnread, error, countedAt } = useOverview(index)
  const { refresh, isRefreshing } = useRefreshIndex()
  useLiveCounts(overviewKeys.all, tellComplete)
  const total = answers.all?.total
  const place = useReturn(total !== undefined)

  return (
    <div className={classes.page} {...place}>
      <PageHeader
        title={text.title}
        beside={
          total !== undefined && (
            <span className={classes.total}>
              <NumberLink label={text.all} count={total} who={{}} isPartial={isPartial} />
            </span>
          )
        }
      >
        <IndexFreshness state={index} isRefreshing={isRefreshing} onRefresh={refresh} />
      </PageHeader>
      {error ? (
        <Notice>{text.notUpToDate(clockTime(new Date(countedAt)), explain(error).why)}</Notice>
      ) : (
        index?.problem && !isUnread && <Notice>{whyOld(index, index.problem)}</Notice>
      )}
      <OverviewContent
        answers={answers}
        isPartial={isPartial}
        unread={isUnread ? (index?.problem ?? undefined) : undefined}
        onRefresh={refresh}
      />
    </div>
  )
}

const whyOld = ({ asOf }: IndexState, why: string): string =>
  asOf ? text.notUpToDate(clockTime(new Date(asOf)), why) : text.incomplete(why)
