import { IconShieldExclamation } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Entitlement } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { labelOf, oneLine, undisguised } from '#lib/visible-text.ts'
import { Button } from '#ui/button.tsx'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { StatusText } from '#ui/status-badge.tsx'

import { accountEntitlementsQuery } from './entitlement-queries.ts'
import { FindBox } from './find-box.tsx'

import classes from './parts.module.css'

const text = accountText.entitlements

export function EntitlementList({ accountId }: { accountId: string }) {
  const [wanted, setWanted] = useState('')
  const pages = useInfiniteQuery(accountEntitlementsQuery(accountId))
  const retry = () => void (pages.data ? pages.fetchNextPage() : pages.refetch())
  if (!pages.data) {
    if (pages.error) return <ErrorPanel problem={explain(pages.error)} onRetry={retry} />
    return <SkeletonLines />
  }
  const loaded = pages.data.pages.flatMap(({ items }) => items)
  const total = pages.data.pages.at(-1)?.total ?? loaded.length
  const found = loaded.filter((entitlement) => holds(entitlement, wanted))
  if (total === 0) return <p className={classes.note}>{text.none}</p>
  return (
    <>
      <FindBox
        label={text.search}
        value={wanted}
        onChange={setWanted}
        count={
          wanted.trim()
            ? text.found(found.length, loaded.length)
            : text.loaded(loaded.length, total)
        }
      />
      {found.length === 0 && <p className={classes.note}>{text.noMatch}</p>}
      <ul className={classes.entitlements}>
        {found.map((entitlement) => (
          <EntitlementRow key={entitlement.id} entitlement={entitlement} />
        ))}
      </ul>
      {pages.error && (
        <ErrorPanel problem={{ ...explain(pages.error), title: text.failed }} onRetry={retry} />
      )}
      {pages.hasNextPage && !pages.error && (
        <div className={classes.next}>
          <Button
            variant="default"
            aria-disabled={pages.isFetchingNextPage || undefined}
            onClick={() => {
              if (!pages.isFetchingNextPage) void pages.fetchNextPage()
            }}
          >
            {pages.isFetchingNextPage ? t.loading : text.more}
          </Button>
        </div>
      )}
    </>
  )
}

function EntitlementRow({ entitlement }: { entitlement: Entitlement }) {
  const { id, name, value, attribute, description, privileged } = entitlement
  return (
    <li className={classes.entitlement}>
      <span className={classes.name}>{labelOf(name) ?? labelOf(value) ?? id}</span>
      {attribute && <span className={classes.kind}>{oneLine(attribute)}</span>}
      {privileged && (
        <StatusText tone="warning" icon={IconShieldExclamation}>
          {text.privileged}
        </StatusText>
      )}
      {description && description !== name && (
        <p className={classes.description}>{undisguised(description)}</p>
      )}
    </li>
  )
}

function holds({ name, value, attribute, description }: Entitlement, wanted: string) {
  const all = [name, value, attribute, description].join('\n').toLowerCase()
  return all.includes(wanted.trim().toLowerCase())
}
