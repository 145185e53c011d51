import { keyOf } from '../../lib/filter/key.ts'
import {
  deleteAccounts,
  hasAuthority,
  insertAccount,
  updateAccountRow,
  type AccountRow,
} from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { addGrants, setGrants } from '../store/entitlements.ts'
import {
  deleteHiddenIdentities,
  identityRow,
  insertIdentity,
  setCorrelated,
  setIdentityStatus,
  type IdentityRow,
} from '../store/identities.ts'
import type { SourceConfig } from '../store/schema.ts'
import type { SourceRow } from '../store/sources.ts'
import type { TargetRow } from '../store/targets.ts'
import { grantsOf, textOf, type Attributes } from './attributes.ts'
import { TaskFailed } from './errors.ts'
import { newId } from './ids.ts'

/** What an account repeats of its identity. */
export function identityColumns(identity: IdentityRow) {
  return {
    identity_id: identity.id,
    identity_name: identity.name,
    identity_name_key: identity.name_key,
    identity_state: identity.identity_status,
    identity_correlated: identity.correlated,
    cloud_lifecycle_state: identity.lifecycle_state,
    uncorrelated: identity.correlated === 1 ? 0 : 1,
  } as const
}

/** A person, or what stands for an account that belongs to nobody. */
export async function addIdentity(db: Db, name: string, attributes: Attributes, real: boolean) {
  const now = new Date().toISOString()
  const email = textOf(attributes.email ?? attributes.mail) || null
  const alias = textOf(attributes.uid ?? attributes.alias) || email?.split('@')[0] || name
  const firstname = textOf(attributes.firstname ?? attributes.firstName)
  const lastname = textOf(attributes.lastname ?? attributes.lastName)
  const cloudStatus = 'UNREGISTERED'
  const own = { uid: alias, displayName: name, cloudStatus }
  const identity: IdentityRow = {
    id: newId(),
    name,
    name_key: keyOf(name),
    alias,
    alias_key: keyOf(alias),
    email,
    email_key: keyOf(email ?? ''),
    firstname_key: keyOf(firstname),
    lastname_key: keyOf(lastname),
    identity_status: cloudStatus,
    cloud_status: cloudStatus,
    processing_state: null,
    correlated: real ? 1 : 0,
    protected: 0,
    is_manager: 0,
    manager_id: null,
    lifecycle_state: null,
    lifecycle_manual: 0,
    attributes: JSON.stringify(real ? { ...attributes, firstname, lastname, email, ...own } : own),
    last_refresh: real ? now : null,
    created: now,
    modified: now,
  }
  await insertIdentity(db, identity)
  return identity
}

/** What an account of an authoritative source says of its person, in the words of an identity. */
function personIn(attributes: Attributes, { entitlementAttributes, correlation }: SourceConfig) {
  const plain = Object.entries(attributes).filter(([name]) => !entitlementAttributes.includes(name))
  const known = correlation.map((rule) => [rule.identity, attributes[rule.account]])
  return Object.fromEntries([...plain, ...known])
}

/** Adds the record of an account that was found on a source, or asked for. */
export async function addAccount(
  db: Db,
  source: SourceRow,
  found: Pick<TargetRow, 'native_identity' | 'disabled' | 'locked' | 'attributes'>,
  owner: string | undefined,
): Promise<string> {
  const attributes: Attributes = JSON.parse(found.attributes)
  const name = textOf(attributes[source.config.nameAttribute]) || found.native_identity
  const known = owner === undefined ? undefined : await identityRow(db, owner)
  const real = source.authoritative === 1
  const identity =
    known ?? (await addIdentity(db, name, real ? personIn(attributes, source.config) : {}, real))
  const grants = grantsOf(attributes, source.config)
  const now = new Date().toISOString()
  const id = newId()
  await insertAccount(db, {
    id,
    source_id: source.id,
    name,
    name_key: keyOf(name),
    native_identity: found.native_identity,
    native_identity_key: keyOf(found.native_identity),
    uuid: null,
    description: null,
    disabled: found.disabled,
    locked: found.locked,
    manually_correlated: 0,
    has_entitlements: grants.length > 0 ? 1 : 0,
    system_account: 0,
    is_machine: 0,
    origin: 'AGGREGATED',
    recommendation_type: null,
    recommendation_method: null,
    owner_identity_id: null,
    attributes: found.attributes,
    ...identityColumns(identity),
    source_name: source.name,
    source_name_key: source.name_key,
    source_authoritative: source.authoritative,
    source_connection_type: source.connection_type,
    created: now,
    modified: now,
  })
  await addGrants(db, source.id, id, grants)
  return id
}

/** Makes the record say what stands on the target; false where it did already. */
export async function copyTarget(
  db: Db,
  source: SourceRow,
  account: AccountRow,
  target: TargetRow,
) {
  const { attributes, disabled, locked } = target
  const same = account.attributes === attributes
  if (same && account.disabled === disabled && account.locked === locked) return false
  const change = { disabled, locked }
  if (same) await updateAccountRow(db, account.id, change)
  else await setAttributes(db, source, account, JSON.parse(attributes), change)
  return true
}

export async function setAttributes(
  db: Db,
  source: SourceRow,
  account: AccountRow,
  attributes: Attributes,
  change: Partial<AccountRow> = {},
): Promise<void> {
  const name = textOf(attributes[source.config.nameAttribute]) || account.name
  const grants = grantsOf(attributes, source.config)
  await updateAccountRow(db, account.id, {
    ...change,
    name,
    name_key: keyOf(name),
    attributes: JSON.stringify(attributes),
    has_entitlements: grants.length > 0 ? 1 : 0,
  })
  await setGrants(db, source.id, account.id, grants)
}

/** Switches the account that an identity logs in with; the identity says the same. */
export async function setLoginState(
  db: Db,
  login: AccountRow,
  change: Partial<Pick<AccountRow, 'disabled' | 'locked'>>,
): Promise<void> {
  const { disabled, locked } = { ...login, ...change }
  await updateAccountRow(db, login.id, change)
  if (disabled === login.disabled && locked === login.locked) return
  const status = disabled === 1 ? 'DISABLED' : locked === 1 ? 'LOCKED' : 'ACTIVE'
  await setIdentityStatus(db, login.identity_id, status)
}

/** Somebody whom no authoritative account vouches for any more: such an account brings them back. */
export const isFormerPerson = (identity: IdentityRow) =>
  identity.correlated === 0 && identity.last_refresh !== null

/**
 * Gives the account to an identity. An identity that loses its last authoritative account becomes
 * uncorrelated, and one that stands only for accounts goes with the last of them.
 */
export async function correlateTo(
  db: Db,
  account: AccountRow,
  identity: IdentityRow,
  manual: boolean,
): Promise<void> {
  const before = account.identity_id
  const vouches = account.source_authoritative === 1
  const manually_correlated = manual ? 1 : 0
  await updateAccountRow(db, account.id, { ...identityColumns(identity), manually_correlated })
  if (vouches && isFormerPerson(identity)) await setCorrelated(db, identity.id, 1)
  if (vouches && !(await hasAuthority(db, before))) await setCorrelated(db, before, 0)
  await deleteHiddenIdentities(db, [before])
}

/** An account that somebody left without an owner on purpose is left so. */
export const mayFindOwner = (account: AccountRow) =>
  account.uncorrelated === 1 && account.manually_correlated === 0

/** Gives an account that belonged to nobody to the owner that was found; false where none was. */
export async function correlateAnew(db: Db, account: AccountRow, owner: string | undefined) {
  const identity = owner === undefined ? undefined : await identityRow(db, owner)
  if (!identity) return false
  await correlateTo(db, account, identity, false)
  return true
}

export async function removeAccounts(db: Db, gone: Pick<AccountRow, 'id' | 'identity_id'>[]) {
  if (gone.length === 0) return
  await deleteAccounts(
    db,
    gone.map(({ id }) => id),
  )
  await deleteHiddenIdentities(
    db,
    gone.map((account) => account.identity_id),
  )
}

export function existing<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new TaskFailed(`The ${what} no longer exists.`)
  return row
}
