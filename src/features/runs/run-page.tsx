import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { runText as text } from '#lib/messages/runs.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { NothingYet, SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { ListLayout, Toolbar } from '#ui/list-layout.tsx'
import { ListWithoutRows } from '#ui/list-tools.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SearchInput } from '#ui/search-input.tsx'
import { TabBar } from '#ui/tabs.tsx'
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { itemSearchToUrl, parseItemSearch } from './item-search.ts'
import { runItemsQuery, runQuery } from './queries.ts'
import { RunActions } from './run-actions.tsx'
import { runItemColumns } from './run-item-columns.tsx'
import { isOver, nameOf } from './run-numbers.ts'
import { RunProgress } from './run-progress.tsx'
import { RunStateText } from './run-states.tsx'
import type { Run } from './types.ts'
import { useLiveRuns } from './use-live-runs.ts'

const ON_THE_WAY = 'planned,sent,accepted'
const tabs = [
  { only: ON_THE_WAY, label: text.onTheWay },
  { only: 'failed', label: text.verdicts.failed },
  { only: 'notConfirmed', label: text.verdicts.notConfirmed },
  { only: 'done', label: text.verdicts.done },
  { only: 'skipped', label: text.verdicts.skipped },
  { only: 'notSent', label: text.verdicts.notSent },
]
const parse = parseItemSearch(tabs.map(({ only }) => only))

/** Starts the questions and does not wait: the page shows what fails. */
export function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const search = parse(new URL(request.url).searchParams)
  queryClient.query(runQuery(id)).catch(() => {})
  queryClient.query(runItemsQuery(id, search, 0)).catch(() => {})
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: run, error, refetch } = useQuery(runQuery(id))
  useLiveRuns()
  if (run) return <RunOnScreen run={run} error={error} />
  return (
    <ListLayout panel={null}>
      <PageHeader title={text.title} />
      {error ? <RunProblem error={error} onRetry={() => void refetch()} /> : <SkeletonLines />}
    </ListLayout>
  )
}

function RunProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = explain(error)
  if (problem.kind !== 'not-found') return <ErrorPanel problem={problem} onRetry={onRetry} />
  return (
    <NothingYet title={text.gone} text={text.goneText}>
      <ButtonLink to="/runs">{text.allRuns}</ButtonLink>
    </NothingYet>
  )
}

function RunOnScreen({ run, error: outdated }: { run: Run; error: Error | null }) {
  const [search, setSearch] = useUrlState(parse, itemSearchToUrl)
  const items = useWindowedRows((page) => runItemsQuery(run.id, search, page), {
    firstRow: search.at,
  })
  const { rows, isFirstLoad, isPrevious, error } = items
  return (
    <ListLayout panel={null}>
      <PageHeader title={nameOf(run)} beside={<RunStateText run={run} />} />
      {outdated && <Notice>{text.outdated(explain(outdated).why)}</Notice>}
      {run.reason !== null && !isOver(run) && <Notice>{run.reason}</Notice>}
      <RunProgress run={run} />
      <RunActions run={run} search={search} />
      <VerdictTabs run={run} only={search.only} q={search.q} />
      <Toolbar>
        <SearchInput
          label={text.search}
          value={search.q}
          onSearch={(q) => setSearch({ q, at: 0 }, { replace: true })}
        />
      </Toolbar>
      <DataTable
        label={text.columns.verdict}
        columns={runItemColumns}
        rows={rows}
        rowName={({ name }) => name}
        firstRow={search.at}
        onFirstRow={(at) => setSearch({ at }, { replace: true })}
        isFirstLoad={isFirstLoad}
        isPrevious={isPrevious}
        empty={
          <ListWithoutRows
            problem={error && explain(error)}
            onRetry={items.refresh}
            search={{ q: search.q, filters: {}, at: 0 }}
            onChange={({ q = '' }) => setSearch({ q, only: '', at: 0 })}
            text={text.noItems}
          />
        }
      />
    </ListLayout>
  )
}

/** Those with accounts, and the one that is open though its last account has just left it. */
function VerdictTabs({ run: { counts }, only, q }: { run: Run; only: string; q: string }) {
  const countOf = (states: string) =>
    states
      .split(',')
      // The tabs name nothing but verdicts.
      .reduce((sum, state) => sum + counts[state as keyof typeof counts], 0)
  const all = { only: '', label: text.all, count: counts.total }
  const others = tabs.map((tab) => ({ ...tab, count: countOf(tab.only) }))
  const shown = [all, ...others.filter((tab) => tab.count > 0 || tab.only === only)]
  return (
    <TabBar
      label={text.columns.verdict}
      tabs={shown.map((tab) => ({
        id: tab.only || 'all',
        to: { search: itemSearchToUrl({ q, only: tab.only, at: 0 }).toString() },
        label: text.some(tab.label, tab.count),
        isCurrent: tab.only === only,
      }))}
    />
  )
}
