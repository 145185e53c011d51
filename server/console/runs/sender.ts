import { TenantFailure } from '../domain/failures.ts'
import type { RunItemRow } from '../store/schema.ts'
import { actions, type ActionId } from './actions.ts'
import type { Going, Work } from './context.ts'
import type { Answered } from './desk.ts'
import type { Follower } from './follower.ts'
import type { Verdict } from './ledger.ts'
import { backoff } from './pace.ts'
import { prepare } from './prepare.ts'
import { ReadRefused, type Sent } from './tenant-calls.ts'

/** Read and looked at together, ahead of their turn. */
const CHUNK = 180
const LOW = 60
/** An account that another run holds is asked for again after so long. */
const BEHIND_MS = 250

/** The request was kept here: the run is paused or over, or the item has its verdict. */
class Kept extends Error {}

export type Sender = ReturnType<typeof createSender>

/** Sends the items of a run in their order, as many at a time as there are lanes. */
export function createSender(work: Work, follower: Follower, changed: () => void) {
  const { ledger, pace, outage, locks } = work
  const { id, action } = work.run()
  const { intend, answered } = ledger.desk(work.run())
  let ready: Going[] = []
  let later: { item: Going; at: number }[] = []
  let behind: RunItemRow[] = []
  let cursor = 0
  let isRead = false
  let filling: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  const waiting = new Set<AbortController>()
  const flights = new Set<Promise<void>>()

  function pump(): void {
    clearTimeout(timer)
    if (work.signal.aborted) return
    takeDue()
    while (work.isSending() && flights.size < pace.lanes && outage.wait() === 0) {
      const item = ready.shift()
      if (!item) break
      fly(item)
    }
    const isShort = ready.length < LOW && (!isRead || behind.length > 0)
    if (work.isSending() && isShort && outage.wait() === 0) filling ??= fill()
    if (work.isSending() && (ready.length > 0 || later.length > 0 || !isRead)) again(nextTurn())
    changed()
  }

  function again(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(pump, Math.max(ms, 5))
  }

  function nextTurn(): number {
    const wait = outage.wait()
    if (wait > 0) return wait
    const soonest = Math.min(...later.map(({ at }) => at), Number.POSITIVE_INFINITY)
    return Math.min(soonest - performance.now(), 1000)
  }

  function takeDue(): void {
    const now = performance.now()
    ready.push(...later.filter(({ at }) => at <= now).map(({ item }) => item))
    later = later.filter(({ at }) => at > now)
  }

  async function fill(): Promise<void> {
    const rows = behind
    behind = []
    let pause = 0
    try {
      if (!isRead && rows.length < CHUNK) {
        const room = CHUNK - rows.length
        const more = await ledger.itemsAfter(id, ['planned'], cursor, room)
        isRead ||= more.length < room
        cursor = more.at(-1)?.number ?? cursor
        rows.push(...more)
      }
      if (rows.length === 0) return
      const prepared = await prepare(work, rows)
      if (isDropped()) return
      ready.push(...prepared.ready)
      behind = prepared.behind
      if (behind.length > 0) pause = BEHIND_MS
    } catch (error) {
      if (!isDropped()) behind = rows
      pause = readFailed(error)
    } finally {
      filling = undefined
      if (pause > 0) again(pause)
      else pump()
    }
  }

  function readFailed(error: unknown): number {
    if (work.signal.aborted) return 0
    if (error instanceof TenantFailure) work.failed(error)
    else if (!(error instanceof ReadRefused)) work.trouble(error)
    return BEHIND_MS + backoff(pace, 1)
  }

  function fly(item: Going): void {
    if (!locks.take(item.accountId, id)) {
      later.push({ item, at: performance.now() + BEHIND_MS })
      return
    }
    outage.tried()
    const flight = send(item).finally(() => {
      flights.delete(flight)
      pump()
    })
    flights.add(flight)
  }

  async function send(item: Going): Promise<void> {
    const gone = new AbortController()
    let isIntended = false
    waiting.add(gone)
    const ready = async () => {
      waiting.delete(gone)
      if (!work.isSending() || !(await intend(item.number))) throw new Kept()
      isIntended = true
      item.attempts += 1
      if (!work.isHeld()) throw new Kept()
    }
    try {
      const request = actions[action as ActionId].request(item)
      const outcome = await work.calls.send(request, ready, gone.signal)
      await take(item, outcome)
    } catch (error) {
      if (isIntended) follower.unsure(item, { words: null, resendAfter: pace.grace })
      else if (error instanceof Kept && work.isSending()) putOff(item)
      else putBack(item)
      if (!isIntended) outage.letGo()
      const isKept = error instanceof Kept || gone.signal.aborted
      if (error instanceof TenantFailure) work.failed(error)
      else if (!isKept) work.trouble(error)
    } finally {
      waiting.delete(gone)
    }
  }

  /** Whether it is still planned shows when it is to be sent the next time. */
  function putBack(item: Going): void {
    locks.release(item.accountId, id)
    if (!isDropped()) ready.unshift(item)
  }

  /** Another console has its account under way, or the whole run. */
  function putOff(item: Going): void {
    locks.release(item.accountId, id)
    later.push({ item, at: performance.now() + BEHIND_MS })
    work.doubt()
  }

  async function take(item: Going, outcome: Sent): Promise<void> {
    const { number, attempts: nth, accountId } = item
    const words = outcome.is === 'accepted' ? null : outcome.words
    const trackingId = outcome.is === 'busy' ? null : outcome.trackingId
    const entry = { number, nth, outcome: outcome.is, status: outcome.status, words }
    const told: Answered = { ...entry, trackingId }
    if (outcome.is === 'unsure' && outcome.down) work.failed(outcome.down)
    else outage.answered()
    if (outcome.is === 'accepted') {
      const { taskId } = outcome
      await answered({ ...told, move: 'accept', taskId })
      follower.accepted(item, taskId)
    } else if (outcome.is === 'refused') {
      await answered(told)
      await fail({ number, move: 'fail', words, trackingId }, accountId)
    } else if (outcome.is === 'busy') {
      item.busy += 1
      await answered(item.busy < pace.busyTries ? { ...told, move: 'takeBack' } : told)
      if (item.busy >= pace.busyTries) return fail({ number, move: 'fail', words }, accountId)
      locks.release(accountId, id)
      if (isDropped()) return
      const wait = (outcome.waitMs ?? 0) + backoff(pace, Math.min(item.busy, 4))
      later.push({ item, at: performance.now() + wait })
    } else {
      item.tries += 1
      await answered(told)
      const isAnswered = !outcome.down && outcome.status !== 502 && outcome.status !== 504
      const resendAfter = isAnswered ? backoff(pace, item.tries) : pace.grace
      follower.unsure(item, { words, trackingId, resendAfter, isAnswered })
    }
  }

  async function fail(verdict: Verdict, accountId: string): Promise<void> {
    await work.settle([verdict])
    locks.release(accountId, id)
  }

  const isDropped = () => !['running', 'paused'].includes(work.run().state)

  return {
    pump,
    /** What was sent without an answer, and has had no effect. */
    resend(item: Going): void {
      locks.release(item.accountId, id)
      if (!isDropped()) ready.push(item)
      again(0)
    },
    /** Requests that wait for the budget come back at once; the next turn starts with them. */
    hold(): void {
      for (const gone of waiting) gone.abort()
      waiting.clear()
    },
    /** Nothing that has not been sent will be. */
    drop(): void {
      ready = []
      later = []
      behind = []
      isRead = true
    },
    /** Whether there is nothing left to send. */
    isDone: () =>
      isRead && !filling && ready.length + later.length + behind.length + flights.size === 0,
    /** Whether all that is left waits for other runs. */
    isBehind: () => behind.length > 0 && ready.length + later.length + flights.size === 0,
    /** Looks at the ledger once more for what is to be sent. */
    reread(): void {
      cursor = 0
      isRead = false
    },
    async ended(): Promise<void> {
      clearTimeout(timer)
      await Promise.allSettled([...flights, filling])
    },
  }
}
