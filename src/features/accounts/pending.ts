import { useSyncExternalStore } from 'react'

import type { ActionId } from './actions.ts'

/**
 * Which accounts have one of our actions under way. Outside the query cache, because every screen
 * that shows the account must say so within a frame of the click, whichever read it came from.
 */
export function pendingStore() {
  const actions = new Map<string, ActionId>()
  /**
   * When what this page has begun ended, by `performance.now()`: it sees that sooner than it hears of
   * it. Infinity while it goes on.
   */
  const begun = new Map<string, number>()
  let told: ReadonlyMap<string, ActionId> = new Map()
  /** By lists that were read since, of the accounts in them. */
  const listed = new Map<string, ActionId>()
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())

  return {
    /** False where an action on this account is already under way: then nothing must be sent. */
    begin(accountId: string, action: ActionId): boolean {
      if (actions.has(accountId)) return false
      actions.set(accountId, action)
      begun.set(accountId, Number.POSITIVE_INFINITY)
      tell()
      return true
    },
    end(accountId: string) {
      if (!actions.delete(accountId)) return
      begun.set(accountId, performance.now())
      tell()
    },
    /** What is under way that another page has begun, or this one before it was loaded. */
    hear(others: ReadonlyMap<string, ActionId>) {
      if (others.size === 0 && told.size === 0) return
      told = others
      tell()
    },
    /** What a list says of its accounts that was asked for at `since`, by `performance.now()`. */
    hearOf(accountIds: string[], others: ReadonlyMap<string, ActionId>, since: number) {
      let isNews = false
      for (const id of accountIds) {
        if ((begun.get(id) ?? since) < since) begun.delete(id)
        const action = others.get(id)
        if (action === listed.get(id)) continue
        isNews = true
        if (action) listed.set(id, action)
        else listed.delete(id)
      }
      if (isNews) tell()
    },
    get: (accountId: string) =>
      actions.get(accountId) ??
      (begun.has(accountId) ? undefined : (told.get(accountId) ?? listed.get(accountId))),
    size: () => actions.size,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export const pending = pendingStore()

/** The action under way on this account, if any. */
export const usePending = (accountId: string): ActionId | undefined =>
  useSyncExternalStore(pending.subscribe, () => pending.get(accountId))
