import { useNavigate, type LoaderFunctionArgs } from 'react-router'

import type { Identity } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { identityText } from '#lib/messages/identities.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { DataTable } from '#ui/data-table.tsx'
import { NoMatch, NothingYet } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { ListLayout, Toolbar } from '#ui/list-layout.tsx'
import { ListStatus } from '#ui/list-status.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { PAGE_SIZE } from '#ui/row-pages.ts'
import { SearchInput } from '#ui/search-input.tsx'
import { useRowSelection } from '#ui/use-row-selection.ts'
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { BulkBar } from './bulk-bar.tsx'
import { BulkResults } from './bulk-results.tsx'
import { useBulkRun } from './bulk-store.ts'
import { identityColumns, identityPath } from './columns.tsx'
import { identityPageQuery } from './queries.ts'
import { identityFilters, listOf, parseIdentitySearch, toUrl } from './search.ts'

const text = identityText

/** Starts the fetch and does not wait: the URL changes only once a loader is done. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = parseIdentitySearch(new URL(request.url).searchParams)
  const page = Math.floor(search.at / PAGE_SIZE)
  queryClient.query(identityPageQuery(listOf(search), page)).catch(() => {}) // the page shows it
  return null
}

export function Component() {
  const navigate = useNavigate()
  const run = useBulkRun()
  const selection = useRowSelection<Identity>()
  const [search, setSearch] = useUrlState(parseIdentitySearch, toUrl)
  const list = listOf(search)
  const identities = useWindowedRows((page) => identityPageQuery(list, page), {
    firstRow: search.at,
  })
  const { rows, isFirstLoad, isPrevious, error } = identities
  const isNarrowed = list.q.trim() !== '' || Object.keys(list.filters).length > 0
  // A number is shown only where it is true: not that of the list before, nor of a failed one.
  const hasCount = !isFirstLoad && !isPrevious && (!error || rows.total > 0)
  const clear = () => setSearch({ q: '', filters: {}, at: 0 })

  return (
    <ListLayout panel={run?.isShown ? <BulkResults run={run} /> : null}>
      <PageHeader title={text.title} count={hasCount ? rows.total : undefined} />
      <Toolbar>
        <SearchInput
          label={text.search}
          placeholder={text.searchHint}
          value={search.q}
          onSearch={(q) => setSearch({ q, at: 0 }, { replace: true })}
        />
        <FilterBar
          filters={identityFilters}
          values={search.filters}
          onChange={(id, values) =>
            setSearch({ filters: { ...search.filters, [id]: values }, at: 0 })
          }
          onClear={clear}
        />
        <ListStatus list={identities} />
      </Toolbar>
      <DataTable
        label={text.rowsLabel}
        columns={identityColumns}
        rows={rows}
        rowName={({ name, id }) => name || id}
        sort={search.sort}
        onSort={(sort) => setSearch({ sort, at: 0 })}
        selection={selection}
        firstRow={search.at}
        onFirstRow={(at) => setSearch({ at }, { replace: true })}
        openRow={({ id }) => void navigate(identityPath(id))}
        isFirstLoad={isFirstLoad}
        isPrevious={isPrevious}
        empty={
          error ? (
            <ErrorPanel problem={explain(error)} onRetry={identities.refresh} />
          ) : isNarrowed ? (
            <NoMatch onClear={clear} />
          ) : (
            <NothingYet title={text.empty.none} text={text.empty.noneText} />
          )
        }
      />
      {selection.size > 0 && <BulkBar selection={selection} />}
    </ListLayout>
  )
}
