import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useMatch, useNavigate, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { sourcesQuery } from '#features/sources/queries.ts'
import { taskText as text } from '#lib/messages/tasks.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { labelOf } from '#lib/visible-text.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { ListColumns } from '#ui/list-columns.tsx'
import { ListLayout, Toolbar } from '#ui/list-layout.tsx'
import { ListStatus } from '#ui/list-status.tsx'
import { ListWithoutRows } from '#ui/list-tools.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { PAGE_SIZE } from '#ui/row-pages.ts'
import { useColumns } from '#ui/use-columns.ts'

import { taskColumns } from './columns.tsx'
import { taskPath } from './links.ts'
import { nameOf } from './names.ts'
import { endedTasksQuery, openTasksQuery } from './queries.ts'
import { listOf, parseTaskSearch, showsEnded, taskFilters, toUrl } from './search.ts'
import { useTasks } from './use-tasks.ts'

import classes from './tasks-page.module.css'

/** Starts the fetches and does not wait: the URL changes only once a loader is done. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = parseTaskSearch(new URL(request.url).searchParams)
  const list = listOf(search)
  queryClient.query(openTasksQuery).catch(() => {}) // the page shows what fails
  if (showsEnded(list)) {
    queryClient.query(endedTasksQuery(list, Math.floor(search.at / PAGE_SIZE))).catch(() => {})
  }
  return null
}

export function Component() {
  const navigate = useNavigate()
  const address = useLocation()
  const openId = useMatch('/tasks/:id')?.params.id
  const [search, setSearch] = useUrlState(parseTaskSearch, toUrl)
  const tasks = useTasks(listOf(search), search.at)
  const filters = useTaskFilters()
  const columns = useColumns('tasks', taskColumns)
  const { rows, count, isFirstLoad, isPrevious, error, openTotal, openRead } = tasks

  return (
    <ListLayout panel={<Outlet />}>
      <PageHeader
        title={text.title}
        count={count}
        beside={
          openTotal > 0 && (
            <span className={classes.open}>
              {openRead < openTotal ? text.openCut(openRead, openTotal) : text.openCount(openTotal)}
            </span>
          )
        }
      >
        <ListColumns choice={columns.choice} isShown={!isFirstLoad} />
      </PageHeader>
      <Toolbar>
        <FilterBar
          filters={filters}
          values={search.filters}
          onChange={(id, values) =>
            setSearch({ filters: { ...search.filters, [id]: values }, at: 0 })
          }
          onClear={() => setSearch({ filters: {}, at: 0 })}
        />
        <ListStatus list={tasks} />
      </Toolbar>
      <DataTable
        label={text.rowsLabel}
        {...columns.layout}
        rows={rows}
        rowName={nameOf}
        activeId={openId}
        firstRow={search.at}
        onFirstRow={(at) => setSearch({ at }, { replace: true })}
        openRow={({ id }) =>
          void navigate(
            { pathname: taskPath(id), search: address.search },
            { preventScrollReset: true },
          )
        }
        isFirstLoad={isFirstLoad}
        isPrevious={isPrevious}
        empty={
          <ListWithoutRows
            problem={error && explain(error)}
            onRetry={tasks.refresh}
            search={{ q: '', ...search }}
            onChange={({ filters: next = {}, at = 0 }) => setSearch({ filters: next, at })}
            text={text.empty}
          />
        }
      />
    </ListLayout>
  )
}

/** Who may not see sources filters by the others: their names would be missing, not the tasks. */
function useTaskFilters() {
  const { data: sources } = useQuery(sourcesQuery)
  const options = sources?.map(({ id, name }) => ({ value: id, label: labelOf(name) ?? id }))
  return taskFilters.map((filter) =>
    filter.id === 'source' && options ? { ...filter, options } : filter,
  )
}
