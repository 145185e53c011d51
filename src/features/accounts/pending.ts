import { useSyncExternalStore } from 'react'

import type { ActionId } from './actions.ts'

/**
 * Which accounts have one of our actions under way. Outside the query cache, because every screen
 * that shows the account must say so within a frame of the click, whichever read it came from.
 */
export function pendingStore() {
  const actions = new Map<string, ActionId>()
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())

  return {
    /** False where an action on this account is already under way: then nothing must be sent. */
    begin(accountId: string, action: ActionId): boolean {
      if (actions.has(accountId)) return false
      actions.set(accountId, action)
      tell()
      return true
    },
    end(accountId: string) {
      if (actions.delete(accountId)) tell()
    },
    get: (accountId: string) => actions.get(accountId),
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
