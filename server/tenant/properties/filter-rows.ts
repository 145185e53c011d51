import type { Db } from '../store/database.ts'
import { accountRow, identityRow, sourceRow } from '../testing/rows.ts'
import type { Data } from './filter-data.ts'
import type { Item } from './filter-reference.ts'

const flag = (value: Item[string] | undefined) => (value ? 1 : 0)
const text = (value: Item[string] | undefined) => String(value)
const orNull = (value: Item[string] | undefined) =>
  value === null || value === undefined ? null : String(value)
const time = (value: Item[string] | undefined) => new Date(Number(value)).toISOString()
const key = (value: Item[string] | undefined) => text(value).toLowerCase()

/** Makes the data all that the tenant holds. */
export async function store(db: Db, { sources, identities, accounts }: Data): Promise<void> {
  for (const table of ['account', 'identity', 'source'] as const)
    await db.deleteFrom(table).execute()
  await db.insertInto('source').values(sources.map(toSource)).execute()
  await db.insertInto('identity').values(identities.map(toIdentity)).execute()
  if (accounts.length > 0) await db.insertInto('account').values(accounts.map(toAccount)).execute()
}

const toSource = (item: Item) =>
  sourceRow({
    id: item.id,
    name: text(item.name),
    description: text(item.description),
    type: text(item.type),
    status: text(item.status),
    owner_id: orNull(item['owner.id']),
    owner_name: orNull(item['owner.name']),
    features: JSON.stringify(item.features),
    created: time(item.created),
    modified: time(item.modified),
    connection_type: item.connectionType === 'file' ? 'file' : 'direct',
    authoritative: flag(item.authoritative),
    healthy: flag(item.healthy),
    connector_name: text(item.connectorName),
    category: orNull(item.category),
  })

const toIdentity = (item: Item) =>
  identityRow({
    id: item.id,
    name: text(item.name),
    alias: text(item.alias),
    alias_key: key(item.alias),
    firstname_key: key(item.firstname),
    lastname_key: key(item.lastname),
    email: text(item.email) || null,
    email_key: key(item.email),
    identity_status: text(item.cloudStatus),
    cloud_status: text(item.cloudStatus),
    processing_state: orNull(item.processingState),
    correlated: flag(item.correlated),
    protected: flag(item.protected),
  })

const toAccount = (item: Item) =>
  accountRow({
    id: item.id,
    source_id: text(item.sourceId),
    identity_id: text(item.identityId),
    name: text(item.name),
    native_identity: text(item.nativeIdentity),
    uuid: orNull(item.uuid),
    has_entitlements: flag(item.hasEntitlements),
    manually_correlated: flag(item.manuallyCorrelated),
    uncorrelated: flag(item.uncorrelated),
    origin: orNull(item.origin),
    recommendation_type: orNull(item['recommendation.method']) && 'MACHINE',
    recommendation_method: orNull(item['recommendation.method']),
    identity_name: text(item['identity.name']),
    identity_state: text(item['identity.identityState']),
    identity_correlated: flag(item['identity.correlated']),
    source_name: text(item['source.displayableName']),
    source_authoritative: flag(item['source.authoritative']),
    source_connection_type: item['source.connectionType'] === 'file' ? 'file' : 'direct',
    created: time(item.created),
    modified: time(item.modified),
  })
