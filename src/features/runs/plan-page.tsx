import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { runText } from '#lib/messages/runs.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { labelOf } from '#lib/visible-text.ts'
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

import { ConfirmPlan } from './confirm-plan.tsx'
import { itemSearchToUrl, parseItemSearch } from './item-search.ts'
import { runPath } from './links.ts'
import { planColumns } from './plan-columns.tsx'
import { planItemsQuery, planQuery } from './queries.ts'
import type { Plan, PlanGroup } from './types.ts'

import classes from './parts.module.css'

const text = runText.plan
/** What is sent comes first. */
const groups: PlanGroup[] = ['willChange', 'risky', 'alreadySo', 'notAllowed', 'unmatched']
const parse = parseItemSearch(groups)

/** Starts the questions and does not wait: the page shows what fails. */
export function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const search = parse(new URL(request.url).searchParams)
  queryClient.query(planQuery(id)).catch(() => {})
  queryClient.query(planItemsQuery(id, search, 0)).catch(() => {})
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: plan, error, refetch } = useQuery(planQuery(id))
  if (plan) return <PlanOnScreen plan={plan} />
  return (
    <ListLayout panel={null}>
      <PageHeader title={runText.title} />
      {error ? <PlanProblem error={error} onRetry={() => void refetch()} /> : <SkeletonLines />}
    </ListLayout>
  )
}

function PlanProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = explain(error)
  if (problem.kind !== 'not-found') return <ErrorPanel problem={problem} onRetry={onRetry} />
  return (
    <NothingYet title={text.gone} text={text.goneText}>
      <ButtonLink to="/runs">{runText.allRuns}</ButtonLink>
    </NothingYet>
  )
}

function PlanOnScreen({ plan }: { plan: Plan }) {
  const { id, action, counts, sends, runId } = plan
  const [search, setSearch] = useUrlState(parse, itemSearchToUrl)
  const items = useWindowedRows((page) => planItemsQuery(id, search, page), { firstRow: search.at })
  const { rows, isFirstLoad, isPrevious, error } = items
  const change = (next: Partial<typeof search>) =>
    itemSearchToUrl({ ...search, at: 0, ...next }).toString()
  const shown = groups.filter((group) => counts[group] > 0)
  const tabs = shown.map((group) => ({ only: group as string, count: counts[group] }))
  return (
    <ListLayout panel={null}>
      <PageHeader
        title={sends > 0 ? text.title(action, sends) : text.nothing(action)}
        beside={runId === null && <span className={classes.note}>{text.nothingSent}</span>}
      />
      <Facts plan={plan} />
      <TabBar
        label={runText.columns.group}
        tabs={[{ only: '', count: counts.total }, ...tabs].map(({ only, count }) => ({
          id: only || 'all',
          to: { search: change({ only }) },
          label: runText.some(
            // Made from the groups just above.
            only === '' ? runText.all : text.groups[only as PlanGroup],
            count,
          ),
          isCurrent: search.only === only,
        }))}
      />
      <Toolbar>
        <SearchInput
          label={runText.search}
          value={search.q}
          onSearch={(q) => setSearch({ q, at: 0 }, { replace: true })}
        />
      </Toolbar>
      <DataTable
        label={runText.columns.group}
        columns={planColumns}
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
            search={{ q: search.q, filters: search.only ? { only: [search.only] } : {}, at: 0 }}
            onChange={({ q = '' }) => setSearch({ q, only: '', at: 0 })}
            text={runText.noItems}
          />
        }
      />
      {runId === null ? (
        sends > 0 && <ConfirmPlan plan={plan} />
      ) : (
        <div className={classes.bar}>
          <span>{text.started}</span>
          <ButtonLink to={runPath(runId)}>{text.openRun}</ButtonLink>
        </div>
      )}
    </ListLayout>
  )
}

/** What is to be known of the selection before it is confirmed. */
function Facts({ plan: { drift, sources } }: { plan: Plan }) {
  const said = [
    drift.expected !== null &&
      drift.expected !== drift.found + drift.gone &&
      text.drift.fewer(drift.expected, drift.found),
    drift.gone > 0 && text.drift.gone(drift.gone),
    drift.changed > 0 && text.drift.changed(drift.changed),
  ].filter((each) => each !== false)
  return (
    <>
      {said.length > 0 && (
        <Notice>
          {said.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </Notice>
      )}
      {sources.length > 0 && (
        <p className={classes.facts}>
          <span className={classes.factLabel}>{text.sources}</span>
          {sources.map(({ name, count }) => (
            <span key={name} className={classes.fact}>
              {runText.some(labelOf(name) ?? name, count)}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
