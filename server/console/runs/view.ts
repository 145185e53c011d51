import type { components } from '../../../src/api/console-schema.d.ts'
import type { AuditRow, RunItemRow, RunRow } from '../store/schema.ts'
import { actions, type ActionId } from './actions.ts'
import { withoutSecrets } from './edit.ts'
import { stateIn } from './facts.ts'
import { canMove, itemStates, retryable, type ItemState } from './states.ts'
import { editIn, ownerIn, targetIn } from './target.ts'

type Schemas = components['schemas']
export type Plan = Schemas['Plan']
/** What a plan found, beside its row. */
export type Found = Pick<Plan, 'counts' | 'sends' | 'sources' | 'drift'>

/** From here on the operator should type the number. */
const TYPED_FROM = 100

export function planView(row: RunRow): Plan {
  const found: Found = JSON.parse(row.plan) // written by the plan
  return {
    id: row.id,
    action: row.action as ActionId, // only those are let in
    createdAt: timeOf(row.created),
    operator: row.operator,
    selection: JSON.parse(row.selection),
    ...found,
    typeCount: found.sends >= TYPED_FROM,
    undoOf: row.undo_of,
    target: targetView(row.target),
    runId: row.state === 'plan' ? null : row.id,
  }
}

export function planItemView(row: RunItemRow): Schemas['PlanItem'] {
  const { reason_code: code, reason: text } = row
  return {
    ...namesOf(row),
    accountId: row.account_id || null,
    disabled: row.disabled === 1,
    locked: row.locked === 1,
    group: row.plan_group as Schemas['PlanGroup'], // written by the plan
    reason: code && text ? { code: code as Schemas['Reason']['code'], text } : null, // as above
    line: row.line || null,
    target: targetView(row.target),
    attributes: attributesView(row.target),
  }
}

/** `status` is that of the tenant's last answer, 0 or null where none came. */
export function itemView(row: RunItemRow, status: number | null): Schemas['RunItem'] {
  return {
    ...namesOf(row),
    accountId: row.account_id,
    state: row.state as ItemState, // written by the ledger
    words: row.words,
    trackingId: row.tracking_id,
    taskId: row.task_id,
    status: status || null,
    attempts: row.attempts,
    target: targetView(row.target),
    before: stateIn(row.before),
    after: stateIn(row.after),
    sentAt: timeOrNull(row.sent_at),
    settledAt: timeOrNull(row.settled_at),
  }
}

const namesOf = (row: RunItemRow) => ({
  number: row.number,
  name: row.name,
  nativeIdentity: row.native_identity,
  sourceId: row.source_id,
  sourceName: row.source_name,
  identityId: row.identity_id,
  identityName: row.identity_name,
})

/** What only the running process knows. */
export type Live = {
  wait: Schemas['RunWait'] | null
  perSecond: number | undefined
  /** Why it does not go on although its row does not say so: the database cannot be written. */
  stuck: string | undefined
  calls: number
}

export function runView(
  row: RunRow,
  states: Map<string, number>,
  only: Pick<RunItemRow, 'account_id' | 'name'> | undefined,
  live?: Live,
): Schemas['Run'] {
  const counts = countsOf(states)
  const isStuck = live?.stuck !== undefined
  const state = (isStuck ? 'paused' : row.state) as Schemas['RunState'] // written by the ledger
  const perSecond = (state === 'running' && live?.perSecond) || null
  const open = counts.planned + counts.sent + counts.accepted
  return {
    id: row.id,
    number: row.number,
    action: row.action as ActionId, // only those are let in
    state,
    reason: live?.stuck ?? row.reason,
    operator: row.operator,
    createdAt: timeOf(row.created),
    startAt: timeOrNull(row.start_at),
    startedAt: timeOrNull(row.started),
    endedAt: timeOrNull(row.ended),
    selection: JSON.parse(row.selection),
    undoOf: row.undo_of,
    target: targetView(row.target),
    counts,
    threshold:
      row.threshold_percent > 0 ? { percent: row.threshold_percent, of: row.threshold_of } : null,
    wait: live?.wait ?? null,
    perSecond: perSecond && Math.round(perSecond * 10) / 10,
    secondsLeft: perSecond ? Math.ceil(open / perSecond) : null,
    calls: row.calls + (live?.calls ?? 0),
    can: canOf(row, counts, isStuck),
    accountId: only?.account_id ?? null,
    accountName: only?.name ?? null,
  }
}

function countsOf(states: Map<string, number>): Schemas['RunCounts'] {
  const of = (state: ItemState) => states.get(state) ?? 0
  const counts = Object.fromEntries(itemStates.map((state) => [state, of(state)]))
  const total = itemStates.reduce((sum, state) => sum + of(state), 0)
  return { ...counts, total } as Schemas['RunCounts'] // each state is in the list
}

function canOf({ action, state }: RunRow, counts: Schemas['RunCounts'], isStuck: boolean) {
  const isOver = canMove('retry', state)
  const can: Schemas['Run']['can'] = []
  if (canMove('pause', state) && !isStuck) can.push('pause')
  if (canMove('resume', state) || isStuck) can.push('resume')
  if (canMove('cancel', state) || canMove('cancelScheduled', state)) can.push('cancel')
  if (isOver && retryable.some((of) => counts[of as keyof typeof counts] > 0)) can.push('retry')
  if (isOver && counts.done > 0 && actions[action as ActionId].inverse) can.push('undo')
  return can
}

export function auditView(row: AuditRow): Schemas['AuditEntry'] {
  return {
    id: row.id,
    at: timeOf(row.at),
    event: row.event as Schemas['AuditEvent'], // written by the ledger
    operator: row.operator,
    runId: row.run_id,
    runNumber: row.run_number,
    action: row.action as ActionId, // as above
    count: row.count || null,
    accountId: row.account_id,
    accountName: row.account_name,
    sourceName: row.source_name,
    before: stateIn(row.before),
    after: stateIn(row.after),
    words: row.words,
    trackingId: row.tracking_id,
  }
}

function targetView(text: string | null): Schemas['Target'] | null {
  const target = ownerIn(targetIn(text))
  return target ? { identityId: target.identityId, identityName: target.identityName } : null
}

/** Of a secret that there is one. */
function attributesView(text: string | null): Schemas['AttributeValue'][] | null {
  const edit = editIn(targetIn(text))
  return edit ? withoutSecrets(edit).attributes : null
}

const timeOf = (time: number) => new Date(time).toISOString()
const timeOrNull = (time: number | null) => (time === null ? null : timeOf(time))
