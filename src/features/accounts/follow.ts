import type { Account, TaskStatus } from '#api/client.ts'

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

export type FollowApi = {
  task: (id: string) => Promise<Read<TaskStatus>>
  account: (id: string) => Promise<Read<Account>>
}
export type Clock = { now: () => number; sleep: (ms: number) => Promise<void> }

export type Job = {
  accountId: string
  /** Undefined where the tenant accepted the action but named no task. */
  taskId: string | undefined
  /** Whether the account, read again, shows that the action was done. */
  shows: (account: Account, taskEnded: boolean) => boolean
}

/** What can truthfully be said once an accepted action has been followed to its end. */
export type Verdict =
  | { is: 'confirmed'; account: Account; warnings: string[] }
  | { is: 'gone' }
  | { is: 'not-confirmed'; account: Account | undefined; why: 'unchanged' | 'running' | 'unread' }
  | {
      is: 'failed'
      account: Account | undefined
      words: string[]
      taskId: string
      trackingId: string | undefined
    }

export const followLimits = {
  firstMs: 400,
  longestMs: 5_000,
  growth: 1.6,
  /** How long a task is followed. */
  taskMs: 300_000,
  /** How long the account is read again after its task has ended well. */
  settleMs: 6_000,
  /** How long the account is read again where its task cannot be followed. */
  blindMs: 30_000,
  /** A task may be announced before it can be read: so many misses are forgiven. */
  misses: 3,
  /** How long, in all, an account or a task may give no answer. */
  deafMs: 180_000,
  /** `Retry-After` is obeyed between these two. */
  leastWaitMs: 500,
  mostWaitMs: 120_000,
}
export type FollowLimits = typeof followLimits

/**
 * Follow an accepted action: its task to the end, then the account until it shows the change. Never
 * rejects because of what the tenant answers, and ends within the limits.
 */
export async function follow(
  job: Job,
  api: FollowApi,
  clock: Clock,
  limits: FollowLimits = followLimits,
): Promise<Verdict> {
  const end = await followTask(job, api, clock, limits)
  if (end.is === 'lost') return settle(job, api, pacer(clock, limits, limits.blindMs), false)
  if (end.is === 'running') {
    // One last look: the change may be there although the task is not said to have ended.
    const verdict = await settle(job, api, pacer(clock, limits, 0), false)
    return verdict.is === 'not-confirmed' && verdict.account
      ? { ...verdict, why: 'running' }
      : verdict
  }
  if (!endedWell(end.task)) {
    const last = await readOnce(job, api, pacer(clock, limits, limits.settleMs))
    return {
      is: 'failed',
      account: last,
      words: taskWords(end.task),
      taskId: end.task.id,
      trackingId: trackingIdOf(end.task),
    }
  }
  const verdict = await settle(job, api, pacer(clock, limits, limits.settleMs), true)
  return verdict.is === 'confirmed' && end.task.completionStatus === 'WARNING'
    ? { ...verdict, warnings: taskWords(end.task) }
    : verdict
}

type TaskEnd = { is: 'ended'; task: TaskStatus } | { is: 'running' } | { is: 'lost' }

async function followTask(
  { taskId }: Job,
  api: FollowApi,
  clock: Clock,
  limits: FollowLimits,
): Promise<TaskEnd> {
  if (!taskId) return { is: 'lost' }
  const pace = pacer(clock, limits, limits.taskMs)
  let misses = 0
  let read: Read<TaskStatus>
  do {
    read = await api.task(taskId)
    if (read.is === 'found' && hasEnded(read.value)) return { is: 'ended', task: read.value }
    // Whether an action's task can be read at all is not documented (isc-facts §8.4), and the
    // operator's level may not allow it (§2): then the account itself has to tell.
    if (read.is === 'refused') return { is: 'lost' }
    if (read.is === 'missing' && ++misses >= limits.misses) return { is: 'lost' }
  } while (await pace.next(read))
  return { is: 'running' }
}

/** Read the account until it shows the change, is gone, or time is up. */
async function settle(
  { accountId, shows }: Job,
  api: FollowApi,
  pace: Pacer,
  taskEnded: boolean,
): Promise<Verdict> {
  let last: Account | undefined
  let read: Read<Account>
  do {
    read = await api.account(accountId)
    if (read.is === 'missing') return { is: 'gone' }
    if (read.is === 'found') {
      last = read.value
      if (shows(last, taskEnded)) return { is: 'confirmed', account: last, warnings: [] }
    }
  } while (read.is !== 'refused' && (await pace.next(read)))
  return { is: 'not-confirmed', account: last, why: last ? 'unchanged' : 'unread' }
}

/** The account as it stands, so that a failure is shown beside the truth; undefined if unreadable. */
async function readOnce({ accountId }: Job, api: FollowApi, pace: Pacer) {
  let read: Read<Account>
  do {
    read = await api.account(accountId)
    if (read.is === 'found') return read.value
    if (read.is === 'missing' || read.is === 'refused') return undefined
  } while (await pace.next(read))
  return undefined
}

type Pacer = { next: (read: Read<unknown>) => Promise<boolean> }

/**
 * Waits longer each time, obeys `Retry-After`, and answers false once the time is used up. The time
 * in which the tenant gave no answer is counted apart, so that a pause in the network or a full rate
 * limit does not turn a change that was made into one that was not confirmed.
 */
function pacer(clock: Clock, limits: FollowLimits, totalMs: number): Pacer {
  const used = { asking: 0, deaf: 0 }
  const allowed = { asking: totalMs, deaf: limits.deafMs }
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

/** `completionStatus` is null while a task runs (isc-facts §8.4); some only ever fill `completed`. */
const hasEnded = (task: TaskStatus) => Boolean(task.completionStatus ?? task.completed)

const endedWell = ({ completionStatus }: TaskStatus) =>
  !completionStatus || completionStatus === 'SUCCESS' || completionStatus === 'WARNING'

/** The tenant's own words about how a task ended, the errors where there are any. */
function taskWords({ messages, completionStatus }: TaskStatus): string[] {
  const all = messages ?? []
  const errors = all.filter((message) => message.type === 'ERROR')
  const words = (errors.length > 0 ? errors : all)
    .map((message) => message.localizedText?.message ?? message.key)
    .filter(Boolean)
  return words.length > 0 ? words : [`The task ended with ${completionStatus}`]
}

/** Not in the contract of a task, whose attributes are free; shown where a tenant gives one. */
function trackingIdOf({ attributes }: TaskStatus): string | undefined {
  const id = attributes?.trackingId
  return typeof id === 'string' ? id : undefined
}
