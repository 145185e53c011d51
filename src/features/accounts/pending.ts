import { useSyncExternalStore } from 'react'

import type { ActionId } from './actions.ts'

/**
 * Which accounts have one of our actions under way. Outside the query cache, because every screen
 * that shows the account must say so within a frame of the click, whichever read it came from.
 */
export function pendingStore() {
  const actions = new Map<string, ActionId>()
  /** What this page has begun, it also sees end, and sooner than it hears of it. */
  const begun = new Set<string>()
  let told: ReadonlyMap<string, ActionId> = new Map()
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())

  return {
    /** False where an action on this account is already under way: then nothing must be sent. */
    begin(accountId: string, action: ActionId): boolean {
      if (actions.has(accountId)) return false
      actions.set(accountId, action)
      begun.add(accountId)
      tell()
      return true
    },
    end(accountId: string) {
      if (actions.delete(accountId)) tell()
    },
    /** What is under way that another page has begun, or this one before it was loaded. */
    hear(others: ReadonlyMap<string, ActionId>) {
      if (others.size === 0 && told.size === 0) return
      told = others
      tell()
    },
    get: (accountId: string) =>
      actions.get(accountId) ?? (begun.has(accountId) ? undefined : told.get(accountId)),
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
