import { useSyncExternalStore } from 'react'

/** Why an account is not to be done: for now, or because it will never have an owner. */
export type Aside = 'skipped' | 'machine'
type Ids = ReadonlySet<string>
export type SetAside = Readonly<Record<Aside, Ids>>

/** Skipped ones are forgotten with the tab; marks are kept in this browser, for want of a place in the server. */
const places: Record<Aside, { storage: () => Storage; key: string }> = {
  skipped: { storage: () => sessionStorage, key: 'muster-uncorrelated-skipped' },
  machine: { storage: () => localStorage, key: 'muster-uncorrelated-machine' },
}
/** More than these are the oldest ones' turn to be forgotten; an id has 32 characters. */
const MOST = 5000

let state: SetAside | undefined
const listeners = new Set<() => void>()

const current = (): SetAside =>
  (state ??= { skipped: recall('skipped'), machine: recall('machine') })

export const useSetAside = (): SetAside => useSyncExternalStore(subscribe, current)

export function setAside(id: string, why: Aside): void {
  const others = why === 'skipped' ? 'machine' : 'skipped'
  write({ [why]: including(current()[why], id), [others]: without(current()[others], id) })
}

export function putBack(id: string): void {
  write({ skipped: without(current().skipped, id), machine: without(current().machine, id) })
}

function write(change: Partial<Record<Aside, Ids>>): void {
  state = { ...current(), ...change }
  for (const why of ['skipped', 'machine'] as const) keep(why, state[why])
  for (const listener of listeners) listener()
}

const including = (ids: Ids, id: string): Ids => new Set([...ids, id].slice(-MOST))
const without = (ids: Ids, id: string): Ids => new Set([...ids].filter((each) => each !== id))

function recall(why: Aside): Ids {
  const { storage, key } = places[why]
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set() // no storage, or what somebody else has written there
  }
}

function keep(why: Aside, ids: Ids): void {
  const { storage, key } = places[why]
  try {
    storage().setItem(key, JSON.stringify([...ids]))
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
