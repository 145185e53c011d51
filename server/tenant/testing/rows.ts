import type { Insertable } from 'kysely'

import { keyOf } from '../../lib/filter/key.ts'
import type { AccountTable, IdentityTable, SourceTable } from '../store/schema.ts'
import type { NewTaskRow } from '../store/tasks.ts'

const time = '2026-01-01T00:00:00.000Z'

/** Rows for tests: whole and plain, with what the test is about put over it. */
export function sourceRow(change: Partial<SourceTable> = {}): Insertable<SourceTable> {
  const name = change.name ?? 'Active Directory'
  return {
    id: 'source',
    name,
    name_key: keyOf(name),
    description: 'The directory',
    type: 'Active Directory - Direct',
    connector: 'active-directory',
    connector_class: 'sailpoint.connector.ADLDAPConnector',
    connector_id: 'active-directory',
    connector_name: 'Active Directory',
    connection_type: 'direct',
    owner_id: null,
    owner_name: null,
    authoritative: 0,
    healthy: 1,
    status: 'SOURCE_STATE_HEALTHY',
    features: '["ENABLE","UNLOCK","PROVISIONING"]',
    delete_threshold: 10,
    category: null,
    internal: 0,
    config: JSON.stringify({
      identityAttribute: 'id',
      nameAttribute: 'name',
      entitlementAttributes: ['groups'],
      correlation: [{ account: 'email', identity: 'email' }],
    }),
    since: time,
    created: time,
    modified: time,
    ...change,
  }
}

export function identityRow(change: Partial<IdentityTable> = {}): Insertable<IdentityTable> {
  const name = change.name ?? 'Ines Moreau'
  const [first = '', last = ''] = name.split(' ')
  return {
    id: 'identity',
    name,
    name_key: keyOf(name),
    alias: keyOf(name).replace(' ', '.'),
    alias_key: keyOf(name).replace(' ', '.'),
    email: 'ines.moreau@acme.example',
    email_key: 'ines.moreau@acme.example',
    firstname_key: keyOf(first),
    lastname_key: keyOf(last),
    identity_status: 'ACTIVE',
    cloud_status: 'ACTIVE',
    processing_state: null,
    correlated: 1,
    protected: 0,
    is_manager: 0,
    manager_id: null,
    lifecycle_state: 'active',
    lifecycle_manual: 0,
    attributes: '{}',
    last_refresh: null,
    created: time,
    modified: time,
    ...change,
  }
}

export function accountRow(change: Partial<AccountTable> = {}): Insertable<AccountTable> {
  const name = change.name ?? 'imoreau'
  const native = change.native_identity ?? name
  const identityName = change.identity_name ?? 'Ines Moreau'
  const sourceName = change.source_name ?? 'Active Directory'
  return {
    id: 'account',
    source_id: 'source',
    identity_id: 'identity',
    name,
    name_key: keyOf(name),
    native_identity: native,
    native_identity_key: keyOf(native),
    uuid: null,
    description: null,
    disabled: 0,
    locked: 0,
    uncorrelated: 0,
    manually_correlated: 0,
    has_entitlements: 0,
    system_account: 0,
    is_machine: 0,
    origin: 'AGGREGATED',
    recommendation_type: null,
    recommendation_method: null,
    owner_identity_id: null,
    attributes: '{}',
    identity_name: identityName,
    identity_name_key: keyOf(identityName),
    identity_state: 'ACTIVE',
    identity_correlated: 1,
    cloud_lifecycle_state: 'active',
    source_name: sourceName,
    source_name_key: keyOf(sourceName),
    source_authoritative: 0,
    source_connection_type: 'direct',
    created: time,
    modified: time,
    ...change,
  }
}

export function taskRow(change: Partial<NewTaskRow> = {}): NewTaskRow {
  return {
    id: 'task',
    kind: 'disable',
    state: 'waiting',
    due_at: 0,
    input: '{}',
    type: 'QUEUED_TASK',
    unique_name: 'Disable Account',
    description: 'Disables an account.',
    launcher: 'demo-admin',
    created: time,
    modified: time,
    ...change,
  }
}
