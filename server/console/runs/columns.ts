import type { AuditRow, RunItemRow } from '../store/schema.ts'
import { stateIn } from './facts.ts'
import { ownerIn, targetIn } from './target.ts'

type Cell = string | number | null

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString())

function status(text: string | null): string | null {
  const state = stateIn(text)
  if (!state) return null
  return `${state.disabled ? 'Disabled' : 'Enabled'}${state.locked ? ', Locked' : ''}`
}

/** By name where that was kept; nothing for nobody. */
function owner(text: string | null): string | null {
  const state = stateIn(text)
  return state && (state.identityName ?? state.identityId)
}

/** Those that the run is about, as JSON; a secret is empty. */
function attributes(text: string | null): string | null {
  const values = stateIn(text)?.attributes
  if (!values) return null
  return JSON.stringify(Object.fromEntries(values.map(({ name, value }) => [name, value])))
}

function newOwner(text: string | null): string | null {
  const target = ownerIn(targetIn(text))
  return target ? (target.identityName ?? target.identityId) : null
}

/** A file of verdicts, by the heads of its columns. */
export const itemColumns: Record<string, (row: RunItemRow) => Cell> = {
  number: ({ number }) => number,
  id: ({ account_id }) => account_id,
  name: ({ name }) => name,
  nativeIdentity: ({ native_identity }) => native_identity,
  source: ({ source_name }) => source_name,
  identity: ({ identity_name }) => identity_name,
  verdict: ({ state }) => state,
  words: ({ words }) => words,
  before: ({ before }) => status(before),
  after: ({ after }) => status(after),
  newIdentity: ({ target }) => newOwner(target),
  attributesBefore: ({ before }) => attributes(before),
  attributesAfter: ({ after }) => attributes(after),
  attempts: ({ attempts }) => attempts,
  sent: ({ sent_at }) => time(sent_at),
  settled: ({ settled_at }) => time(settled_at),
  trackingId: ({ tracking_id }) => tracking_id,
  taskId: ({ task_id }) => task_id,
}

export const auditColumns: Record<string, (row: AuditRow) => Cell> = {
  at: ({ at }) => time(at),
  event: ({ event }) => event,
  operator: ({ operator }) => operator,
  run: ({ run_number }) => run_number,
  action: ({ action }) => action,
  count: ({ count }) => count || null,
  account: ({ account_name }) => account_name,
  accountId: ({ account_id }) => account_id,
  source: ({ source_name }) => source_name,
  before: ({ before }) => status(before),
  after: ({ after }) => status(after),
  ownerBefore: ({ before }) => owner(before),
  ownerAfter: ({ after }) => owner(after),
  attributesBefore: ({ before }) => attributes(before),
  attributesAfter: ({ after }) => attributes(after),
  words: ({ words }) => words,
  trackingId: ({ tracking_id }) => tracking_id,
}
