import type { components } from '../../../src/api/console-schema.d.ts'
import { Refusal } from '../domain/failures.ts'
import { say } from '../domain/sentences.ts'
import type { Db } from '../store/database.ts'
import type { Notice, Peers } from '../store/peers.ts'
import { accountsUnderWay, listItems } from '../store/run-items.ts'
import { deletePlans, nextNumber } from '../store/runs.ts'
import type { RunRow } from '../store/schema.ts'
import { createLeases } from './leases.ts'
import { NothingToRetry } from './ledger.ts'
import { createLocks } from './locks.ts'
import { createNews } from './news.ts'
import { createOutage } from './outage.ts'
import { createRunner, ITSELF, type Runner, type RunnerDeps } from './runner.ts'
import { createSchedule } from './schedule.ts'
import { canMove, carriedStates, isCarried, openRunStates } from './states.ts'
import { runView, type Live } from './view.ts'

type Schemas = components['schemas']

type Deps = Pick<RunnerDeps, 'ledger' | 'upstream' | 'watcher' | 'pace' | 'log'> & {
  tell: Parameters<typeof createNews>[0]['tell']
  peers: Peers
}

const PLANS_KEPT_MS = 24 * 3600 * 1000
const FORGET_MS = 3600 * 1000

export type Engine = Awaited<ReturnType<typeof openEngine>>

/**
 * Carries the runs of the tenant on that are not over, from where the last process left them: all of
 * them, or where consoles share a database those that no other carries on.
 */
export async function openEngine({ ledger, pace, tell, peers, ...deps }: Deps) {
  const ended = new AbortController()
  const runners = new Map<string, Runner>()
  /** Between what their rows say and their runners. */
  const beginning = new Set<string>()
  const outage = createOutage(pace)
  const locks = createLocks()
  const leases = createLeases({ ledger, peers, pace, log: deps.log, turn: takeTurn })
  const schedule = createSchedule({ now: ledger.now, retry: pace.storage, begin: beginScheduled })
  const news = createNews({
    tell,
    peers,
    live: (id) => runners.get(id)?.live(),
    async view(id) {
      const row = await ledger.find(id)
      return row && view(row)
    },
  })

  async function view(row: RunRow): Promise<Schemas['Run']> {
    const states = await ledger.counts(row.id)
    const asked = { states: [], q: '', limit: 2, offset: 0 }
    const { rows, total } = await listItems(ledger.db, row.id, asked)
    const live = runners.get(row.id)?.live() ?? news.heard(row.id)
    return runView(row, states, total === 1 ? rows[0] : undefined, live)
  }

  async function carryOn(row: RunRow): Promise<void> {
    if (runners.has(row.id) || beginning.has(row.id)) return
    beginning.add(row.id)
    try {
      const states = await ledger.counts(row.id)
      const size = [...states.values()].reduce((sum, count) => sum + count, 0)
      const runner = createRunner(row, size, {
        ...deps,
        ledger,
        pace,
        outage,
        locks,
        isHeld: leases.isHeld,
        signal: ended.signal,
        changed: () => news.changed(row.id),
        over: () => end(row.id),
        lost: () => leave(row.id),
      })
      runners.set(row.id, runner)
      await runner.begin()
    } finally {
      beginning.delete(row.id)
    }
  }

  function end(id: string): void {
    runners.delete(id)
    changedHere(id)
  }

  /** Another console has it, or it was ended there. */
  function leave(id: string): void {
    runners.get(id)?.leave()
    runners.delete(id)
    locks.releaseAll(id)
    news.changed(id)
  }

  function changedHere(id: string): void {
    news.changed(id)
    peers.tell({ about: 'run', id })
  }

  /** Takes up what became this console's to carry on, and lets go of what no longer is. */
  async function takeTurn(): Promise<void> {
    const before = [...runners]
    const rows = await leases.take()
    const own = new Map(rows.map((row) => [row.id, row]))
    for (const [id, runner] of before) {
      const row = own.get(id)
      if (row?.state === runner.row().state) runner.wake()
      else await runner.sync()
    }
    for (const { id } of rows) {
      if (runners.has(id)) continue
      // It may have ended since.
      const row = await ledger.find(id)
      if (row && ledger.isOwn(row) && isCarried(row)) await carryOn(row)
    }
    for (const row of await ledger.inStates(['scheduled'])) schedule.add(row)
  }

  async function beginScheduled(row: RunRow): Promise<void> {
    try {
      const audit = { operator: ITSELF, event: 'runStarted' }
      const begun = await ledger.moveRun(row, 'begin', audit, { started: ledger.now() })
      if (begun) await carryOn(begun)
    } catch (error) {
      deps.log.error(error)
      schedule.again(row)
    }
  }

  async function known(id: string): Promise<RunRow> {
    const row = await ledger.find(id)
    if (row && row.state !== 'plan') return row
    throw new Refusal(404, 'There is no such run.')
  }

  async function change(id: string, words: string, work: (row: RunRow) => Promise<boolean>) {
    const row = await known(id)
    const isDone = await work(row)
    if (!isDone)
      throw new Refusal(409, `The run is ${(await known(id)).state}: it cannot be ${words}.`)
    changedHere(id)
    return view(await known(id))
  }

  const logged = (error: unknown) => deps.log.error(error)
  const isMoved = async (moved: Promise<RunRow | undefined>) => (await moved) !== undefined

  peers.on((notice: Notice) => {
    if (notice.about === 'leases') leases.hurry()
    if (notice.about !== 'run') return
    const { id, news: told } = notice
    const runner = runners.get(id)
    if (runner) void runner.sync().catch(logged)
    else news.hear(id, told as Live | undefined) // what another console of ours has said
  })

  const forgetPlans = () => deletePlans(ledger.db, ledger.now() - PLANS_KEPT_MS)
  const forgetting = setInterval(() => void forgetPlans().catch(logged), FORGET_MS)
  forgetting.unref()
  await forgetPlans()
  await takeTurn()
  leases.start()

  return {
    view,
    known,

    /** Which of these accounts are under way. */
    async pending(accountIds: string[]) {
      if (accountIds.length === 0) return []
      return accountsUnderWay(ledger.db, ledger.tenant, accountIds)
    },

    /** Whether some run is carried on, here or at another console. */
    async isBusy(): Promise<boolean> {
      if (runners.size > 0) return true
      return peers.areThere() && (await ledger.inStates(carriedStates)).length > 0
    },

    /** Every run that is not over, for whoever begins to listen. */
    async open(): Promise<Schemas['Run'][]> {
      return Promise.all((await ledger.inStates(openRunStates)).map(view))
    },

    /** Confirms the plan; `also` belongs to the same transaction. */
    async start(
      plan: RunRow,
      given: { operator: string; startAt: number | undefined; sends: number } & Pick<
        RunRow,
        'threshold_percent' | 'threshold_of'
      >,
      also?: (trx: Db) => Promise<void>,
    ): Promise<RunRow | undefined> {
      const { operator, startAt, sends, ...limits } = given
      const now = ledger.now()
      const isLater = startAt !== undefined && startAt > now
      const audit = {
        operator,
        event: isLater ? 'runScheduled' : 'runStarted',
        count: sends,
        words: isLater ? say('startsAt', { time: new Date(startAt).toISOString() }) : null,
      }
      const started = isLater ? null : now
      const change = async (trx: Db) => {
        const number = await nextNumber(trx, ledger.tenant)
        return { ...limits, number, operator, started, start_at: startAt ?? null }
      }
      const row = await ledger.moveRun(plan, isLater ? 'schedule' : 'start', audit, change, also)
      if (!row) return undefined
      if (isLater) schedule.add(row)
      else await carryOn(row)
      changedHere(row.id)
      return row
    },

    pause: (id: string, operator: string) =>
      change(id, 'paused', async (row) => {
        const runner = runners.get(id)
        return runner ? runner.pause(operator) : isMoved(ledger.pause(row, operator, null))
      }),

    resume: (id: string, operator: string) =>
      change(id, 'resumed', async (row) => {
        const runner = runners.get(id)
        return runner ? runner.resume(operator) : isMoved(ledger.resume(row, operator))
      }),

    cancel: (id: string, operator: string) =>
      change(id, 'cancelled', async (row) => {
        if (canMove('cancelScheduled', row.state)) {
          schedule.drop(id)
          return isMoved(ledger.cancelScheduled(row, operator))
        }
        const runner = runners.get(id)
        return runner ? runner.cancel(operator) : isMoved(ledger.cancel(row, operator))
      }),

    retry: (id: string, operator: string, states: string[]) =>
      change(id, 'tried again', async (row) => {
        try {
          const again = await ledger.retry(row, operator, states)
          if (again) await carryOn(again)
          return again !== undefined
        } catch (error) {
          if (!(error instanceof NothingToRetry)) throw error
          throw new Refusal(409, 'Nothing of this run can be tried again.')
        }
      }),

    async close(): Promise<void> {
      ended.abort()
      schedule.end()
      clearInterval(forgetting)
      await Promise.all([...runners.values()].map((runner) => runner.ended()))
      await leases.end()
      news.end()
    },
  }
}
