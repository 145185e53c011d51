import { randomUUID } from 'node:crypto'

import type { components } from '../../../src/api/console-schema.d.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Operator } from '../domain/operator.ts'
import type { Db } from '../store/database.ts'
import { insertItems, UNMATCHED } from '../store/run-items.ts'
import { findRun, insertRun, PLAN } from '../store/runs.ts'
import type { RunItemTable, RunRow } from '../store/schema.ts'
import { actions, missingRight, type ActionId } from './actions.ts'
import type { AccountFacts } from './facts.ts'
import { groupBy } from './group-by.ts'
import type { Reason } from './reason.ts'
import type { Selected } from './selection.ts'
import { ownerIn, textOf, type Target } from './target.ts'
import { usualThreshold } from './threshold.ts'
import type { Found } from './view.ts'

type Schemas = components['schemas']
type Group = Schemas['PlanGroup']
type Judged = { group: Group; reason: Reason | undefined; target: Target | undefined }

export type Draft = {
  /** Chosen by whoever asks; else a new one. */
  id?: string | undefined
  action: ActionId
  operator: Operator
  selection: Schemas['RunSelection']
  drift: Schemas['Drift']
  undoOf: string | null
  items: Selected[]
  /** Whom all of them are given to, or what their attributes become. */
  target?: Target | undefined
  /** Whom each of them is given to, where that is not one for all. */
  targetOf?: (account: AccountFacts) => Target | null
  /** What keeps one of them from being sent beside the rules of the action. */
  refuse?: (account: AccountFacts) => Reason | undefined
}

/**
 * Sorts the accounts by what would happen to each, and keeps that as a plan. One that was made with the
 * same id already stays.
 */
export async function writePlan(
  db: Db,
  tenant: string,
  draft: Draft,
  now: number,
): Promise<RunRow> {
  const right = missingRight(actions[draft.action], draft.operator)
  const judged = draft.items.map((item) => ({ ...item, ...judge(item, draft, right) }))
  const id = draft.id ?? randomUUID()
  const rows = judged.map((item, at) => rowOf(id, at + 1, item))
  const row: RunRow = {
    id,
    number: 0,
    tenant,
    operator: draft.operator.name,
    action: draft.action,
    state: PLAN,
    reason: null,
    selection: JSON.stringify(draft.selection),
    plan: JSON.stringify(foundIn(rows, draft.drift)),
    target: textOf(ownerIn(draft.target)),
    undo_of: draft.undoOf,
    threshold_percent: usualThreshold.percent,
    threshold_of: usualThreshold.of,
    created: now,
    start_at: null,
    started: null,
    ended: null,
    calls: 0,
    lease_owner: null,
    lease_until: null,
  }
  return inTransaction(db, async (trx) => {
    const there = draft.id === undefined ? undefined : await findRun(trx, tenant, id)
    if (there) return there
    await insertRun(trx, row)
    await insertItems(trx, rows)
    return row
  })
}

function judge(item: Selected, draft: Draft, right: Reason | undefined): Judged {
  const { account } = item
  if (!account) return { group: 'unmatched', reason: item.reason, target: undefined }
  const rules = actions[draft.action]
  const target = draft.targetOf?.(account) ?? draft.target
  const refused = right ?? draft.refuse?.(account) ?? rules.notAllowed?.(account)
  if (refused) return { group: 'notAllowed', reason: refused, target }
  const already = rules.already?.(account, target)
  if (already) return { group: 'alreadySo', reason: already, target }
  const risk = rules.risky?.(account)
  return { group: risk ? 'risky' : 'willChange', reason: risk, target }
}

/** What is not sent is a part of the run all the same: it says why, and nobody looks for it. */
const stateOf: Record<Group, string> = {
  willChange: 'planned',
  risky: 'planned',
  alreadySo: 'skipped',
  notAllowed: 'skipped',
  unmatched: UNMATCHED,
}

function rowOf(run_id: string, number: number, item: Selected & Judged): RunItemTable {
  const { account, named, line, group, reason, target } = item
  const { id = '', name = named, nativeIdentity = '', sourceName = '' } = account ?? {}
  const { identityId = null, identityName = null } = account ?? {}
  const state = stateOf[group]
  const newOwner = ownerIn(target)?.identityName ?? ''
  const key = [name, nativeIdentity, id, sourceName, identityName ?? '', newOwner, named]
  return {
    run_id,
    number,
    account_id: id,
    name,
    native_identity: nativeIdentity,
    source_id: account?.sourceId ?? '',
    source_name: sourceName,
    identity_id: identityId,
    identity_name: identityName,
    disabled: account?.disabled ? 1 : 0,
    locked: account?.locked ? 1 : 0,
    line,
    plan_group: group,
    reason_code: reason?.code ?? null,
    reason: reason?.text ?? null,
    search_key: key.join(' ').toLowerCase(),
    state,
    words: state === 'skipped' ? (reason?.text ?? null) : null,
    tracking_id: null,
    task_id: null,
    attempts: 0,
    target: textOf(target),
    before: null,
    after: null,
    sent_at: null,
    settled_at: null,
  }
}

function foundIn(rows: RunItemTable[], drift: Schemas['Drift']): Found {
  const of = (group: Group) => rows.filter(({ plan_group }) => plan_group === group).length
  const sent = rows.filter(({ state }) => state === 'planned')
  const bySource = groupBy(sent, ({ source_name }) => source_name)
  return {
    counts: {
      total: rows.length,
      willChange: of('willChange'),
      risky: of('risky'),
      alreadySo: of('alreadySo'),
      notAllowed: of('notAllowed'),
      unmatched: of('unmatched'),
    },
    sends: sent.length,
    sources: [...bySource]
      .map(([name, { length: count }]) => ({ name, count }))
      .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
    drift,
  }
}
