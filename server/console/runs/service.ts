import type { components } from '../../../src/api/console-schema.d.ts'
import { inTransaction } from '../../database/transaction.ts'
import { Refusal } from '../domain/failures.ts'
import type { Operator } from '../domain/operator.ts'
import { say } from '../domain/sentences.ts'
import type { Index } from '../index/index.ts'
import { lastStatuses } from '../store/attempts.ts'
import * as audit from '../store/audit.ts'
import type { Db } from '../store/database.ts'
import * as items from '../store/run-items.ts'
import * as runs from '../store/runs.ts'
import type { RunItemRow, RunRow } from '../store/schema.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { actions } from './actions.ts'
import { namesIn } from './edit.ts'
import type { Engine } from './engine.ts'
import type { AccountFacts } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { writePlan, type Draft } from './plan.ts'
import { freeze, kindOf, type Selected } from './selection.ts'
import { healthOf } from './source-health.ts'
import { editFor, targetsFor } from './targets.ts'
import { tenantCalls } from './tenant-calls.ts'
import { usualThreshold } from './threshold.ts'
import { editedIn, inverseOf, undoing } from './undo.ts'
import { planItemView, type Found } from './view.ts'

type Schemas = components['schemas']
type Deps = {
  ledger: Ledger
  engine: Engine
  index: Index
  upstream: Upstream
  signal: AbortSignal
}

/** The run, or why nothing of it was sent. */
type ActedOnOne = { row: RunRow; isNew: boolean } | { kept: Schemas['Reason'] | null }

const PAGE = 500

export type RunService = ReturnType<typeof runService>

/** What can be asked of runs: plans, their confirmation, and what follows. */
export function runService({ ledger, engine, index, upstream, signal }: Deps) {
  const { db, tenant } = ledger
  const calls = tenantCalls({ upstream, priority: 'person', signal, count: () => {} })

  async function planned(id: string): Promise<RunRow> {
    const row = await ledger.find(id)
    if (row) return row
    throw new Refusal(404, 'There is no such plan; one that is not started is kept for a day.')
  }

  async function draft(given: Omit<Draft, 'drift'>, drift: Schemas['Drift']): Promise<RunRow> {
    const found = given.action === 'aggregate' ? await healthOf(calls, given.items) : given.items
    if (found.length === 0) throw new Refusal(409, 'There is no account in the selection.')
    return writePlan(db, tenant, { ...given, items: found, drift }, ledger.now())
  }

  /** With an `id` it is about one account. */
  async function plan(operator: Operator, asked: Schemas['NewPlan'], id?: string): Promise<RunRow> {
    const { action, selection } = asked
    const kind = kindOf(selection)
    const { isOfLogIns } = actions[action]
    const { items: found, gone } = await freeze(selection, {
      index,
      calls,
      isOfLogIns,
      names: namesIn(editFor(asked)),
    })
    if (id !== undefined && found.length !== 1) {
      throw new Refusal(400, `The selection holds ${found.length} accounts, and not one.`)
    }
    const targets = await targetsFor(asked, found, calls)
    const named = { kind, filters: selection.filters ?? null }
    const drift = driftOf(selection, found, gone)
    const given = { id, action, operator, selection: named, undoOf: null, ...targets }
    return draft(given, drift)
  }

  /** The run, and whether it was started by this very call. */
  async function start(
    operator: Operator,
    asked: Schemas['NewRun'],
  ): Promise<{ row: RunRow; isNew: boolean }> {
    const plan = await planned(asked.planId)
    if (plan.state !== runs.PLAN) return { row: plan, isNew: false }
    const sends = sendsOf(plan, asked.leaveOutRisky ?? false)
    if (sends !== asked.count) {
      const text = `The plan sends ${sends} accounts, not ${asked.count}: look at it again.`
      throw new Refusal(409, text)
    }
    const { percent, of } = asked.threshold ?? usualThreshold
    const given = {
      operator: operator.name,
      sends,
      startAt: asked.startAt === undefined ? undefined : Date.parse(asked.startAt),
      threshold_percent: percent,
      threshold_of: of,
    }
    const words = say('leftOut')
    const also = asked.leaveOutRisky
      ? (trx: Db) => items.leaveOutGroup(trx, plan.id, 'risky', words)
      : undefined
    const row = await engine.start(plan, given, also)
    return { row: row ?? (await planned(plan.id)), isNew: row !== undefined }
  }

  async function* itemPages(id: string, states: string[], q: string) {
    for (let offset = 0; ; offset += PAGE) {
      const { rows } = await items.listItems(db, id, { states, q, limit: PAGE, offset })
      if (rows.length > 0) yield rows
      if (rows.length < PAGE) return
    }
  }

  async function* auditPages(asked: audit.AuditAsked) {
    for (let before = Number.MAX_SAFE_INTEGER; ;) {
      const rows = await audit.auditBefore(db, tenant, { ...asked, before, limit: PAGE })
      if (rows.length > 0) yield rows
      before = rows.at(-1)?.id ?? 0
      if (rows.length < PAGE) return
    }
  }

  return {
    plan: (operator: Operator, asked: Schemas['NewPlan']) => plan(operator, asked),

    /**
     * Plans and starts at once what is about one account. `id` is the caller's, and a run that has it
     * already is the answer.
     */
    async actOnOne(operator: Operator, id: string, asked: Schemas['NewPlan']): Promise<ActedOnOne> {
      const row = (await ledger.find(id)) ?? (await plan(operator, asked, id))
      if (row.action !== asked.action) throw new Refusal(409, 'Another run has this id.')
      if (row.state !== runs.PLAN) return { row, isNew: false }
      const count = sendsOf(row, false)
      if (count > 0) return start(operator, { planId: id, count })
      const { rows } = await items.listItems(db, id, { q: '', limit: 1, offset: 0 })
      await inTransaction(db, (trx) => runs.deletePlan(trx, id))
      return { kept: rows[0] ? planItemView(rows[0]).reason : null }
    },

    planOf: planned,

    async planItems(id: string, asked: items.ItemsAsked) {
      const row = await planned(id)
      return items.listItems(db, row.id, asked)
    },

    start,

    async planUndo(operator: Operator, id: string): Promise<RunRow> {
      const run = await engine.known(id)
      inverseOf(run) // or refuses
      const rows: RunItemRow[] = []
      for await (const page of itemPages(id, ['done'], '')) rows.push(...page)
      if (rows.length === 0) throw new Refusal(409, 'The run has changed nothing.')
      const selection = { accountIds: rows.map(({ account_id }) => account_id) }
      const { items: found, gone } = await freeze(selection, {
        index,
        calls,
        names: editedIn(rows),
      })
      const drift = driftOf({ ...selection, expected: rows.length }, found, gone)
      const named = { kind: 'undo' as const, filters: null }
      const given = { operator, selection: named, undoOf: id, items: found }
      return draft({ ...given, ...undoing(run, rows) }, drift)
    },

    async items(id: string, asked: items.ItemsAsked) {
      const row = await engine.known(id)
      const found = await items.listItems(db, row.id, asked)
      const numbers = found.rows.map(({ number }) => number)
      return { ...found, statuses: await lastStatuses(db, row.id, numbers) }
    },

    async exportItems(id: string, states: string[], q: string) {
      const row = await engine.known(id)
      const { total } = await items.listItems(db, id, { states, q, limit: 0, offset: 0 })
      return { row, total, pages: itemPages(id, states, q) }
    },

    list: (asked: { states: string[]; limit: number; offset: number }) =>
      runs.listRuns(db, tenant, asked),

    audit: (asked: audit.AuditAsked & { limit: number; offset: number }) =>
      audit.listAudit(db, tenant, asked),

    exportAudit: async (asked: audit.AuditAsked) => ({
      total: await audit.countAudit(db, tenant, asked),
      pages: auditPages(asked),
    }),
  }
}

function sendsOf(plan: RunRow, isRiskyLeftOut: boolean): number {
  const { sends, counts }: Found = JSON.parse(plan.plan) // written by the plan
  return isRiskyLeftOut ? sends - counts.risky : sends
}

function driftOf(
  { expected, selectedAt }: Schemas['Selection'],
  found: Selected[],
  gone: number,
): Schemas['Drift'] {
  const accounts = found.flatMap(({ account }) => account ?? [])
  const since = selectedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(selectedAt)
  const isChanged = ({ modified }: AccountFacts) =>
    modified !== null && Date.parse(modified) > since
  const changed = accounts.filter(isChanged).length
  return { expected: expected ?? null, found: accounts.length, gone, changed }
}
