import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { Entitlement } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { t } from '#lib/messages.ts'
import { accountText } from '#lib/messages/account.ts'
import { Button } from '#ui/button.tsx'
import { SkeletonLines } from '#ui/empty-state.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'

import { accountEntitlementsQuery } from '../entitlement-queries.ts'
import { EntitlementRow } from './entitlement-row.tsx'
import { FindBox } from './find-box.tsx'
import { useEscape } from './use-escape.ts'
import { usePlace } from './use-place.ts'

import classes from './parts.module.css'

const text = accountText.entitlements

/** How the address names the one that is open. */
export const layerOf = ({ id }: Entitlement) => `entitlement:${id}`

export function EntitlementList({ accountId }: { accountId: string }) {
  const [wanted, setWanted] = useState('')
  const [isPrivilegedOnly, setPrivilegedOnly] = useState(false)
  const { layer, closeLayer } = usePlace()
  useEscape(layer !== '', closeLayer)
  const pages = useInfiniteQuery(accountEntitlementsQuery(accountId))
  const loaded = pages.data?.pages.flatMap(({ items }) => items)
  const isNotHeld = useOpenOne(layer, loaded, pages)

  const retry = () => void (pages.data ? pages.fetchNextPage() : pages.refetch())
  if (!loaded) {
    if (pages.error) return <ErrorPanel problem={explain(pages.error)} onRetry={retry} />
    return <SkeletonLines />
  }
  const total = pages.data?.pages.at(-1)?.total ?? loaded.length
  const found = loaded.filter(
    (entitlement) =>
      layerOf(entitlement) === layer ||
      (holds(entitlement, wanted) && (!isPrivilegedOnly || entitlement.privileged)),
  )
  const isNarrowed = wanted.trim() !== '' || isPrivilegedOnly
  if (total === 0) return <p className={classes.note}>{text.none}</p>
  return (
    <>
      <div className={classes.tools}>
        <FindBox
          label={text.search}
          value={wanted}
          onChange={setWanted}
          count={
            isNarrowed
              ? text.narrowed(found.length, loaded.length)
              : text.loaded(loaded.length, total)
          }
        />
        {loaded.some(({ privileged }) => privileged) && (
          <label className={classes.choice}>
            <input
              type="checkbox"
              className={classes.check}
              checked={isPrivilegedOnly}
              onChange={(event) => setPrivilegedOnly(event.currentTarget.checked)}
            />
            {text.privilegedOnly}
          </label>
        )}
      </div>
      {isNotHeld && <p className={classes.note}>{text.notHeld}</p>}
      {found.length === 0 && <p className={classes.note}>{text.noMatch}</p>}
      <ul className={classes.entitlements}>
        {found.map((entitlement) => (
          <EntitlementRow
            key={entitlement.id}
            entitlement={entitlement}
            layer={layerOf(entitlement)}
            isOpen={layerOf(entitlement) === layer}
          />
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

type Pages = { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => Promise<unknown> }

/** A link may open one that comes on a later page: it is read up to there. True where none comes. */
function useOpenOne(layer: string, loaded: Entitlement[] | undefined, pages: Pages): boolean {
  const { hasNextPage, isFetching, fetchNextPage } = pages
  const isMissing =
    layer.startsWith('entitlement:') && loaded?.every((each) => layerOf(each) !== layer) === true
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetching) void fetchNextPage()
  }, [isMissing, hasNextPage, isFetching, fetchNextPage])
  return isMissing && !hasNextPage && !isFetching
}

function holds({ name, value, attribute, description, owner }: Entitlement, wanted: string) {
  const all = [name, value, attribute, description, owner?.name].join('\n').toLowerCase()
  return all.includes(wanted.trim().toLowerCase())
}
