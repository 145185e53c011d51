import { sql, type Kysely } from 'kysely'

import { table } from '../../../../database/columns.ts'
import { isPostgres } from '../../../../database/dialect.ts'

export async function createTables(db: Kysely<unknown>): Promise<void> {
  await setting(db)
  await source(db)
  await identity(db)
  await account(db)
  await entitlement(db)
  await accountEntitlement(db)
  await targetAccount(db)
  await task(db)
  await searchAttribute(db)
  await manualClassification(db)
}

const setting = (db: Kysely<unknown>) =>
  table(db, 'setting', {
    key: 'id',
    value: 'text',
  }).execute()

const source = (db: Kysely<unknown>) =>
  table(db, 'source', {
    id: 'id',
    name: 'text',
    name_key: 'text',
    description: 'text',
    type: 'text',
    connector: 'text',
    connector_class: 'text',
    connector_id: 'text',
    connector_name: 'text',
    connection_type: 'text',
    owner_id: 'text?',
    owner_name: 'text?',
    authoritative: 'flag',
    healthy: 'flag',
    status: 'text',
    features: 'text',
    delete_threshold: 'number',
    category: 'text?',
    internal: 'flag',
    config: 'text',
    since: 'text',
    created: 'text',
    modified: 'text',
  })
    .addUniqueConstraint('source_name', ['name_key'])
    .execute()

const identity = (db: Kysely<unknown>) =>
  table(db, 'identity', {
    id: 'id',
    name: 'text',
    name_key: 'text',
    alias: 'text',
    alias_key: 'text',
    email: 'text?',
    email_key: 'text',
    firstname_key: 'text',
    lastname_key: 'text',
    identity_status: 'text',
    cloud_status: 'text',
    processing_state: 'text?',
    correlated: 'flag',
    protected: 'flag',
    is_manager: 'flag',
    manager_id: 'text?',
    lifecycle_state: 'text?',
    lifecycle_manual: 'flag',
    attributes: 'text',
    last_refresh: 'text?',
    created: 'text',
    modified: 'text',
  }).execute()

const account = (db: Kysely<unknown>) =>
  table(db, 'account', {
    id: 'id',
    source_id: 'text',
    identity_id: 'text',
    name: 'text',
    name_key: 'text',
    native_identity: 'text',
    native_identity_key: 'text',
    uuid: 'text?',
    description: 'text?',
    disabled: 'flag',
    locked: 'flag',
    uncorrelated: 'flag',
    manually_correlated: 'flag',
    has_entitlements: 'flag',
    system_account: 'flag',
    is_machine: 'flag',
    origin: 'text?',
    recommendation_type: 'text?',
    recommendation_method: 'text?',
    owner_identity_id: 'text?',
    attributes: 'text',
    identity_name: 'text',
    identity_name_key: 'text',
    identity_state: 'text?',
    identity_correlated: 'flag',
    cloud_lifecycle_state: 'text?',
    source_name: 'text',
    source_name_key: 'text',
    source_authoritative: 'flag',
    source_connection_type: 'text',
    facet: { kind: 'number', default: 0 },
    created: 'text',
    modified: 'text',
  }).execute()

const entitlement = (db: Kysely<unknown>) =>
  table(db, 'entitlement', {
    id: 'id',
    source_id: 'text',
    attribute: 'text',
    value: 'text',
    name: 'text',
    description: 'text?',
    object_type: 'text',
    privileged: 'flag',
    requestable: 'flag',
    cloud_governed: 'flag',
    owner_id: 'text?',
    owner_name: 'text?',
    attributes: 'text',
    created: 'text',
    modified: 'text',
  })
    .addUniqueConstraint('entitlement_value', ['source_id', 'attribute', 'value'])
    .execute()

const accountEntitlement = (db: Kysely<unknown>) =>
  table(db, 'account_entitlement', {
    account_id: 'text',
    entitlement_id: 'text',
  })
    .addPrimaryKeyConstraint('account_entitlement_key', ['account_id', 'entitlement_id'])
    // The key is the whole row: beside it, SQLite would store it a second time.
    .$call((builder) => (isPostgres(db) ? builder : builder.modifyEnd(sql`without rowid`)))
    .execute()

const targetAccount = (db: Kysely<unknown>) =>
  table(db, 'target_account', {
    source_id: 'text',
    native_identity: 'text',
    disabled: 'flag',
    locked: 'flag',
    attributes: 'text',
  })
    .addPrimaryKeyConstraint('target_account_key', ['source_id', 'native_identity'])
    .execute()

const task = (db: Kysely<unknown>) =>
  table(db, 'task', {
    seq: 'sequence',
    id: 'text',
    kind: 'text',
    state: 'text',
    due_at: 'time',
    verification_id: 'text?',
    account_id: 'text?',
    source_id: 'text?',
    input: 'text',
    type: 'text',
    unique_name: 'text',
    description: 'text',
    parent_name: 'text?',
    launcher: 'text',
    target_type: 'text?',
    target_id: 'text?',
    target_name: 'text?',
    completion_status: 'text?',
    messages: { kind: 'text', default: '[]' },
    returns: { kind: 'text', default: '[]' },
    attributes: { kind: 'text', default: '{}' },
    progress: 'text?',
    percent_complete: { kind: 'number', default: 0 },
    launched: 'text?',
    completed: 'text?',
    created: 'text',
    modified: 'text',
  })
    .addUniqueConstraint('task_id', ['id'])
    .execute()

const searchAttribute = (db: Kysely<unknown>) =>
  table(db, 'search_attribute', {
    name_key: 'id',
    name: 'text',
    display_name: 'text',
    application_attributes: 'text',
  }).execute()

const manualClassification = (db: Kysely<unknown>) =>
  table(db, 'manual_classification', { account_id: 'id' }).execute()
