import { useSyncExternalStore } from 'react'

/** How high the rows of lists are. Kept in the browser. */
export type Density = 'comfortable' | 'compact'

const KEY = 'muster-density'
const listeners = new Set<() => void>()
let chosen: Density = read()

export function setDensity(density: Density): void {
  chosen = density
  try {
    localStorage.setItem(KEY, density)
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

export const useDensity = (): Density => useSyncExternalStore(subscribe, () => chosen)

function read(): Density {
  try {
    return localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable'
  } catch {
    return 'comfortable'
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
