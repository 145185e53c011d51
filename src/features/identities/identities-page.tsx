import { useQuery } from '@tanstack/react-query'
import { useNavigate, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { identityText } from '#lib/messages/identities.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ListColumns } from '#ui/list-columns.tsx'
import { ListLayout } from '#ui/list-layout.tsx'
import { ListStatus } from '#ui/list-status.tsx'
import { ListTools, ListWithoutRows } from '#ui/list-tools.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { PAGE_SIZE } from '#ui/row-pages.ts'
import { useColumns } from '#ui/use-columns.ts'
import { useRowSelection } from '#ui/use-row-selection.ts'
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { BulkBar } from './bulk-bar.tsx'
import { identityColumns, identityPath } from './columns.tsx'
import { nameOf } from './name-of.ts'
import { rememberList } from './neighbours.ts'
import { identityPageQuery, lifecycleStatesQuery, type ListedIdentity } from './queries.ts'
import { identityFilters, listOf, parseIdentitySearch, toUrl } from './search.ts'
import { useLiveIdentities } from './use-live-identities.ts'

const text = identityText

/** Starts the fetch and does not wait: the URL changes only once a loader is done. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = parseIdentitySearch(new URL(request.url).searchParams)
  const list = listOf(search)
  rememberList(list)
  const page = Math.floor(search.at / PAGE_SIZE)
  queryClient.query(identityPageQuery(list, page)).catch(() => {}) // the page shows it
  return null
}

export function Component() {
  const navigate = useNavigate()
  const selection = useRowSelection<ListedIdentity>()
  const columns = useColumns('identities', identityColumns)
  const [search, setSearch] = useUrlState(parseIdentitySearch, toUrl)
  const list = listOf(search)
  const identities = useWindowedRows((page) => identityPageQuery(list, page), {
    firstRow: search.at,
  })
  useLiveIdentities()
  const { data: states } = useQuery(lifecycleStatesQuery)
  const filters = identityFilters.map((filter) =>
    filter.id === 'lifecycle' && states ? { ...filter, options: states } : filter,
  )
  const { rows, count, isFirstLoad, isPrevious, error } = identities

  return (
    <ListLayout panel={null}>
      <PageHeader title={text.title} count={count}>
        <ListColumns choice={columns.choice} isShown={!isFirstLoad} />
      </PageHeader>
      <ListTools
        search={search}
        onChange={setSearch}
        filters={filters}
        text={text}
        status={<ListStatus list={identities} />}
      />
      <DataTable
        label={text.rowsLabel}
        {...columns.layout}
        rows={rows}
        rowName={nameOf}
        sort={search.sort}
        onSort={(sort) => setSearch({ sort, at: 0 })}
        selection={selection}
        firstRow={search.at}
        onFirstRow={(at) => setSearch({ at }, { replace: true })}
        openRow={({ id }) => void navigate(identityPath(id))}
        isFirstLoad={isFirstLoad}
        isPrevious={isPrevious}
        empty={
          <ListWithoutRows
            problem={error && explain(error)}
            onRetry={identities.refresh}
            search={search}
            onChange={setSearch}
            text={text.empty}
          />
        }
      />
      {selection.size > 0 && <BulkBar selection={selection} />}
    </ListLayout>
  )
}
