import { TenantFailure } from '../domain/failures.ts'
import { say } from '../domain/sentences.ts'
import type { TenantAccount } from '../index/store/record.ts'
import { actions, type ActionId } from './actions.ts'
import type { Going, Work } from './context.ts'
import { attributesOf, namesIn } from './edit.ts'
import { factsOf, stateOf } from './facts.ts'
import { judge, type Followed, type Judgement } from './judge.ts'
import type { Verdict } from './ledger.ts'
import { backoff, nextLook } from './pace.ts'
import { editIn } from './target.ts'
import { ReadRefused } from './tenant-calls.ts'

/** As many as one address takes. */
const AT_ONCE = 180

type Item = Followed & {
  going: Going
  due: number
  looks: number
  trackingId: string | null | undefined
}

type Unsure = {
  words: string | null
  trackingId?: string | null
  resendAfter: number
  isAnswered?: boolean
}

export type Follower = ReturnType<typeof createFollower>

/**
 * Reads the accounts again that were sent to, many in one call, until each shows the change or it is
 * clear that it will not. `resend` gets back what has had no effect.
 */
export function createFollower(
  work: Work,
  deps: { isSenderBusy: () => boolean; resend: (item: Going) => void; changed: () => void },
) {
  const { pace, outage, calls } = work
  const action = actions[work.run().action as ActionId] // only those are let in
  const items = new Map<number, Item>()
  const now = () => performance.now()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let lastLook = now()
  let rounds = 0
  /** How long an account takes to show a change, as far as this run has seen. */
  let expected = pace.lookFirst
  let added = 0

  function add(going: Going, rest: Pick<Item, 'kind' | 'taskId'> & Partial<Item>): void {
    const since = now()
    items.set(going.number, {
      going,
      since,
      due: since + expected,
      looks: 0,
      end: undefined,
      endedAt: undefined,
      taskKnown: undefined,
      firstLook: undefined,
      resendAfter: 0,
      isAnswered: true,
      words: null,
      trackingId: undefined,
      ...rest,
    })
    // To look through all of them for each that comes would take longer than to send it.
    added += 1
    if (timer === undefined || added % 60 === 0) schedule()
  }

  function schedule(): void {
    if (looking || work.signal.aborted || items.size === 0) return
    clearTimeout(timer)
    timer = setTimeout(start, Math.max(5, untilLook()))
  }

  /** While requests leave, one read waits to serve many; the first ones come early. */
  function untilLook(): number {
    const time = now()
    let soonest = Number.POSITIVE_INFINITY
    let due = 0
    for (const item of items.values()) {
      if (item.due <= time) due += 1
      if (item.due < soonest) soonest = item.due
    }
    const wait = Math.max(outage.wait(), soonest - time)
    if (due >= AT_ONCE || !deps.isSenderBusy()) return wait
    const gathered = Math.min(pace.gatherMost, pace.lookFirst * 2 ** rounds)
    return Math.max(wait, Math.min(lastLook + gathered - time, gathered))
  }

  function start(): void {
    timer = undefined
    if (looking || work.signal.aborted) return
    const batch = chosen()
    if (batch.length === 0) return schedule()
    looking = look(batch)
      .catch((error: unknown) => lookFailed(batch, error))
      .finally(() => {
        looking = undefined
        lastLook = now()
        rounds += 1
        schedule()
        deps.changed()
      })
  }

  function chosen(): Item[] {
    const time = now()
    return [...items.values()]
      .filter((item) => item.due <= time)
      .toSorted((a, b) => a.due - b.due)
      .slice(0, AT_ONCE)
  }

  /** A look that came too early makes those of the next items later, and the other way round. */
  function learn(item: Item, isShown: boolean): void {
    if (item.kind !== 'accepted' || item.looks > 0) return
    const age = now() - item.since
    if (isShown) expected = Math.max(pace.lookFirst, Math.min(expected, age) * 0.99)
    else expected = Math.min(pace.lookMost, Math.max(expected, age * 1.3))
  }

  function lookFailed(batch: Item[], error: unknown): void {
    if (work.signal.aborted) return
    if (error instanceof TenantFailure) work.failed(error)
    else if (!(error instanceof ReadRefused)) work.trouble(error)
    const at = now() + pace.lookFirst + backoff(pace, 2)
    for (const item of batch) item.due = at
  }

  async function look(batch: Item[]): Promise<void> {
    if (!action.shows) await readTasks(batch)
    const accounts = await readAccounts(batch)
    // Few accounts that are late are worth a call of their own.
    if (action.shows)
      await readTasks(batch.filter((item) => item.looks > 0 && isOpen(item, accounts)))
    outage.answered()
    const verdicts: Verdict[] = []
    for (const item of batch) {
      const { going } = item
      const account = accounts?.get(going.accountId)
      const isGone = accounts !== undefined && !account && (await isReallyGone(item))
      const edit = editIn(going.target)
      const facts = account && factsOf(account, namesIn(edit))
      if (facts && item.kind === 'unsure') item.firstLook ??= now()
      const judgement = judge(
        action,
        item,
        { account: facts, target: going.target, isGone, now: now() },
        pace,
      )
      learn(item, judgement.is === 'confirm')
      item.looks += 1
      item.due = now() + nextLook(pace, item.looks)
      const verdict = verdictOf(
        item,
        judgement,
        facts ? stateOf(facts, edit && attributesOf(facts, edit)) : null,
      )
      if (verdict) verdicts.push(verdict)
      if (verdict && account) seen.push(account)
      if (verdict && isGone) work.watcher.forget(going.accountId)
    }
    if (action.isOfLogIns && seen.length > 0) await learnIdentities(seen)
    if (seen.length > 0) work.watcher.observe(seen.splice(0))
    await work.settle(verdicts)
    for (const { number } of verdicts) items.delete(number)
    await sendAgain(batch.filter((item) => again.delete(item)))
  }

  /** Filled while a batch is judged: accounts for the index, and items that are sent once more. */
  const seen: TenantAccount[] = []
  const again = new Set<Item>()

  function verdictOf(item: Item, judgement: Judgement, after: string | null): Verdict | undefined {
    const { number, tries } = item.going
    if (judgement.is === 'wait') return undefined
    const tracking = item.trackingId === undefined ? {} : { trackingId: item.trackingId }
    if (judgement.is !== 'resend') {
      return { number, move: judgement.is, words: judgement.words, after, ...tracking }
    }
    if (tries >= pace.tries) {
      const words = item.words ?? say('noAnswerAtAll')
      return { number, move: 'fail', words, after, ...tracking }
    }
    const isOver = !['running', 'paused'].includes(work.run().state)
    if (isOver) {
      const words = item.words ?? say('noAnswer')
      return { number, move: 'giveUp', words, after, ...tracking }
    }
    again.add(item)
    return undefined
  }

  async function sendAgain(lost: Item[]): Promise<void> {
    if (lost.length === 0) return
    const numbers = lost.map(({ going }) => going.number)
    await work.ledger.resend(work.run(), numbers)
    for (const { going } of lost) {
      items.delete(going.number)
      deps.resend(going)
    }
  }

  function isOpen({ going }: Item, accounts: Map<string, TenantAccount> | undefined): boolean {
    const account = accounts?.get(going.accountId)
    return (
      !account || !action.shows?.(factsOf(account, namesIn(editIn(going.target))), going.target)
    )
  }

  /** Undefined where the operator may not read them: then only their tasks tell. */
  async function readAccounts(batch: Item[]): Promise<Map<string, TenantAccount> | undefined> {
    return allowed(() => calls.accounts(batch.map(({ going }) => going.accountId)))
  }

  /** Their owners changed as well, and the lists of identities show it. */
  async function learnIdentities(accounts: TenantAccount[]): Promise<void> {
    const ids = accounts.flatMap((account) => factsOf(account).identityId ?? [])
    const identities = await allowed(() => calls.identities(ids))
    if (identities) work.watcher.observeIdentities(identities, true)
  }

  async function readTasks(batch: Item[]): Promise<void> {
    const open = batch.filter(
      ({ kind, taskId, end, taskKnown }) =>
        kind === 'accepted' && taskId !== null && !end && taskKnown !== false,
    )
    if (open.length === 0) return
    const ids = open.flatMap(({ taskId }) => taskId ?? [])
    const ends = await allowed(() => calls.taskEnds(ids))
    for (const item of open) {
      item.end = ends?.get(item.taskId ?? '')
      if (item.end) item.endedAt ??= now()
      else if (!ends) item.taskKnown = false
      else if (now() - item.since >= pace.blind) await knowTask(item)
    }
  }

  /** Whether the tenant knows the task at all; some do not tell of them (isc-facts §8.4). */
  async function knowTask(item: Item): Promise<void> {
    if (item.taskKnown !== undefined) return
    const status = await calls.statusOf(`/task-status/${encodeURIComponent(item.taskId ?? '')}`)
    if (status === 200) item.taskKnown = true
    if (status === 404 || status === 403) item.taskKnown = false
  }

  async function isReallyGone({ going }: Item): Promise<boolean> {
    // It was in the list before it was sent.
    if (action.endsGone) return true
    return (await calls.statusOf(`/accounts/${encodeURIComponent(going.accountId)}`)) === 404
  }

  return {
    accepted: (going: Going, taskId: string | null) => add(going, { kind: 'accepted', taskId }),
    unsure: (going: Going, { trackingId, isAnswered = false, ...rest }: Unsure) =>
      add(going, {
        kind: 'unsure',
        taskId: null,
        isAnswered,
        trackingId,
        ...rest,
        ...(isAnswered && { due: now() + rest.resendAfter }),
      }),
    size: () => items.size,
    wake: schedule,
    async ended(): Promise<void> {
      clearTimeout(timer)
      await looking
    },
  }
}

async function allowed<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ReadRefused && [400, 403, 404].includes(error.status)) return undefined
    throw error
  }
}
