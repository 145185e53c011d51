import { newId } from '../domain/ids.ts'
import { addAccount, addIdentity } from '../domain/records.ts'
import type { Db } from '../store/database.ts'
import type { SourceTable } from '../store/schema.ts'
import { sourceRow, type SourceRow } from '../store/sources.ts'
import { putTarget } from '../store/targets.ts'

export async function givenSource(db: Db, given: Partial<SourceTable> = {}): Promise<SourceRow> {
  const id = given.id ?? newId()
  const name = given.name ?? 'Directory'
  const now = new Date().toISOString()
  const row: SourceTable = {
    id,
    name,
    name_key: name.toLowerCase(),
    description: '',
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
    features: JSON.stringify(['ENABLE', 'UNLOCK', 'PROVISIONING']),
    delete_threshold: 0,
    category: null,
    internal: 0,
    config: JSON.stringify({
      identityAttribute: 'uid',
      nameAttribute: 'name',
      entitlementAttributes: ['groups'],
      correlation: [{ account: 'mail', identity: 'email' }],
    }),
    since: now,
    created: now,
    modified: now,
    ...given,
  }
  await db.insertInto('source').values(row).execute()
  const source = await sourceRow(db, id)
  if (!source) throw new Error('The source was not stored')
  return source
}

export const givenFile = (db: Db, given: Partial<SourceTable> = {}) =>
  givenSource(db, { name: 'Badges', connection_type: 'file', features: '[]', ...given })

export const givenIdentity = (db: Db, name: string) =>
  addIdentity(db, name, { email: `${name}@example.com` }, true)

type Given = { uid: string; owner?: string; locked?: 0 | 1; disabled?: 0 | 1 }

/** An account, and the same on the system behind its source. */
export async function givenAccount(db: Db, source: SourceRow, given: Given): Promise<string> {
  const { uid, owner, locked = 0, disabled = 0 } = given
  const attributes = JSON.stringify({ uid, name: uid, groups: ['staff'] })
  const found = { native_identity: uid, disabled, locked, attributes }
  if (!source.internal) await putTarget(db, { source_id: source.id, ...found })
  return addAccount(db, source, found, owner)
}

/** An identity with the account it logs in with. */
export async function givenLogin(db: Db, source: SourceRow, name: string) {
  const identity = await givenIdentity(db, name)
  const accountId = await givenAccount(db, source, { uid: name, owner: identity.id })
  await db.updateTable('account').set({ system_account: 1 }).where('id', '=', accountId).execute()
  return { identity, accountId }
}
