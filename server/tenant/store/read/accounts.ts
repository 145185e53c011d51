import type { Account } from '../../../contract.ts'
import type { Db } from '../database.ts'
import type { AccountTable, SourceTable } from '../schema.ts'
import { accountColumns } from './account-columns.ts'
import { pageOfAccounts } from './account-page.ts'
import type { ListQuery, Page } from './page.ts'
import { identityNames, inOrder } from './rows.ts'

export { accountColumns }

export async function listAccounts(db: Db, query: ListQuery): Promise<Page<Account>> {
  const { ids, total } = await pageOfAccounts(db, query)
  const items = await accountsByIds(db, ids, query.detailLevel ?? 'FULL')
  return { items, total }
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  const [account] = await accountsByIds(db, [id], 'FULL')
  return account
}

async function accountsByIds(db: Db, ids: string[], detail: 'SLIM' | 'FULL'): Promise<Account[]> {
  if (ids.length === 0) return []
  const found = await db.selectFrom('account').selectAll().where('id', 'in', ids).execute()
  const rows = inOrder(ids, found)
  const sourceIds = [...new Set(rows.map((row) => row.source_id))]
  const sources = sourceIds.length
    ? await db
        .selectFrom('source')
        .select(['id', 'features', 'owner_id', 'owner_name'])
        .where('id', 'in', sourceIds)
        .execute()
    : []
  const sourceById = new Map(sources.map((source) => [source.id, source]))
  const owners = await identityNames(
    db,
    rows.map((row) => row.owner_identity_id),
  )
  return rows.map((row) => {
    const source = sourceById.get(row.source_id)
    return detail === 'SLIM'
      ? slim(row, source)
      : { ...slim(row, source), ...details(row, source, owners) }
  })
}

type SourcePart = Pick<SourceTable, 'features' | 'owner_id' | 'owner_name'> | undefined

function slim(row: AccountTable, source: SourcePart): Account {
  return {
    id: row.id,
    name: row.name,
    created: row.created,
    modified: row.modified,
    sourceId: row.source_id,
    sourceName: row.source_name,
    identityId: row.identity_id,
    nativeIdentity: row.native_identity,
    uuid: row.uuid,
    description: row.description,
    disabled: row.disabled === 1,
    locked: row.locked === 1,
    features: source ? featuresText(source.features) : null,
    hasEntitlements: row.has_entitlements === 1,
    manuallyCorrelated: row.manually_correlated === 1,
    authoritative: row.source_authoritative === 1,
    systemAccount: row.system_account === 1,
    uncorrelated: row.uncorrelated === 1,
    attributes: JSON.parse(row.attributes),
  }
}

function details(
  row: AccountTable,
  source: SourcePart,
  owners: Map<string, string>,
): Partial<Account> {
  return {
    cloudLifecycleState: row.cloud_lifecycle_state,
    identityState: row.identity_state,
    connectionType: row.source_connection_type,
    isMachine: row.is_machine === 1,
    origin: row.origin as Account['origin'], // only the contract's values are written
    identity: { id: row.identity_id, type: 'IDENTITY', name: row.identity_name },
    sourceOwner: source?.owner_id
      ? { id: source.owner_id, type: 'IDENTITY', name: source.owner_name ?? '' }
      : null,
    // As above: the columns hold the contract's values alone.
    recommendation: row.recommendation_method
      ? ({
          type: row.recommendation_type,
          method: row.recommendation_method,
        } as Account['recommendation'])
      : null,
    ownerIdentity: row.owner_identity_id
      ? {
          id: row.owner_identity_id,
          type: 'IDENTITY',
          name: owners.get(row.owner_identity_id) ?? '',
        }
      : null,
  }
}

function featuresText(features: string): string {
  const list: unknown = JSON.parse(features)
  return Array.isArray(list) ? list.join(', ') : ''
}
