import { useNavigate } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { openTasksQuery } from '#features/tasks/queries.ts'
import { sourceText as text } from '#lib/messages/sources.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ListColumns } from '#ui/list-columns.tsx'
import { ListLayout } from '#ui/list-layout.tsx'
import { ListStatus } from '#ui/list-status.tsx'
import { ListTools, ListWithoutRows } from '#ui/list-tools.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { allRows } from '#ui/row-window.ts'
import { useColumns } from '#ui/use-columns.ts'

import { lastAggregationsQuery } from './aggregation-queries.ts'
import { sourceColumns, sourceName } from './columns.tsx'
import { sourceCountsQuery } from './count-queries.ts'
import { sourcePath } from './links.ts'
import { sourcesQuery } from './queries.ts'
import { listedSources, parseSourceSearch, sourceFilters, toUrl } from './search.ts'
import { useSources } from './use-sources.ts'

/** Starts the questions and does not wait: the page shows what fails. */
export function loader() {
  queryClient.query(sourcesQuery).catch(() => {})
  queryClient.query(sourceCountsQuery).catch(() => {})
  queryClient.query(lastAggregationsQuery).catch(() => {})
  queryClient.query(openTasksQuery).catch(() => {})
  return null
}

export function Component() {
  const navigate = useNavigate()
  const [search, setSearch] = useUrlState(parseSourceSearch, toUrl)
  const sources = useSources()
  const columns = useColumns('sources', sourceColumns)
  const { error, countError, taskError } = sources
  const rows = listedSources(sources.rows ?? [], search)
  const isKnown = sources.rows !== undefined

  return (
    <ListLayout panel={null}>
      <PageHeader title={text.title} count={isKnown ? rows.length : undefined}>
        <ListColumns choice={columns.choice} isShown={!sources.isFirstLoad} />
      </PageHeader>
      <ListTools
        search={search}
        onChange={setSearch}
        filters={sourceFilters}
        text={text}
        status={<ListStatus list={sources} />}
      />
      {isKnown && countError && <Notice>{text.countsFailed(explain(countError).why)}</Notice>}
      {isKnown && taskError && <Notice>{text.tasksFailed(explain(taskError).why)}</Notice>}
      <DataTable
        label={text.rowsLabel}
        {...columns.layout}
        rows={allRows(rows)}
        rowName={sourceName}
        sort={search.sort}
        onSort={(sort) => setSearch({ sort, at: 0 })}
        firstRow={search.at}
        onFirstRow={(at) => setSearch({ at }, { replace: true })}
        openRow={({ id }) => void navigate(sourcePath(id))}
        isFirstLoad={sources.isFirstLoad}
        empty={
          <ListWithoutRows
            problem={isKnown || !error ? undefined : explain(error)}
            onRetry={sources.refresh}
            search={search}
            onChange={setSearch}
            text={text.empty}
          />
        }
      />
    </ListLayout>
  )
}
