import { useSyncExternalStore } from 'react'

const STEP_MS = 30_000
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const tell of listeners) tell()
  }, STEP_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, every half minute: one clock for all the relative times on screen. */
export const useNow = (): number => useSyncExternalStore(subscribe, current)

function current(): number {
  // Without a subscriber the clock stood still.
  if (!timer && Date.now() - now > STEP_MS) now = Date.now()
  return now
}
