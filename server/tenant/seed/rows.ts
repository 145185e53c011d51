import { keyOf } from '../../lib/filter/key.ts'
import type { AccountTable, Flag, IdentityTable, SourceTable } from '../store/schema.ts'
import type { Clock } from './clock.ts'
import type { Attributes, Draft } from './drafts.ts'
import type { Person } from './people.ts'

export const flag = (value: boolean): Flag => (value ? 1 : 0)

/** What an account repeats of its identity. */
export type IdentityRef = {
  id: string
  name: string
  state: string
  lifecycle: string | null
  correlated: Flag
}

export function identityRow(person: Person, clock: Clock): IdentityTable {
  const { alias, email, lifecycle, name, status } = person
  const since = Math.max(person.daysEmployed, 0) + 14
  return {
    id: person.id,
    ...keyed({ name, alias, email, firstName: person.firstName, lastName: person.lastName }),
    identity_status: status,
    cloud_status: status,
    processing_state: person.processingState,
    correlated: 1,
    protected: 0,
    is_manager: flag(person.isManager),
    manager_id: person.manager?.id ?? null,
    lifecycle_state: lifecycle,
    lifecycle_manual: flag(person.random.chance(0.03)),
    attributes: JSON.stringify(identityAttributes(person)),
    last_refresh: clock.daysAgo(person.random.int(1, 1440) / 1440),
    created: clock.daysAgo(since - person.random.int(0, 999) / 1000),
    modified: clock.daysAgo(person.random.int(1, 10_000) / 1000),
  }
}

export function refOf(person: Person): IdentityRef {
  const { id, lifecycle, name, status } = person
  return { id, name, state: status, lifecycle, correlated: 1 }
}

/** The identity that stands behind an account which belongs to nobody. */
export function hiddenIdentityRow(
  id: string,
  name: string,
  alias: string,
  created: string,
): IdentityTable {
  return {
    id,
    ...keyed({ name, alias, email: null, firstName: '', lastName: '' }),
    identity_status: 'UNREGISTERED',
    cloud_status: 'UNREGISTERED',
    processing_state: null,
    correlated: 0,
    protected: 0,
    is_manager: 0,
    manager_id: null,
    lifecycle_state: null,
    lifecycle_manual: 0,
    attributes: JSON.stringify({ uid: alias, displayName: name, cloudStatus: 'UNREGISTERED' }),
    last_refresh: null,
    created,
    modified: created,
  }
}

export type AccountState = Partial<
  Pick<
    AccountTable,
    | 'disabled'
    | 'locked'
    | 'manually_correlated'
    | 'is_machine'
    | 'origin'
    | 'owner_identity_id'
    | 'recommendation_type'
    | 'recommendation_method'
  >
>
type AccountParts = {
  id: string
  source: SourceTable
  identity: IdentityRef
  draft: Draft
  attributes: Attributes
  state: AccountState
  hasEntitlements: boolean
  created: string
  modified: string
}

export function accountRow(parts: AccountParts): AccountTable {
  const { draft, identity, source, state } = parts
  return {
    id: parts.id,
    source_id: source.id,
    identity_id: identity.id,
    name: draft.name,
    name_key: keyOf(draft.name),
    native_identity: draft.nativeIdentity,
    native_identity_key: keyOf(draft.nativeIdentity),
    uuid: draft.uuid,
    description: null,
    disabled: state.disabled ?? 0,
    locked: state.locked ?? 0,
    uncorrelated: flag(identity.correlated === 0),
    manually_correlated: state.manually_correlated ?? 0,
    has_entitlements: flag(parts.hasEntitlements),
    system_account: source.internal,
    is_machine: state.is_machine ?? 0,
    origin: state.origin ?? 'AGGREGATED',
    recommendation_type: state.recommendation_type ?? null,
    recommendation_method: state.recommendation_method ?? null,
    owner_identity_id: state.owner_identity_id ?? null,
    attributes: JSON.stringify(parts.attributes),
    identity_name: identity.name,
    identity_name_key: keyOf(identity.name),
    identity_state: identity.state,
    identity_correlated: identity.correlated,
    cloud_lifecycle_state: identity.lifecycle,
    source_name: source.name,
    source_name_key: source.name_key,
    source_authoritative: source.authoritative,
    source_connection_type: source.connection_type,
    created: parts.created,
    modified: parts.modified,
  }
}

type Names = {
  name: string
  alias: string
  email: string | null
  firstName: string
  lastName: string
}

function keyed({ name, alias, email, firstName, lastName }: Names) {
  return {
    name,
    name_key: keyOf(name),
    alias,
    alias_key: keyOf(alias),
    email,
    email_key: keyOf(email ?? ''),
    firstname_key: keyOf(firstName),
    lastname_key: keyOf(lastName),
  }
}

function identityAttributes(person: Person): Attributes {
  return {
    uid: person.alias,
    firstname: person.firstName,
    lastname: person.lastName,
    displayName: person.name,
    email: person.email,
    department: person.department.name,
    jobTitle: person.jobTitle,
    location: person.location,
    identificationNumber: person.employeeNumber,
    cloudLifecycleState: person.lifecycle,
    cloudStatus: person.status,
    startDate: person.startDate,
    phone: person.phone,
  }
}
