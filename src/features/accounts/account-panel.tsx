import { IconFingerprint, IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import {
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
  type LoaderFunctionArgs,
} from 'react-router'

import type { Account } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import { explain } from '#api/explain.ts'
import { queryClient } from '#api/query-client.ts'
import { copyText } from '#lib/copy-text.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { announce } from '#ui/live-region.tsx'
import { SidePanel } from '#ui/side-panel.tsx'

import { AccountActions } from './account-actions.tsx'
import { AccountSummary } from './account-summary.tsx'
import { AttributeList } from './attribute-list.tsx'
import { EntitlementList } from './entitlement-list.tsx'
import { nameOf } from './name-of.ts'
import { PartLinks } from './part-links.tsx'
import { accountQuery } from './queries.ts'
import { RawAccount } from './raw-account.tsx'
import { parsePart, type AccountPart } from './search.ts'

const text = accountText.panel

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
    () => void navigate({ pathname: '..', search: listPart(search) }, { preventScrollReset: true }),
    [navigate, search],
  )

  return (
    <SidePanel
      label={text.label(name)}
      id={accountId}
      title={name}
      actions={account.data && <CopyActions account={account.data} />}
      onClose={close}
    >
      {isGone && account.data ? (
        <ErrorPanel problem={{ kind: 'not-found', title: text.gone, why: text.goneText }} />
      ) : account.data ? (
        <AccountBody account={account.data} />
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

/** The list's own state: which part of the panel was open is nothing to the list. */
function listPart(search: string): string {
  const params = new URLSearchParams(search)
  params.delete('part')
  return params.toString()
}

function CopyActions({ account: { id } }: { account: Account }) {
  async function copy(value: string) {
    announce((await copyText(value)) ? t.copied : t.copyFailed)
  }
  return (
    <>
      <IconButton label={text.copyId} icon={IconFingerprint} onClick={() => void copy(id)} />
      <IconButton label={text.copyLink} icon={IconLink} onClick={() => void copy(location.href)} />
    </>
  )
}

function AccountBody({ account }: { account: Account }) {
  const [params] = useSearchParams()
  const part = parsePart(params)
  return (
    <>
      <AccountActions account={account} />
      <AccountSummary account={account} />
      <PartLinks part={part} />
      <PartOf part={part} account={account} />
    </>
  )
}

function PartOf({ part, account }: { part: AccountPart; account: Account }) {
  switch (part) {
    case 'attributes':
      return <AttributeList key={account.id} attributes={account.attributes} />
    case 'entitlements':
      return <EntitlementList key={account.id} accountId={account.id} />
    case 'json':
      return <RawAccount account={account} />
  }
}
