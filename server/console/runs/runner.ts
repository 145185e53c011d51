import type { TenantFailure } from '../domain/failures.ts'
import { say } from '../domain/sentences.ts'
import type { Watcher } from '../http/watch.ts'
import type { RunRow } from '../store/schema.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { goingOf, type Going, type Work } from './context.ts'
import { createFollower } from './follower.ts'
import type { Ledger, Verdict } from './ledger.ts'
import type { Locks } from './locks.ts'
import type { Outage } from './outage.ts'
import type { Pace } from './pace.ts'
import { createSender } from './sender.ts'
import { createSpeed } from './speed.ts'
import { canMove, isCarried, underWay, type ItemState } from './states.ts'
import { tenantCalls } from './tenant-calls.ts'
import { createThreshold } from './threshold.ts'
import type { Live } from './view.ts'

export type RunnerDeps = {
  ledger: Ledger
  upstream: Upstream
  watcher: Pick<Watcher, 'observe' | 'forget' | 'observeIdentities'>
  pace: Pace
  outage: Outage
  locks: Locks
  /** Whether this console has it for now. */
  isHeld: () => boolean
  signal: AbortSignal
  log: { error: (error: unknown) => void; warn: (text: string) => void }
  /** Its row, or items of it, are not as they were. */
  changed: () => void
  /** Everything has its verdict. */
  over: () => void
  /** It is another's to carry on, or over without us. */
  lost: () => void
}

/** As whom the console acts where nobody asked for it. */
export const ITSELF = 'Muster'
const PAGE = 500

export type Runner = ReturnType<typeof createRunner>

/** Carries one run on, from whatever its ledger says to its end. */
export function createRunner(row: RunRow, size: number, deps: RunnerDeps) {
  const { ledger, pace, outage, locks, isHeld, log } = deps
  const left = new AbortController()
  const signal = AbortSignal.any([deps.signal, left.signal])
  let run = row
  /** How often this process has begun to change its state, or ended that. */
  let moves = 0
  let calls = 0
  let isFinishing = false
  /** It was to be looked at again while it was being finished. */
  let isInDoubt = false
  let isBegun = false
  /** Why nothing goes on although the row says so: it could not be written. */
  let stuck: string | undefined
  let timer: NodeJS.Timeout | undefined
  const speed = createSpeed()
  const threshold = createThreshold({ percent: row.threshold_percent, of: row.threshold_of })
  // Whoever acts on a few accounts waits for them, as for a page.
  const priority = size <= 5 ? 'person' : 'background'

  const work: Work = {
    run: () => run,
    ledger,
    calls: tenantCalls({ upstream: deps.upstream, priority, signal, count: () => (calls += 1) }),
    pace,
    outage,
    locks,
    watcher: deps.watcher,
    signal,
    isSending: () => run.state === 'running' && stuck === undefined && !signal.aborted && isHeld(),
    isHeld,
    doubt: () => void sync().catch(trouble),
    settle,
    failed,
    trouble,
  }
  const follower = createFollower(work, {
    isSenderBusy: () => work.isSending() && !sender.isDone(),
    resend: (item: Going) => sender.resend(item),
    changed: check,
  })
  const sender = createSender(work, follower, check)

  async function settle(verdicts: Verdict[]): Promise<void> {
    const taken = calls
    const rows = await ledger.settle(run, verdicts, taken)
    calls -= taken
    run = { ...run, calls: run.calls + taken }
    if (rows.length < verdicts.length) work.doubt()
    for (const { account_id } of rows) locks.release(account_id, run.id)
    speed.add(rows.length)
    deps.changed()
    for (const { state, words } of rows) {
      const isFailed = state === 'failed' || state === 'notConfirmed'
      const why = threshold.add(isFailed, words)
      if (why && work.isSending()) await pause(ITSELF, why)
    }
  }

  function failed(failure: TenantFailure): void {
    if (signal.aborted) return
    outage.failed(failure.message)
    // Nothing but another setting helps, and asking on could lock the client out.
    if (failure.kind === 'refused') void pause(ITSELF, failure.message).catch(trouble)
    deps.changed()
  }

  function trouble(error: unknown): void {
    if (signal.aborted || stuck !== undefined) return
    log.error(error)
    const why = error instanceof Error ? error.message : String(error)
    stuck = say('stuck', { why })
    sender.hold()
    deps.changed()
    void write()
  }

  /** Once the row can be written it says that the run is paused, and an operator resumes it. */
  async function write(): Promise<void> {
    try {
      if (stuck !== undefined && run.state === 'running') await pause(ITSELF, stuck)
      stuck = undefined
      sender.pump()
      follower.wake()
    } catch {
      // The database still fails, which has been logged.
      if (!signal.aborted) timer = setTimeout(write, pace.storage)
    }
  }

  /** False where the run is not in a state for it. */
  async function take(moved: Promise<RunRow | undefined>): Promise<boolean> {
    moves += 1
    let next: RunRow | undefined
    try {
      next = await moved
    } finally {
      moves += 1
    }
    if (next) obey(next)
    // Somebody else was quicker, here or at another console.
    else work.doubt()
    return next !== undefined
  }

  /** Does what its row asks for from now on. */
  function obey(next: RunRow): void {
    run = next
    if (run.state === 'cancelling') sender.drop()
    if (run.state !== 'running') sender.hold()
    deps.changed()
    sender.pump()
  }

  /** Another console may have changed its state, or carry it on. */
  async function sync(): Promise<void> {
    const before = moves
    const current = await ledger.find(run.id)
    isInDoubt = isFinishing
    // What this process does to it at the same time is what is true.
    if (!current || signal.aborted || isFinishing || moves !== before) return
    if (!ledger.isOwn(current) || !isCarried(current)) return deps.lost()
    if (current.state === 'running' && run.state === 'paused') threshold.forget()
    if (current.state === run.state) check()
    else obey(current)
  }

  const pause = (operator: string, reason: string | null): Promise<boolean> =>
    take(ledger.pause(run, operator, reason))

  /** The end is when nothing is left to send and nothing to follow. */
  function check(): void {
    if (!isBegun || isFinishing || signal.aborted || stuck !== undefined) return
    if (!sender.isDone()) return
    // Nothing more comes for whose sake a look would wait.
    if (follower.size() > 0) return follower.wake()
    isFinishing = true
    void finish()
      .catch(trouble)
      .finally(() => {
        isFinishing = false
        if (isInDoubt) work.doubt()
      })
  }

  async function finish(): Promise<void> {
    const states = await ledger.counts(run.id)
    const isLeft = (state: ItemState) => (states.get(state) ?? 0) > 0
    if (isLeft('planned') && run.state !== 'cancelling') {
      if (run.state === 'paused') return
      sender.reread()
      return sender.pump()
    }
    const move = canMove('finishCancelled', run.state) ? 'finishCancelled' : 'finish'
    await settle([])
    const count = states.get('done') ?? 0
    const audit = { operator: ITSELF, event: 'runFinished', count }
    if (await take(ledger.moveRun(run, move, audit, { ended: ledger.now(), reason: null }))) {
      deps.over()
    }
  }

  function waiting(): Live['wait'] {
    const words = outage.words()
    const open = !sender.isDone() || follower.size() > 0
    if (!open || !['running', 'cancelling'].includes(run.state)) return null
    if (words !== undefined) return { for: 'tenant', ms: Math.round(outage.wait()), text: words }
    const ms = Math.round(deps.upstream.budget.waiting())
    const seconds = Math.ceil(ms / 1000)
    if (ms > 500) {
      return { for: 'limit', ms, text: say('waitsForLimit', { seconds }) }
    }
    if (!sender.isBehind()) return null
    return { for: 'otherRun', ms: 0, text: say('waitsForOther') }
  }

  return {
    row: () => run,
    live: (): Live => ({ wait: waiting(), perSecond: speed.perSecond(), stuck, calls }),

    /** What was sent before the process ended is followed before anything else is sent. */
    async begin(): Promise<void> {
      for (let after = 0; ;) {
        const rows = await ledger.itemsAfter(run.id, underWay, after, PAGE)
        for (const item of rows) {
          locks.take(item.account_id, run.id)
          const going = goingOf(item)
          if (item.state === 'accepted') follower.accepted(going, item.task_id)
          else follower.unsure(going, { words: null, resendAfter: pace.grace })
        }
        after = rows.at(-1)?.number ?? after
        if (rows.length < PAGE) break
      }
      isBegun = true
      deps.changed()
      sender.pump()
    },

    pause: (operator: string) => pause(operator, null),

    async resume(operator: string): Promise<boolean> {
      if (stuck !== undefined) return false
      threshold.forget()
      return take(ledger.resume(run, operator))
    },

    cancel: (operator: string): Promise<boolean> => take(ledger.cancel(run, operator)),

    sync,

    /** Its lease was renewed: what waited for that goes on. */
    wake: () => sender.pump(),

    /** Writes nothing more, and sends nothing. */
    leave: () => left.abort(),

    async ended(): Promise<void> {
      clearTimeout(timer)
      sender.hold()
      await Promise.all([sender.ended(), follower.ended()])
    },
  }
}
