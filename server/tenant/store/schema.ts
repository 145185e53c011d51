import type { Generated } from 'kysely'

/**
 * The tenant's tables. Both databases hold the same types: 0 and 1 for yes and no, ISO 8601 text in
 * UTC with milliseconds for times (so that text order is time order), JSON as text.
 *
 * A column that ends in `_key` is the lower-case form of its neighbour: ISC compares strings without
 * regard to case, and an index can serve that only on a stored value. `account` repeats what the
 * list may filter and sort by of its identity and source, so that one index serves both.
 */
export type Database = {
  setting: SettingTable
  source: SourceTable
  identity: IdentityTable
  account: AccountTable
  account_facet: AccountFacetTable
  entitlement: EntitlementTable
  account_entitlement: AccountEntitlementTable
  target_account: TargetAccountTable
  task: TaskTable
  search_attribute: SearchAttributeTable
  manual_classification: ManualClassificationTable
}

export type Flag = 0 | 1

type SettingTable = { key: string; value: string }

export type SourceTable = {
  id: string
  name: string
  name_key: string
  description: string
  /** As ISC names it, for example `Active Directory - Direct`. */
  type: string
  connector: string
  connector_class: string
  connector_id: string
  connector_name: string
  connection_type: 'direct' | 'file'
  owner_id: string | null
  owner_name: string | null
  authoritative: Flag
  healthy: Flag
  status: string
  /** JSON array of source features: ENABLE, UNLOCK, PROVISIONING ... */
  features: string
  delete_threshold: number
  category: string | null
  /** The tenant's own source, which holds the log-in accounts; lists of sources hide it. */
  internal: Flag
  /** JSON {@link SourceConfig}. */
  config: string
  since: string
  created: string
  modified: string
}

/** How a source's rows become accounts. */
export type SourceConfig = {
  /** The attribute that holds the native identity, a CSV column on a flat file source. */
  identityAttribute: string
  /** The attribute that holds the display name of the account. */
  nameAttribute: string
  /** Attributes whose values are entitlements; several values are separated by `|` in a CSV. */
  entitlementAttributes: string[]
  /** What its schemas say beyond that; what accounts really hold is added to it. */
  schema?: SourceSchema
  /** Tried in order; the first that finds exactly one identity wins. */
  correlation: { account: string; identity: string }[]
}

export type SourceSchema = {
  /** The attributes of its accounts, in the order in which they are shown. */
  attributes: SchemaAttribute[]
  /** The object type of each entitlement attribute that is not called `group`. */
  objectTypes: Record<string, string>
}

export type SchemaAttribute = {
  name: string
  type: 'STRING' | 'LONG' | 'INT' | 'BOOLEAN' | 'DATE'
  isMulti: boolean
}

export type IdentityTable = {
  id: string
  name: string
  name_key: string
  alias: string
  alias_key: string
  email: string | null
  email_key: string
  firstname_key: string
  lastname_key: string
  /** The contract's identityStatus, for example ACTIVE or DISABLED. */
  identity_status: string
  cloud_status: string
  /** OK, ERROR or null. */
  processing_state: string | null
  /** 0 for the hidden identity behind an uncorrelated account. */
  correlated: Flag
  protected: Flag
  is_manager: Flag
  manager_id: string | null
  lifecycle_state: string | null
  lifecycle_manual: Flag
  /** JSON object. */
  attributes: string
  last_refresh: string | null
  created: string
  modified: string
}

export type AccountTable = {
  id: string
  source_id: string
  identity_id: string
  name: string
  name_key: string
  native_identity: string
  native_identity_key: string
  uuid: string | null
  description: string | null
  disabled: Flag
  locked: Flag
  uncorrelated: Flag
  manually_correlated: Flag
  has_entitlements: Flag
  system_account: Flag
  is_machine: Flag
  /** AGGREGATED, PROVISIONED or null. */
  origin: string | null
  recommendation_type: string | null
  recommendation_method: string | null
  /** Owner of a machine account. */
  owner_identity_id: string | null
  /** JSON object, or the text `null`. */
  attributes: string
  identity_name: string
  identity_name_key: string
  identity_state: string | null
  identity_correlated: Flag
  cloud_lifecycle_state: string | null
  source_name: string
  source_name_key: string
  source_authoritative: Flag
  source_connection_type: 'direct' | 'file'
  /** Its row in `account_facet`; the database sets it. */
  facet?: number
  created: string
  modified: string
}

/**
 * A combination of values in the columns of `account` that few different values stand in, and the
 * number of accounts that have it. Filters and orders by those columns are answered from it. The
 * database keeps it by triggers.
 */
export type AccountFacetTable = FacetColumns & {
  facet: Generated<number>
  /** All values as one text. */
  key: string
  n: number
}

export type FacetColumns = Pick<
  AccountTable,
  | 'uncorrelated'
  | 'has_entitlements'
  | 'manually_correlated'
  | 'identity_correlated'
  | 'source_authoritative'
  | 'origin'
  | 'identity_state'
  | 'recommendation_method'
  | 'source_connection_type'
  | 'source_id'
  | 'source_name_key'
>

export type EntitlementTable = {
  id: string
  source_id: string
  attribute: string
  value: string
  name: string
  description: string | null
  /** `group`, `role` ...: the schema object type on the source. */
  object_type: string
  privileged: Flag
  requestable: Flag
  cloud_governed: Flag
  owner_id: string | null
  owner_name: string | null
  /** JSON object. */
  attributes: string
  created: string
  modified: string
}

type AccountEntitlementTable = { account_id: string; entitlement_id: string }

/** What really stands on the system behind a source; aggregation copies it into `account`. */
export type TargetAccountTable = {
  source_id: string
  native_identity: string
  disabled: Flag
  locked: Flag
  /** JSON object; entitlement attributes hold arrays of values. */
  attributes: string
}

export type TaskTable = {
  /** Grows with each task that is stored: the order of those that are due in the same millisecond. */
  seq: Generated<number>
  id: string
  /** What the task does when it is due; the key of a handler in domain/tasks.ts. */
  kind: string
  /** `held` until an outside process has confirmed it. */
  state: 'held' | 'waiting' | 'running' | 'ended'
  /** Milliseconds since the epoch; the task starts no earlier. */
  due_at: number
  account_id: string | null
  source_id: string | null
  /** What the outside process names the task by; null where there is none. */
  verification_id: string | null
  /** JSON input of the handler. */
  input: string
  /** The contract's `type`: QUARTZ, QPOC or QUEUED_TASK. */
  type: string
  unique_name: string
  description: string
  parent_name: string | null
  launcher: string
  /** APPLICATION, IDENTITY or null. */
  target_type: string | null
  target_id: string | null
  target_name: string | null
  completion_status: string | null
  /** JSON arrays and object in the contract's shape. */
  messages: Generated<string>
  returns: Generated<string>
  attributes: Generated<string>
  progress: string | null
  percent_complete: Generated<number>
  launched: string | null
  completed: string | null
  created: string
  modified: string
}

export type SearchAttributeTable = {
  name_key: string
  name: string
  display_name: string
  /** JSON object: the account attribute by the id of the source. */
  application_attributes: string
}

/** The accounts that somebody has classified as human or machine by hand. */
type ManualClassificationTable = { account_id: string }
