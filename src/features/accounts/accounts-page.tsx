import { useQuery } from '@tanstack/react-query'
import { Outlet, useMatch, useNavigate, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { sourcesQuery } from '#features/sources/queries.ts'
import { t } from '#lib/messages.ts'
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
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { nameOf } from './actions.ts'
import { accountColumns } from './columns.tsx'
import { accountFilters } from './filters.ts'
import { accountPageQuery } from './queries.ts'
import { listOf, parseAccountSearch, toUrl } from './search.ts'
import { withSourceOptions } from './source-options.ts'

const text = t.accounts

/** Starts the fetch and does not wait: the URL changes only once a loader is done. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = parseAccountSearch(new URL(request.url).searchParams)
  const page = Math.floor(search.at / PAGE_SIZE)
  // The page shows what fails.
  queryClient.query(accountPageQuery(listOf(search), page)).catch(() => {})
  queryClient.query(sourcesQuery).catch(() => {})
  return null
}

export function Component() {
  const navigate = useNavigate()
  const openId = useMatch('/accounts/:id')?.params.id
  const [search, setSearch] = useUrlState(parseAccountSearch, toUrl)
  const list = listOf(search)
  const sources = useQuery(sourcesQuery)
  const accounts = useWindowedRows((page) => accountPageQuery(list, page), { firstRow: search.at })
  const { rows, isFirstLoad, isPrevious, error } = accounts
  const isNarrowed = list.q.trim() !== '' || Object.keys(list.filters).length > 0
  // A number is shown only where it is true: not that of the list before, nor of a failed one.
  const hasCount = !isFirstLoad && !isPrevious && (!error || rows.total > 0)
  const clear = () => setSearch({ q: '', filters: {}, at: 0 })

  return (
    <ListLayout panel={<Outlet />}>
      <PageHeader title={text.title} count={hasCount ? rows.total : undefined} />
      <Toolbar>
        <SearchInput
          label={text.search}
          placeholder={text.searchHint}
          value={search.q}
          onSearch={(q) => setSearch({ q, at: 0 }, { replace: true })}
        />
        <FilterBar
          filters={withSourceOptions(accountFilters, sources, rows.loaded())}
          values={search.filters}
          onChange={(id, values) =>
            setSearch({ filters: { ...search.filters, [id]: values }, at: 0 })
          }
          onClear={clear}
        />
        <ListStatus list={accounts} />
      </Toolbar>
      <DataTable
        label={text.title}
        columns={accountColumns}
        rows={rows}
        rowName={nameOf}
        sort={search.sort}
        onSort={(sort) => setSearch({ sort, at: 0 })}
        activeId={openId}
        firstRow={search.at}
        onFirstRow={(at) => setSearch({ at }, { replace: true })}
        openRow={({ id }) =>
          void navigate(
            { pathname: `/accounts/${encodeURIComponent(id)}`, search: `?${toUrl(search)}` },
            { preventScrollReset: true },
          )
        }
        isFirstLoad={isFirstLoad}
        isPrevious={isPrevious}
        empty={
          error ? (
            <ErrorPanel problem={explain(error)} onRetry={accounts.refresh} />
          ) : isNarrowed ? (
            <NoMatch onClear={clear} />
          ) : (
            <NothingYet title={text.empty.none} text={text.empty.noneText} />
          )
        }
      />
    </ListLayout>
  )
}
