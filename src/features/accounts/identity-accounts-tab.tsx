import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'

import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { t } from '#lib/messages.ts'
import { identityAccountsText as own } from '#lib/messages/identity-accounts.ts'
import { DataTable } from '#ui/data-table.tsx'
import { NothingYet } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { ListColumns } from '#ui/list-columns.tsx'
import { ListLayout, Toolbar } from '#ui/list-layout.tsx'
import { ListStatus } from '#ui/list-status.tsx'
import { allRows } from '#ui/row-window.ts'
import { useColumns } from '#ui/use-columns.ts'

import { identityAccountColumns, identityAccountPath } from './identity-account-columns.tsx'
import { identityAccountsQuery } from './identity-accounts.ts'
import { nameOf } from './name-of.ts'
import { useLiveIdentityAccounts } from './use-live-identity-accounts.ts'

import classes from './identity-accounts-tab.module.css'

const text = t.accounts

export function loader({ params }: LoaderFunctionArgs) {
  // The tab shows what fails.
  if (params.id) queryClient.query(identityAccountsQuery(params.id)).catch(() => {})
  return null
}

/** What a person holds on each source: the first tab of an identity. */
export function Component() {
  const { id = '', accountId } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const accounts = useQuery({ ...identityAccountsQuery(id), throwOnError: false })
  const { data, error, dataUpdatedAt, isPending, isFetching } = accounts
  useLiveIdentityAccounts(id)
  const columns = useColumns('identity-accounts', identityAccountColumns)
  const refresh = () => void accounts.refetch()

  return (
    <ListLayout panel={<Outlet />}>
      <div className={classes.bar}>
        <Toolbar>
          <span>{data && own.count(data.items.length, data.total)}</span>
          <ListColumns choice={columns.choice} isShown={(data?.items.length ?? 0) > 0} />
          <ListStatus
            list={{
              asOf: dataUpdatedAt > 0 ? new Date(dataUpdatedAt) : undefined,
              error: error ?? undefined,
              isRefreshing: isFetching,
              isFirstLoad: isPending,
              refresh,
            }}
          />
        </Toolbar>
      </div>
      <DataTable
        label={text.title}
        {...columns.layout}
        rows={allRows(data?.items ?? [])}
        rowName={nameOf}
        activeId={accountId}
        openRow={(account) =>
          void navigate(
            { pathname: identityAccountPath(account), search },
            { preventScrollReset: true },
          )
        }
        isFirstLoad={isPending}
        empty={
          error ? (
            <ErrorPanel problem={explain(error)} onRetry={refresh} />
          ) : (
            <NothingYet title={own.none} text={own.noneText} />
          )
        }
      />
    </ListLayout>
  )
}
