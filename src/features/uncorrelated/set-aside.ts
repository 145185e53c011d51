import { useSyncExternalStore } from 'react'

/** Why an account is not to be done: for now, or because it will never have an owner. */
export type Aside = 'skipped' | 'machine'
type Ids = ReadonlySet<string>
/** `marked`: told to the server, while rows that were read before still have them. */
type SetAside = { skipped: Ids; marked: Ids }

/** Skipped ones are forgotten with the tab. */
const KEY = 'muster-uncorrelated-skipped'
/** More than these are the oldest ones' turn to be forgotten; an id has 32 characters. */
const MOST = 5000

let state: SetAside | undefined
const listeners = new Set<() => void>()

const current = (): SetAside => (state ??= { skipped: recall(), marked: new Set() })

export const useSetAside = (): SetAside => useSyncExternalStore(subscribe, current)

export const skip = (id: string): void =>
  write({ skipped: new Set([...current().skipped, id].slice(-MOST)) })

export const unskip = (id: string): void => write({ skipped: without(current().skipped, id) })

export function hideMarked(id: string): void {
  write({ skipped: without(current().skipped, id), marked: new Set([...current().marked, id]) })
}

export const showMarked = (id: string): void => write({ marked: without(current().marked, id) })

function write(change: Partial<SetAside>): void {
  state = { ...current(), ...change }
  if (change.skipped) keep(change.skipped)
  for (const listener of listeners) listener()
}

const without = (ids: Ids, id: string): Ids => new Set([...ids].filter((each) => each !== id))

function recall(): Ids {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set() // no storage, or what somebody else has written there
  }
}

function keep(ids: Ids): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...ids]))
  } catch {
    // Storage may be forbidden or full: it then lasts as long as the page.
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
