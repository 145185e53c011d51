import type { TargetRow } from '../../store/targets.ts'
import { TaskFailed } from '../errors.ts'

export type FoundAccount = Omit<TargetRow, 'source_id'>
export type AccountState = Pick<TargetRow, 'disabled' | 'locked'>
export type StateChange = Partial<AccountState>

/** Something that accounts can be given, where the system tells more of it than its value. */
export type FoundEntitlement = {
  attribute: string
  value: string
  name: string
  description: string | null
}

/** A part of what a system holds. */
export type Found = {
  accounts?: FoundAccount[]
  entitlements?: FoundEntitlement[]
  /** For whoever reads the task. */
  notice?: string
}

/** Accounts that are read and written at a time. */
export const BATCH = 200

/** What the tenant asks of the system behind a source. Each call may throw {@link SourceFailed}. */
export type Connector = {
  /** Whether it is reached over the network, and so never while a transaction is held. */
  remote: boolean
  /** All that the system holds, once it has been read to its end; else it throws. */
  read(): AsyncIterable<Found>
  account(nativeIdentity: string): Promise<FoundAccount | undefined>
  /** Resolves to what became of the state there; undefined where there is no such account. */
  change(nativeIdentity: string, state: StateChange): Promise<StateChange | undefined>
  close(): Promise<void>
}

/** The system behind a source cannot be reached, or refuses what it was asked. */
export class SourceFailed extends TaskFailed {
  override name = 'SourceFailed'
}
