import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Outlet, useLocation, useMatch, useNavigate, type LoaderFunctionArgs } from 'react-router'

import type { Account } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { SelectionBar } from '#features/runs/offered.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'
import { useUrlState } from '#lib/use-url-state.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { FilterOption } from '#ui/filters.ts'
import { ListLayout } from '#ui/list-layout.tsx'
import { ListTools, ListWithoutRows } from '#ui/list-tools.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { PAGE_SIZE } from '#ui/row-pages.ts'
import { useColumns } from '#ui/use-columns.ts'
import { useRowSelection } from '#ui/use-row-selection.ts'
import { useWindowedRows } from '#ui/use-windowed-rows.ts'

import { accountColumns } from './columns.tsx'
import { chosenFilters, TEXT } from './filters.ts'
import { nameOf } from './name-of.ts'
import { accountPageQuery, entitlementNamesQuery, sourceNamesQuery } from './queries.ts'
import {
  listOf,
  parseAccountSearch,
  textOf,
  toApiFilter,
  toUrl,
  type AccountSearch,
} from './search.ts'
import { useCountsShown } from './use-counts-shown.ts'

import classes from './accounts-page.module.css'

const text = t.accounts

/** What stands around the rows, and is fetched and shown once they are there. */
const AccountFilterEditor = lazyPart(
  async () => (await import('./account-filter-editor.tsx')).AccountFilterEditor,
)
const CountsColumn = lazyPart(async () => (await import('./counts-column.tsx')).CountsColumn)
const FilterText = lazyPart(async () => (await import('./filter-text.tsx')).FilterText)
const ListActions = lazyPart(async () => (await import('./list-actions.tsx')).ListActions)
const ListFreshness = lazyPart(async () => (await import('./list-freshness.tsx')).ListFreshness)

/** Starts the fetch and does not wait: the URL changes only once a loader is done. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = parseAccountSearch(new URL(request.url).searchParams)
  const page = Math.floor(search.at / PAGE_SIZE)
  queryClient.query(accountPageQuery(listOf(search), page)).catch(() => {}) // the page shows it
  return null
}

/** By filter, what values are called that are ids; they are asked for where one is chosen. */
function useNames({ source, entitlement }: AccountSearch['filters']) {
  const sources = useQuery({ ...sourceNamesQuery, enabled: source !== undefined })
  const entitlements = useQuery({ ...entitlementNamesQuery, enabled: entitlement !== undefined })
  const names: Record<string, FilterOption[] | undefined> = {
    source: sources.data,
    entitlement: entitlements.data,
  }
  return names
}

export function Component() {
  const navigate = useNavigate()
  const address = useLocation()
  const openId = useMatch('/accounts/:id')?.params.id
  const hasPanel = openId !== undefined
  const [search, setSearch] = useUrlState(parseAccountSearch, toUrl)
  const columns = useColumns('accounts', accountColumns)
  const selection = useRowSelection<Account>()
  const [isWriting, setWriting] = useState(false)
  const [areCountsShown, showCounts] = useCountsShown()
  const list = listOf(search)
  const names = useNames(search.filters)
  const accounts = useWindowedRows((page) => accountPageQuery(list, page), { firstRow: search.at })
  const { rows, count, isFirstLoad, isPrevious, error } = accounts
  const [written = ''] = search.filters[TEXT] ?? []

  function writeAsText() {
    setWriting(true)
    const all = textOf(search.filters)
    if (all) setSearch({ filters: { [TEXT]: [all] }, at: 0 })
  }
  return (
    <ListLayout panel={<Outlet />}>
      <PageHeader title={text.title} count={count} beside={<CountNote {...accounts} />}>
        {!isFirstLoad && (
          <Suspense>
            <ListActions
              list={list}
              columns={columns.choice}
              accounts={accounts}
              counts={{ hasPanel, isShown: areCountsShown, onShow: showCounts }}
              search={search}
              onChange={setSearch}
            />
          </Suspense>
        )}
      </PageHeader>
      <ListTools
        search={search}
        onChange={setSearch}
        filters={chosenFilters.map((each) => {
          const options = names[each.id]
          return options ? { ...each, options } : each
        })}
        text={text}
        editor={AccountFilterEditor}
        more={{ label: text.filters.asText, onSelect: writeAsText }}
        status={
          isFirstLoad || (
            <Suspense>
              <ListFreshness list={accounts} />
            </Suspense>
          )
        }
      />
      {(isWriting || written) && (
        <Suspense fallback={<div className={classes.writing} />}>
          <FilterText
            value={written}
            isAsked={isWriting}
            onChange={(filter) =>
              setSearch({ filters: { ...search.filters, [TEXT]: [filter] }, at: 0 })
            }
            onClose={() => {
              setWriting(false)
              setSearch({ filters: { ...search.filters, [TEXT]: [] }, at: 0 })
            }}
          />
        </Suspense>
      )}
      <div className={classes.body}>
        {areCountsShown && (
          <aside
            className={classes.counts}
            data-panel={hasPanel || undefined}
            aria-label={text.counts}
          >
            {!isFirstLoad && (
              <Suspense>
                <CountsColumn hasPanel={hasPanel} search={search} onChange={setSearch} />
              </Suspense>
            )}
          </aside>
        )}
        <DataTable
          label={text.title}
          {...columns.layout}
          rows={rows}
          rowName={nameOf}
          sort={search.sort}
          onSort={(sort) => setSearch({ sort, at: 0 })}
          selection={selection}
          activeId={openId}
          firstRow={search.at}
          onFirstRow={(at) => setSearch({ at }, { replace: true })}
          openRow={({ id }) =>
            void navigate(
              { pathname: `/accounts/${encodeURIComponent(id)}`, search: address.search },
              { preventScrollReset: true },
            )
          }
          isFirstLoad={isFirstLoad}
          isPrevious={isPrevious}
          empty={
            <ListWithoutRows
              problem={error && explain(error)}
              onRetry={accounts.refresh}
              search={search}
              onChange={setSearch}
              text={text.empty}
            />
          }
        />
      </div>
      {selection.size > 0 && (
        <Suspense>
          <SelectionBar
            ids={selection.rows().map(({ id }) => id)}
            filters={toApiFilter(list) ?? ''}
            matching={accounts.isPartial || accounts.isBounded ? undefined : count}
            onClear={selection.clear}
          />
        </Suspense>
      )}
    </ListLayout>
  )
}

/** Why the number is not that of all accounts that match. */
function CountNote({ isPartial, isBounded }: { isPartial: boolean; isBounded: boolean }) {
  const note = isPartial ? text.soFar : isBounded && text.bounded
  return note && <span className={classes.note}>{note}</span>
}
