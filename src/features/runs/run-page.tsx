import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { runText as text } from '#lib/messages/runs.ts'
import { sentence } from '#lib/messages/sentences.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { ListLayout } from '#ui/list-layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { ItemList } from './item-list.tsx'
import { itemSearchToUrl, parseItemSearch } from './item-search.ts'
import { OnlyTabs } from './only-tabs.tsx'
import { pageOf, runItemsQuery, runQuery } from './queries.ts'
import { RunActions } from './run-actions.tsx'
import { runItemColumns } from './run-item-columns.tsx'
import { isOver, nameOf } from './run-numbers.ts'
import { RunProgress } from './run-progress.tsx'
import { RunStateText } from './run-states.tsx'
import type { Run, RunItemState } from './types.ts'
import { UnreadPage } from './unread-page.tsx'
import { useLiveRuns } from './use-live-runs.ts'

const words = text.verdicts
/** What needs somebody comes first. */
const kinds: { states: RunItemState[]; label: string }[] = [
  { states: ['planned', 'sent', 'accepted'], label: text.onTheWay },
  { states: ['failed'], label: words.failed },
  { states: ['notConfirmed'], label: words.notConfirmed },
  { states: ['done'], label: words.done },
  { states: ['skipped'], label: words.skipped },
  { states: ['notSent'], label: words.notSent },
]
const parse = parseItemSearch(kinds.map(({ states }) => states.join(',')))

/** Starts the questions and does not wait: the page shows what fails. */
export function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const search = parse(new URL(request.url).searchParams)
  queryClient.query(runQuery(id)).catch(() => {})
  queryClient.query(runItemsQuery(id, search, pageOf(search))).catch(() => {})
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: run, error, refetch } = useQuery(runQuery(id))
  useLiveRuns()
  if (run) return <RunOnScreen run={run} error={error} />
  return <UnreadPage error={error} onRetry={() => void refetch()} text={text} />
}

function RunOnScreen({ run, error }: { run: Run; error: Error | null }) {
  const { id, counts, reason } = run
  const [search, setSearch] = useUrlState(parse, itemSearchToUrl)
  const items = useWindowedRows((page) => runItemsQuery(id, search, page), { firstRow: search.at })
  const tabs = kinds.map(({ states, label }) => ({
    only: states.join(','),
    label,
    count: states.reduce((sum, state) => sum + counts[state], 0),
  }))
  return (
    <ListLayout panel={null}>
      <PageHeader title={nameOf(run)} beside={<RunStateText run={run} />} />
      {error && <Notice>{text.outdated(explain(error).why)}</Notice>}
      {reason !== null && !isOver(run) && <Notice>{sentence(reason)}</Notice>}
      <RunProgress run={run} />
      <RunActions run={run} search={search} />
      <OnlyTabs label={text.columns.verdict} total={counts.total} tabs={tabs} search={search} />
      <ItemList
        label={text.itemsLabel}
        columns={runItemColumns(run.action)}
        items={items}
        search={search}
        onChange={setSearch}
      />
    </ListLayout>
  )
}
