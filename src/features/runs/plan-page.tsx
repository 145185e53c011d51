import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'

import { queryClient } from '#api/query-client.ts'
import { runText } from '#lib/messages/runs.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { ButtonLink } from '#ui/button.tsx'
import { ListLayout } from '#ui/list-layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { ConfirmPlan } from './confirm-plan.tsx'
import { ItemList } from './item-list.tsx'
import { itemSearchToUrl, parseItemSearch } from './item-search.ts'
import { runPath } from './links.ts'
import { OnlyTabs } from './only-tabs.tsx'
import { planColumns } from './plan-columns.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { pageOf, planItemsQuery, planQuery } from './queries.ts'
import { planName } from './run-numbers.ts'
import type { Plan, PlanGroup } from './types.ts'
import { UnreadPage } from './unread-page.tsx'

import classes from './parts.module.css'

const text = runText.plan
/** What is sent comes first. */
const groups: PlanGroup[] = ['willChange', 'risky', 'alreadySo', 'notAllowed', 'unmatched']
const parse = parseItemSearch(groups)

/** Starts the questions and does not wait: the page shows what fails. */
export function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const search = parse(new URL(request.url).searchParams)
  queryClient.query(planQuery(id)).catch(() => {})
  queryClient.query(planItemsQuery(id, search, pageOf(search))).catch(() => {})
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: plan, error, refetch } = useQuery(planQuery(id))
  if (plan) return <PlanOnScreen plan={plan} />
  return <UnreadPage error={error} onRetry={() => void refetch()} text={text} />
}

function PlanOnScreen({ plan }: { plan: Plan }) {
  const { id, action, counts, sends, runId } = plan
  const [search, setSearch] = useUrlState(parse, itemSearchToUrl)
  const items = useWindowedRows((page) => planItemsQuery(id, search, page), { firstRow: search.at })
  return (
    <ListLayout panel={null}>
      <PageHeader
        title={sends > 0 ? text.title(planName(plan, sends)) : text.nothing(action)}
        beside={runId === null && <span className={classes.note}>{text.nothingSent}</span>}
      />
      <PlanFacts plan={plan} />
      <OnlyTabs
        label={runText.columns.group}
        total={counts.total}
        tabs={groups.map((only) => ({ only, label: text.groups[only], count: counts[only] }))}
        search={search}
      />
      <ItemList
        label={text.rowsLabel}
        columns={planColumns(action)}
        items={items}
        search={search}
        onChange={setSearch}
      />
      {runId !== null && (
        <div className={classes.bar}>
          <span>{text.started}</span>
          <ButtonLink to={runPath(runId)}>{text.openRun}</ButtonLink>
        </div>
      )}
      {runId === null && sends > 0 && <ConfirmPlan plan={plan} />}
    </ListLayout>
  )
}
