import type { ColumnType, Generated, Selectable, Updateable } from 'kysely'

/** What the console must not lose. It keeps no accounts here: those are the tenant's. */
export type ConsoleTables = {
  view: ViewTable
  not_person: NotPersonTable
  run: RunTable
  run_item: RunItemTable
  attempt: AttemptTable
  audit: AuditTable
  call_budget: CallBudgetTable
}

export type ViewTable = {
  id: string
  /** Whose it is: the tenant's address, or `embedded`, and the operator's name there. */
  tenant: string
  operator: string
  /** The list that it is a state of. */
  list: string
  name: string
  /** `name` as it is compared and sorted. */
  name_key: string
  /** The query of the list's address. */
  query: string
  pinned: 0 | 1
  is_default: 0 | 1
}

export type ViewRow = Selectable<ViewTable>

/** An account that nobody is to be found for, by what its source knows it by. */
export type NotPersonTable = {
  /** The tenant's address, or `embedded`. */
  tenant: string
  source_id: string
  native_identity: string
  /** The tenant's id of it, which is another one where it was removed and came back. */
  account_id: string
  /** Who said so, and when. */
  operator: string
  marked_at: number
}

export type NotPersonRow = Selectable<NotPersonTable>

/** A plan is a run that has not been confirmed: its state is `plan`, and it has no number. */
export type RunTable = {
  id: string
  number: number
  /** The tenant's address, or `embedded`. */
  tenant: string
  operator: string
  action: string
  state: string
  /** Why it is paused. */
  reason: string | null
  /** What was selected, as JSON. */
  selection: string
  /** What the plan found, as JSON. */
  plan: string
  /** Whom all its accounts are given to, as JSON. */
  target: string | null
  undo_of: string | null
  threshold_percent: number
  threshold_of: number
  created: number
  start_at: number | null
  started: number | null
  ended: number | null
  calls: number
  /** The console that carries it on; null where none does. */
  lease_owner: string | null
  /** Until then it does, by the database's clock. */
  lease_until: number | null
}

export type RunItemTable = {
  run_id: string
  /** Its place in the order of sending, from 1 on. */
  number: number
  /** Empty where nothing matched. */
  account_id: string
  name: string
  native_identity: string
  source_id: string
  source_name: string
  identity_id: string | null
  identity_name: string | null
  disabled: 0 | 1
  locked: 0 | 1
  /** Of the file that it came from; 0 for none. */
  line: number
  plan_group: string
  reason_code: string | null
  reason: string | null
  search_key: string
  /** `unmatched` for what never becomes a part of the run. */
  state: string
  words: string | null
  tracking_id: string | null
  task_id: string | null
  attempts: number
  /** Whom it is given to, as JSON. */
  target: string | null
  /** As JSON, read just before it was sent. */
  before: string | null
  after: string | null
  sent_at: number | null
  settled_at: number | null
}

/** One request that left, or may have left. */
export type AttemptTable = {
  id: Generated<number>
  run_id: string
  number: number
  nth: number
  sent_at: number
  answered_at: ColumnType<number | null, number | null | undefined>
  outcome: string
  status: Generated<number>
  words: ColumnType<string | null, string | null | undefined>
  tracking_id: ColumnType<string | null, string | null | undefined>
}

export type AuditTable = {
  id: Generated<number>
  at: number
  tenant: string
  event: string
  operator: string
  run_id: string
  run_number: number
  action: string
  /** Of an entry of a run, how many accounts it is about; 0 for one of an account. */
  count: number
  account_id: string | null
  account_name: string | null
  /** Whose it was when the run was planned; null of entries of a run. */
  identity_id: string | null
  source_name: string | null
  before: string | null
  after: string | null
  words: string | null
  tracking_id: string | null
  search_key: string
}

/** The calls to a tenant that consoles on the same database share a limit of. */
export type CallBudgetTable = {
  /** Of the tenant and the client. */
  id: string
  /** When the last ones left, by the database's clock, as JSON. */
  calls: string
  /** Until then the tenant has asked to be left alone. */
  blocked_until: number
}

export type RunRow = Selectable<RunTable>
export type RunItemRow = Selectable<RunItemTable>
export type AuditRow = Selectable<AuditTable>
export type AttemptChange = Updateable<AttemptTable>
