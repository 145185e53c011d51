import type { TenantFailure } from '../domain/failures.ts'
import type { Watcher } from '../http/watch.ts'
import type { RunItemRow, RunRow } from '../store/schema.ts'
import type { AccountFacts } from './facts.ts'
import type { Ledger, Verdict } from './ledger.ts'
import type { Locks } from './locks.ts'
import type { Outage } from './outage.ts'
import type { Pace } from './pace.ts'
import { targetIn, type Target } from './target.ts'
import type { TenantCalls } from './tenant-calls.ts'

/** What the parts of a run's work share. */
export type Work = {
  /** As it was written last. */
  run: () => RunRow
  ledger: Ledger
  calls: TenantCalls
  pace: Pace
  outage: Outage
  locks: Locks
  watcher: Pick<Watcher, 'observe' | 'forget' | 'observeIdentities'>
  /** Whether requests may leave: it is running, and nothing keeps it here. */
  isSending: () => boolean
  /** Whether no other console can have taken it over. */
  isHeld: () => boolean
  /** Something is not as it would be if this console carried it on, as it was known last. */
  doubt: () => void
  /** Fires when the console ends. */
  signal: AbortSignal
  /** Writes verdicts, and tells of them. */
  settle: (verdicts: Verdict[]) => Promise<void>
  /** The tenant did not answer, or does not take the credentials. */
  failed: (failure: TenantFailure) => void
  /** The console itself failed, its database most likely. */
  trouble: (error: unknown) => void
}

/** An item on its way, in memory. */
export type Going = {
  number: number
  accountId: string
  identityId: string | null
  /** Whom it is given to, where the action gives it to somebody. */
  target: Target | undefined
  /** Those that the action is about, as they were read before it is sent. */
  attributes?: AccountFacts['attributes']
  /** How often it was sent, in all. */
  attempts: number
  /** How often the tenant failed on it since it was planned, and how often its limit turned it away. */
  tries: number
  busy: number
}

export const goingOf = ({
  number,
  account_id,
  identity_id,
  target,
  attempts,
}: RunItemRow): Going => ({
  number,
  accountId: account_id,
  identityId: identity_id,
  target: targetIn(target),
  attempts,
  tries: 0,
  busy: 0,
})
