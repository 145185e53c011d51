import { setTimeout } from 'node:timers/promises'

/** A person who waits for an answer goes before work that nobody watches. */
export type Priority = 'person' | 'background'

type Options = {
  /** Calls in ten seconds that the tenant allows to one client; 0 for no limit. */
  limit: number
  now?: () => number
  /** Resolves after so many milliseconds, or as soon as the signal fires. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
}

export const WINDOW_MS = 10_000
/** Of 100 calls, those that work in the background leaves to people. */
const RESERVED = 0.04
const LEAST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 120_000

/** What other processes have left of the limit. */
export type SharedCalls = {
  /** Counts a call, or answers how many ms it has to wait. So many are `most` within the window. */
  take: (most: number, priority: Priority) => Promise<number>
  /** The tenant asked to be left alone for so many ms. */
  blocked: (ms: number) => void
}

export type Budget = ReturnType<typeof createBudget>

/**
 * One budget for all calls to a tenant. It keeps the times of the last calls, so that no ten seconds,
 * wherever they begin, hold more than the tenant allows (isc-facts §7).
 */
export function createBudget({ limit, now = performance.now.bind(performance), sleep }: Options) {
  const calls: number[] = []
  let blockedUntil = 0
  let waitingPeople = 0
  let shared: SharedCalls | undefined
  /** Until then the other processes have used the limit up. */
  const othersUntil = { person: 0, background: 0 }
  const wait = sleep ?? pause
  const most = {
    person: limit,
    background: Math.max(1, Math.floor(limit * (1 - RESERVED))),
  }

  function forget(time: number): void {
    while (calls[0] !== undefined && calls[0] <= time - WINDOW_MS) calls.shift()
  }

  /** Milliseconds until the next call of this priority may leave; 0 where it may now. */
  function delay(priority: Priority): number {
    const time = now()
    forget(time)
    const blocked = Math.max(0, blockedUntil - time)
    // A person is not held back by what the tenant told the background: the tenant decides.
    if (priority === 'background' && blocked > 0) return blocked
    if (limit === 0) return 0
    const others = Math.max(0, othersUntil[priority] - time)
    const oldest = calls[calls.length - most[priority]]
    return oldest === undefined ? others : Math.max(others, 1, oldest + WINDOW_MS - time)
  }

  /** Whether the call may leave, which is counted then. */
  async function count(priority: Priority): Promise<boolean> {
    if (limit === 0) return true
    const time = now()
    // Those that ask meanwhile see it.
    calls.push(time)
    const ms = (await shared?.take(most[priority], priority)) ?? 0
    if (ms === 0) return true
    calls.splice(calls.lastIndexOf(time), 1)
    othersUntil[priority] = now() + ms
    return false
  }

  return {
    /** Calls in ten seconds; 0 for no limit. */
    limit,

    /** Resolves when the call may leave, and counts it. */
    async take(priority: Priority, signal?: AbortSignal): Promise<void> {
      if (priority === 'person') waitingPeople += 1
      try {
        while (true) {
          signal?.throwIfAborted()
          const isTurn = delay(priority) === 0 && (priority === 'person' || waitingPeople === 0)
          if (isTurn && (await count(priority))) return
          const ms = delay(priority)
          await wait(Math.min(Math.max(ms, 5), 1000), signal)
        }
      } finally {
        if (priority === 'person') waitingPeople -= 1
      }
    },

    /** The tenant asked to wait; `seconds` is what it named, if it did. */
    blocked(seconds: number | undefined): void {
      const ms = Number.isFinite(seconds) ? Number(seconds) * 1000 : 10_000
      const until = now() + Math.min(Math.max(ms, LEAST_PAUSE_MS), LONGEST_PAUSE_MS)
      blockedUntil = Math.max(blockedUntil, until)
      shared?.blocked(until - now())
    },

    /** From now on the limit is kept together with others. */
    share(others: SharedCalls): void {
      if (limit > 0) shared = others
    },

    /** Milliseconds that work in the background waits at the moment. */
    waiting: () => delay('background'),
  }
}

/** The signal wakes it; whoever waits sees for himself that he is no longer needed. */
const pause = (ms: number, signal?: AbortSignal) =>
  setTimeout(ms, undefined, signal && { signal }).catch(() => undefined)
