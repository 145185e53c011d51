import type { components } from '../../../src/api/console-schema.d.ts'
import { Refusal } from '../domain/failures.ts'
import type { Db } from '../store/database.ts'
import { listItems } from '../store/run-items.ts'
import { deletePlans, nextNumber } from '../store/runs.ts'
import type { RunRow } from '../store/schema.ts'
import { NothingToRetry } from './ledger.ts'
import { createLocks } from './locks.ts'
import { createNews } from './news.ts'
import { createOutage } from './outage.ts'
import { createRunner, ITSELF, type Runner, type RunnerDeps } from './runner.ts'
import { canMove, openRunStates } from './states.ts'
import { runView } from './view.ts'

type Schemas = components['schemas']

type Deps = Pick<RunnerDeps, 'ledger' | 'upstream' | 'watcher' | 'pace' | 'log'> & {
  tell: Parameters<typeof createNews>[0]['tell']
}

/** Node runs a timer at once that is longer than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1
const PLANS_KEPT_MS = 24 * 3600 * 1000

export type Engine = Awaited<ReturnType<typeof openEngine>>

/** Carries every run of the tenant on that is not over, from where the last process left it. */
export async function openEngine({ ledger, pace, tell, ...deps }: Deps) {
  const ended = new AbortController()
  const runners = new Map<string, Runner>()
  const news = new Map<string, ReturnType<typeof createNews>>()
  const timers = new Map<string, NodeJS.Timeout>()
  const outage = createOutage(pace)
  const locks = createLocks()

  async function view(given: RunRow): Promise<Schemas['Run']> {
    const runner = runners.get(given.id)
    const row = runner?.row() ?? given
    const states = await ledger.counts(row.id)
    const asked = { states: [], q: '', limit: 2, offset: 0 }
    const { rows, total } = await listItems(ledger.db, row.id, asked)
    return runView(row, states, total === 1 ? rows[0] : undefined, runner?.live())
  }

  function newsOf(row: RunRow) {
    const known = news.get(row.id)
    if (known) return known
    const current = async () => view((await ledger.find(row.id)) ?? row)
    const made = createNews({ tell, view: current })
    news.set(row.id, made)
    return made
  }

  async function carryOn(row: RunRow): Promise<void> {
    const states = await ledger.counts(row.id)
    const size = [...states.values()].reduce((sum, count) => sum + count, 0)
    const told = newsOf(row)
    const runner = createRunner(row, size, {
      ...deps,
      ledger,
      pace,
      outage,
      locks,
      signal: ended.signal,
      changed: told.changed,
      over() {
        runners.delete(row.id)
        news.delete(row.id)
        told.changed()
      },
    })
    runners.set(row.id, runner)
    await runner.begin()
  }

  function schedule(row: RunRow): void {
    const wait = (row.start_at ?? 0) - ledger.now()
    const begin = () => (wait > LONGEST_TIMER_MS ? schedule(row) : void beginScheduled(row))
    timers.set(row.id, setTimeout(begin, Math.min(Math.max(wait, 0), LONGEST_TIMER_MS)))
  }

  async function beginScheduled(row: RunRow): Promise<void> {
    try {
      const audit = { operator: ITSELF, event: 'runStarted' }
      const begun = await ledger.moveRun(row, 'begin', audit, { started: ledger.now() })
      if (begun) await carryOn(begun)
    } catch (error) {
      deps.log.error(error)
      if (!ended.signal.aborted)
        timers.set(
          row.id,
          setTimeout(() => schedule(row), pace.storage),
        )
    }
  }

  async function known(id: string): Promise<RunRow> {
    const row = await ledger.find(id)
    if (row && row.state !== 'plan') return row
    throw new Refusal(404, 'There is no such run.')
  }

  async function change(id: string, words: string, work: (row: RunRow) => Promise<boolean>) {
    const row = await known(id)
    if (await work(row)) return view(await known(id))
    throw new Refusal(409, `The run is ${(await known(id)).state}: it cannot be ${words}.`)
  }

  const runnerOf = (id: string) => runners.get(id)

  // This process alone has the database open.
  let lastNumber = (await nextNumber(ledger.db, ledger.tenant)) - 1
  await deletePlans(ledger.db, ledger.now() - PLANS_KEPT_MS)
  for (const row of await ledger.inStates(openRunStates)) {
    if (row.state === 'scheduled') schedule(row)
    else await carryOn(row)
  }

  return {
    view,
    known,

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
        words: isLater ? `To start at ${new Date(startAt).toISOString()}.` : null,
      }
      const started = isLater ? null : now
      lastNumber += 1
      const change = { ...limits, number: lastNumber, operator, started, start_at: startAt ?? null }
      const row = await ledger.moveRun(plan, isLater ? 'schedule' : 'start', audit, change, also)
      if (!row) return undefined
      if (isLater) schedule(row)
      else await carryOn(row)
      newsOf(row).changed()
      return row
    },

    pause: (id: string, operator: string) =>
      change(id, 'paused', async () => (await runnerOf(id)?.pause(operator)) ?? false),

    resume: (id: string, operator: string) =>
      change(id, 'resumed', async () => (await runnerOf(id)?.resume(operator)) ?? false),

    cancel: (id: string, operator: string) =>
      change(id, 'cancelled', async (row) => {
        if (!canMove('cancelScheduled', row.state)) {
          return (await runnerOf(id)?.cancel(operator)) ?? false
        }
        clearTimeout(timers.get(id))
        const isDone = (await ledger.cancelScheduled(row, operator)) !== undefined
        newsOf(row).changed()
        return isDone
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
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all([...runners.values()].map((runner) => runner.ended()))
      for (const told of news.values()) told.end()
    },
  }
}
