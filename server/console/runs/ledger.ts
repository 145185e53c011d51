import { inTransaction } from '../../database/transaction.ts'
import { addAudit, type NewAudit } from '../store/audit.ts'
import type { Db } from '../store/database.ts'
import { endLeases, hasLease, startLease, takeLeases } from '../store/leases.ts'
import * as items from '../store/run-items.ts'
import * as runs from '../store/runs.ts'
import type { RunItemRow, RunRow, RunTable } from '../store/schema.ts'
import { createDesk } from './desk.ts'
import { hasSecrets, withoutSecrets } from './edit.ts'
import { groupBy } from './group-by.ts'
import { carriedStates, itemMove, runMove, type ItemMove, type RunMove } from './states.ts'
import { editIn, targetIn, textOf } from './target.ts'

/** What one item comes to. `after` is null where the account is gone or was not read. */
export type Verdict = {
  number: number
  move: Extract<ItemMove, 'confirm' | 'fail' | 'giveUp' | 'skip'>
  words: string | null
  trackingId?: string | null
  before?: string | null
  after?: string | null
}

export type Ledger = ReturnType<typeof createLedger>

/** Whoever makes them is who carries the run on. */
const begins: RunMove[] = ['start', 'begin', 'retry']
/** Only who carries it on makes them: another cannot know that nothing is under way. */
const ends: RunMove[] = ['finish', 'finishCancelled']

/** This console among those on the database, and how long it has a run for, in ms. */
type Carrier = { owner: string; lease: number }

/**
 * What is known of the runs, in the database. Each change of state and its audit are one transaction.
 * What comes of a run is written by the one console alone that carries it on.
 */
export function createLedger(
  db: Db,
  tenant: string,
  { owner, lease }: Carrier,
  now: () => number = Date.now,
) {
  /** Answers the run as it is after the move; undefined where it was not in a state for it. */
  async function moveRun(
    run: RunRow,
    move: RunMove,
    audit: { operator: string; event?: string; count?: number; words?: string | null },
    given: Partial<RunTable> | ((trx: Db) => Promise<Partial<RunTable>>) = {},
    also: (trx: Db) => Promise<number | void> = async () => {},
  ): Promise<RunRow | undefined> {
    const { from, to } = runMove(move)
    return inTransaction(db, async (trx) => {
      if (ends.includes(move) && !(await hasLease(trx, run.id, owner))) return undefined
      const change = typeof given === 'function' ? await given(trx) : given
      if (!(await runs.changeRun(trx, run.id, from, { ...change, state: to }))) return undefined
      if (begins.includes(move)) await startLease(trx, run.id, owner, lease)
      const row = await runs.findRun(trx, tenant, run.id)
      const count = await also(trx)
      if (row && audit.event) {
        const { operator, event, words = null } = audit
        const told = { operator, event, words, count: audit.count ?? count ?? 0 }
        await addAudit(trx, [runEntry(row, told, now())])
      }
      return row
    })
  }

  /** Another console may have taken it over meanwhile; then nothing is written. */
  const carrying = <R>(run: RunRow, otherwise: R, work: (trx: Db) => Promise<R>): Promise<R> =>
    inTransaction(db, async (trx) => ((await hasLease(trx, run.id, owner)) ? work(trx) : otherwise))

  /** Where intents and answers of a run are written. */
  const desk = (run: RunRow) => createDesk(run.id, now, (none, work) => carrying(run, none, work))

  /** The items whose verdicts were written: one that had moved on meanwhile is not among them. */
  async function settle(run: RunRow, verdicts: Verdict[], calls = 0): Promise<RunItemRow[]> {
    if (verdicts.length === 0 && calls === 0) return []
    return carrying(run, [], async (trx) => {
      const settled: number[] = []
      const alike = groupBy(verdicts, (one) => Object.keys(textsOf(one)).join() + one.move)
      for (const some of alike.values()) {
        const { from, to } = itemMove(some[0]?.move ?? 'fail')
        const shared = { state: to, settled_at: now() }
        settled.push(...(await items.changeEach(trx, run.id, from, shared, some.map(textsOf))))
      }
      const rows = settled.length > 0 ? await items.itemsOf(trx, run.id, settled) : []
      await forgetSecrets(trx, rows)
      await addAudit(
        trx,
        rows.map((row) => itemEntry(run, row, now())),
      )
      if (calls > 0) await runs.countCalls(trx, run.id, calls)
      return rows
    })
  }

  /** Every item that was not sent gets its verdict; answers how many there were. */
  async function leaveOutAll(trx: Db, run: RunRow): Promise<number> {
    const { from, to } = itemMove('leaveOut')
    const change = { state: to, settled_at: now() }
    const numbers = await items.changeItems(trx, run.id, 'all', from, change)
    for (let at = 0; at < numbers.length; at += 500) {
      const rows = await items.itemsOf(trx, run.id, numbers.slice(at, at + 500))
      await forgetSecrets(trx, rows)
      await addAudit(
        trx,
        rows.map((row) => itemEntry(run, row, now())),
      )
    }
    return numbers.length
  }

  return {
    db,
    tenant,
    now,
    moveRun,
    desk,
    settle,
    /** Keeps what this console carries on, and takes what nobody does: all that it has, then. */
    takeLeases: () => takeLeases(db, { tenant, owner, states: carriedStates }, lease),
    endLeases: () => endLeases(db, tenant, owner),
    isOwn: (run: RunRow) => run.lease_owner === owner,
    find: (id: string) => runs.findRun(db, tenant, id),
    inStates: (states: string[]) => runs.runsIn(db, tenant, states),
    counts: (id: string) => items.countStates(db, id),
    items: (id: string, numbers: number[]) => items.itemsOf(db, id, numbers),
    itemsAfter: (id: string, states: string[], after: number, limit: number) =>
      items.itemsAfter(db, id, { states, after, limit }),
    ahead: (run: RunRow, ids: string[]) => items.accountsAhead(db, run, ids),

    /** Keeps what an account was like before it is sent. */
    async keepBefore(runId: string, befores: { number: number; before: string }[]): Promise<void> {
      await items.changeEach(db, runId, ['planned'], {}, befores)
    },

    async resend(run: RunRow, numbers: number[]): Promise<void> {
      const { from, to } = itemMove('resend')
      await carrying(run, [], (trx) => items.changeItems(trx, run.id, numbers, from, { state: to }))
    },

    pause: (run: RunRow, operator: string, reason: string | null) =>
      moveRun(run, 'pause', { operator, event: 'runPaused', words: reason }, { reason }),

    resume: (run: RunRow, operator: string) =>
      moveRun(run, 'resume', { operator, event: 'runResumed' }, { reason: null }),

    cancel: (run: RunRow, operator: string, words: string | null = null) =>
      moveRun(run, 'cancel', { operator, event: 'runCancelled', words }, { reason: null }, (trx) =>
        leaveOutAll(trx, run),
      ),

    cancelScheduled: (run: RunRow, operator: string) =>
      moveRun(
        run,
        'cancelScheduled',
        { operator, event: 'runCancelled' },
        { ended: now() },
        (trx) => leaveOutAll(trx, run),
      ),

    retry: (run: RunRow, operator: string, states: string[]) =>
      moveRun(
        run,
        'retry',
        { operator, event: 'runRetried' },
        { ended: null, reason: null },
        async (trx) => {
          const { from, to } = itemMove('retry')
          const again = from.filter((state) => states.includes(state))
          const clean = { state: to, words: null, task_id: null, settled_at: null }
          const count = await items.planAgain(trx, run.id, again, clean)
          if (count === 0) throw new NothingToRetry()
          return count
        },
      ),
  }
}

/** They were sent, or will not be: nothing more needs them. */
async function forgetSecrets(trx: Db, rows: RunItemRow[]): Promise<void> {
  for (const { run_id, number, state, target } of rows) {
    const edit = editIn(targetIn(target))
    if (!edit || !hasSecrets(edit)) continue
    const left = { target: textOf(withoutSecrets(edit)) }
    await items.changeItems(trx, run_id, [number], [state], left)
  }
}

/** What of a verdict is text; what is not said stays as it is. */
const textsOf = ({ number, words, trackingId, before, after }: Verdict): items.OwnTexts => ({
  number,
  words,
  ...(trackingId !== undefined && { tracking_id: trackingId }),
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

/** Nothing of the run is in a state that was to be tried again: its transaction is taken back. */
export class NothingToRetry extends Error {}

function runEntry(
  run: RunRow,
  given: { operator: string; event: string; words: string | null; count: number },
  at: number,
): NewAudit {
  const { id, number, tenant, action } = run
  const text = [action, given.operator, given.words, `#${number}`].join(' ').toLowerCase()
  return { at, tenant, run_id: id, run_number: number, action, search_key: text, ...given }
}

function itemEntry(run: RunRow, item: RunItemRow, at: number): NewAudit {
  const { operator, words } = { operator: run.operator, words: item.words }
  const { before, after, tracking_id, source_name } = item
  return {
    ...runEntry(run, { operator, event: item.state, words, count: 0 }, at),
    account_id: item.account_id,
    account_name: item.name,
    identity_id: item.identity_id,
    source_name,
    before,
    after,
    tracking_id,
    search_key: [item.search_key, operator, words ?? '', tracking_id ?? ''].join(' ').toLowerCase(),
  }
}
