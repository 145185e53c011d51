import { useNavigate, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { runText as text } from '#lib/messages/runs.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { NoMatch, NothingYet } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { ListLayout, Toolbar } from '#ui/list-layout.tsx'
import { ListStatus } from '#ui/list-status.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { FileStart } from './from-file/file-start.tsx'
import { runPath } from './links.ts'
import { pageOf, runPageQuery } from './queries.ts'
import { runColumns } from './run-columns.tsx'
import { nameOf } from './run-numbers.ts'
import { parseRunSearch, runFilters, runSearchToUrl } from './run-search.ts'
import { useLiveRuns } from './use-live-runs.ts'

/** Starts the question and does not wait: the page shows what fails. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = parseRunSearch(new URL(request.url).searchParams)
  queryClient.query(runPageQuery(search.filters.state ?? [], pageOf(search))).catch(() => {})
  return null
}

export function Component() {
  const navigate = useNavigate()
  const [search, setSearch] = useUrlState(parseRunSearch, runSearchToUrl)
  const states = search.filters.state ?? []
  const runs = useWindowedRows((page) => runPageQuery(states, page), { firstRow: search.at })
  useLiveRuns()
  const { rows, count, isFirstLoad, isPrevious, error } = runs
  return (
    <ListLayout panel={null}>
      <PageHeader title={text.title} count={count}>
        <FileStart />
      </PageHeader>
      <Toolbar>
        <FilterBar
          filters={runFilters}
          values={search.filters}
          onChange={(id, values) => setSearch({ filters: { [id]: values }, at: 0 })}
          onClear={() => setSearch({ filters: {}, at: 0 })}
        />
        <ListStatus list={runs} />
      </Toolbar>
      <DataTable
        label={text.rowsLabel}
        columns={runColumns}
        rows={rows}
        rowName={nameOf}
        firstRow={search.at}
        onFirstRow={(at) => setSearch({ at }, { replace: true })}
        openRow={({ id }) => void navigate(runPath(id))}
        isFirstLoad={isFirstLoad}
        isPrevious={isPrevious}
        empty={
          error ? (
            <ErrorPanel problem={explain(error)} onRetry={runs.refresh} />
          ) : states.length > 0 ? (
            <NoMatch onClear={() => setSearch({ filters: {}, at: 0 })} />
          ) : (
            <NothingYet title={text.empty.none} text={text.empty.noneText}>
              <ButtonLink to="/accounts">{text.empty.goTo}</ButtonLink>
            </NothingYet>
          )
        }
      />
    </ListLayout>
  )
}
