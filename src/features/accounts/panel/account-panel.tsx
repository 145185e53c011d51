import { useQuery } from '@tanstack/react-query'
import { Suspense, useCallback } from 'react'
import { useLocation, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'

import type { Account } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { Activity } from '#features/runs/offered.ts'
import { lazyPart } from '#lib/lazy-part.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { SidePanel } from '#ui/side-panel.tsx'

import { nameOf } from '../name-of.ts'
import { withoutPlace } from '../panel-address.ts'
import { accountQuery } from '../queries.ts'
import { AccountActions } from './account-actions.tsx'
import { AccountSummary } from './account-summary.tsx'
import { AttributeList } from './attribute-list.tsx'
import { CopyMenu } from './copy-menu.tsx'
import { PartLinks } from './part-links.tsx'
import { usePlace } from './use-place.ts'

const text = accountText.panel

const Correlation = lazyPart(async () => (await import('./correlation.tsx')).Correlation)
const EditLayer = lazyPart(async () => (await import('./edit-layer.tsx')).EditLayer)
const EntitlementList = lazyPart(
  async () => (await import('./entitlement-list.tsx')).EntitlementList,
)
const RawAccount = lazyPart(async () => (await import('./raw-account.tsx')).RawAccount)

export function loader({ params }: LoaderFunctionArgs) {
  // The panel shows what fails, and the list beside it stays.
  if (params.accountId) queryClient.query(accountQuery(params.accountId)).catch(() => {})
  return null
}

/** One account, beside whichever list it was opened from. */
export function Component() {
  const { accountId = '' } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const account = useQuery({ ...accountQuery(accountId), throwOnError: false })
  const isFailed = account.isError && !account.data
  const isGone = account.error instanceof ApiError && account.error.status === 404
  const name = account.data ? nameOf(account.data) : isFailed ? text.title : t.loading
  const close = useCallback(
    () =>
      void navigate(
        { pathname: '..', search: withoutPlace(search).toString() },
        { preventScrollReset: true },
      ),
    [navigate, search],
  )

  return (
    <SidePanel
      label={text.label(name)}
      id={accountId}
      title={name}
      actions={account.data && <CopyMenu account={account.data} />}
      onClose={close}
    >
      {isGone && account.data ? (
        <ErrorPanel problem={{ kind: 'not-found', title: text.gone, why: text.goneText }} />
      ) : account.data ? (
        <AccountBody key={accountId} account={account.data} />
      ) : account.error ? (
        <ErrorPanel
          problem={explain(account.error)}
          onRetry={isGone ? undefined : () => void account.refetch()}
        />
      ) : (
        <SkeletonLines />
      )}
    </SidePanel>
  )
}

function AccountBody({ account }: { account: Account }) {
  const { part } = usePlace()
  return (
    <>
      <AccountActions account={account} />
      <AccountSummary account={account} />
      <PartLinks part={part} />
      <Suspense fallback={<SkeletonLines />}>
        <PartOf account={account} />
      </Suspense>
    </>
  )
}

function PartOf({ account }: { account: Account }) {
  const { part, layer, closeLayer } = usePlace()
  switch (part) {
    case 'attributes':
      if (layer === 'edit') return <EditLayer account={account} onClose={closeLayer} />
      return <AttributeList account={account} />
    case 'entitlements':
      return <EntitlementList accountId={account.id} />
    case 'correlation':
      return <Correlation account={account} />
    case 'activity':
      return <Activity of={{ account: account.id }} />
    case 'json':
      return <RawAccount account={account} />
  }
}
