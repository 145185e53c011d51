import type { Read } from '../read-account.ts'

export type Clock = { now: () => number; sleep: (ms: number) => Promise<void> }

export const followLimits = {
  firstMs: 400,
  longestMs: 5_000,
  growth: 1.6,
  /** How long the account is read again: nothing else tells of it. */
  settleMs: 30_000,
  /** How long, in all, it may give no answer. */
  deafMs: 180_000,
  /** `Retry-After` is obeyed between these two. */
  leastWaitMs: 500,
  mostWaitMs: 120_000,
}
export type FollowLimits = typeof followLimits

export const wallClock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

export type Pacer = { next: (read: Read<unknown>) => Promise<boolean> }

/**
 * Waits longer each time, obeys `Retry-After`, and answers false once the time is used up. The time
 * in which the tenant gave no answer is counted apart, so that a pause in the network or a full rate
 * limit does not turn a change that was made into one that was not confirmed.
 */
export function pacer(clock: Clock, limits: FollowLimits): Pacer {
  const used = { asking: 0, deaf: 0 }
  const allowed = { asking: limits.settleMs, deaf: limits.deafMs }
  let waitMs = limits.firstMs
  let mark = clock.now()
  return {
    async next(read) {
      const kind = read.is === 'busy' || read.is === 'down' ? 'deaf' : 'asking'
      const pause = read.is === 'busy' ? clamp(read.waitMs, limits) : waitMs
      if (read.is !== 'busy') waitMs = Math.min(waitMs * limits.growth, limits.longestMs)
      used[kind] += clock.now() - mark + pause
      if (used[kind] > allowed[kind]) return false
      await clock.sleep(pause)
      mark = clock.now()
      return true
    },
  }
}

const clamp = (ms: number, { leastWaitMs, mostWaitMs }: FollowLimits) =>
  Number.isFinite(ms) ? Math.min(Math.max(ms, leastWaitMs), mostWaitMs) : leastWaitMs
