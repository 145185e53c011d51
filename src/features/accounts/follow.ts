import type { Account } from '#api/client.ts'

/** One read, told apart by what to do next rather than by status. */
export type Read<T> =
  | { is: 'found'; value: T }
  | { is: 'missing' }
  /** 401 or 403: asking again will not help. */
  | { is: 'refused'; words: string }
  /** 429: the tenant has said how long to wait. */
  | { is: 'busy'; waitMs: number }
  /** No answer, a broken one or a 5xx: ask again. */
  | { is: 'down'; words: string }

export type ReadAccount = (id: string) => Promise<Read<Account>>
export type Clock = { now: () => number; sleep: (ms: number) => Promise<void> }

export type Job = {
  accountId: string
  /** Whether the account, read again, shows that it was done. */
  shows: (account: Account) => boolean
}

/** What can truthfully be said of a change that was accepted once its account was read again. */
export type Seen =
  | { is: 'confirmed'; account: Account }
  | { is: 'gone' }
  | { is: 'not-confirmed'; account: Account | undefined; why: 'unchanged' | 'unread' }

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

/**
 * Reads an account until it shows the change, is gone, or time is up. Never rejects because of what
 * the tenant answers, and ends within the limits.
 */
export async function follow(
  { accountId, shows }: Job,
  read: ReadAccount,
  clock: Clock,
  limits: FollowLimits = followLimits,
): Promise<Seen> {
  const pace = pacer(clock, limits)
  let last: Account | undefined
  let seen: Read<Account>
  do {
    seen = await read(accountId)
    if (seen.is === 'missing') return { is: 'gone' }
    if (seen.is === 'found') {
      last = seen.value
      if (shows(last)) return { is: 'confirmed', account: last }
    }
  } while (seen.is !== 'refused' && (await pace.next(seen)))
  return { is: 'not-confirmed', account: last, why: last ? 'unchanged' : 'unread' }
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
