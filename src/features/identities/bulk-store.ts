import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import type { Identity } from '#api/client.ts'
import { learnRefusal } from '#features/session/queries.ts'
import type { RowPage } from '#ui/row-pages.ts'

import { bulkCalls } from './bulk-calls.ts'
import { isOpen, runBulk, type BulkAction, type BulkItem, type Verdict } from './bulk.ts'
import { identityKeys, identityQuery } from './queries.ts'

export type BulkRun = { action: BulkAction; verdicts: Verdict[]; isShown: boolean }

/** Outside the page, so that a change goes on while other pages are looked at. */
let run: BulkRun | undefined
const listeners = new Set<() => void>()

function change(next: BulkRun | undefined) {
  run = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useBulkRun = (): BulkRun | undefined => useSyncExternalStore(subscribe, () => run)

export const isUnderWay = (bulk: BulkRun | undefined): boolean =>
  bulk?.verdicts.some(isOpen) ?? false

export const refusalKey = (action: BulkAction) => `identities-${action}`

/** One at a time: two opposite changes to one log-in must not overtake each other. */
export async function startBulk(
  client: QueryClient,
  action: BulkAction,
  items: BulkItem[],
): Promise<Verdict[]> {
  if (isUnderWay(run)) return []
  const calls = bulkCalls({
    onRead: (identities) => patchIdentities(client, identities),
    onForbidden: (words) => learnRefusal(client, refusalKey(action), words),
  })
  change({ action, verdicts: [], isShown: true })
  const verdicts = await runBulk(action, items, calls, (now) =>
    change({ action, verdicts: now, isShown: run?.isShown ?? true }),
  )
  void client.invalidateQueries({ queryKey: identityKeys.all })
  return verdicts
}

export function showBulk(isShown: boolean): void {
  if (!run) return
  // Results that were read and closed are done with; those of a change under way are not.
  change(isShown || isUnderWay(run) ? { ...run, isShown } : undefined)
}

/** Puts identities that were read again into every page and detail that shows them. */
function patchIdentities(client: QueryClient, identities: Identity[]) {
  const byId = new Map(identities.map((identity) => [identity.id, identity]))
  client.setQueriesData<RowPage<Identity>>({ queryKey: identityKeys.lists() }, (page) =>
    page && page.items.some(({ id }) => byId.has(id))
      ? { ...page, items: page.items.map((item) => ({ ...item, ...byId.get(item.id) })) }
      : page,
  )
  for (const identity of identities) {
    client.setQueryData(identityQuery(identity.id).queryKey, (known) => known && identity)
  }
}
