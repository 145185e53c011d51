import type { Entitlement } from '../../../contract.ts'
import type { Db } from '../database.ts'
import type { EntitlementTable } from '../schema.ts'
import type { ListQuery, Page } from './page.ts'

/** An account that does not exist has no entitlements: whether it exists is the caller's question. */
export async function listAccountEntitlements(
  db: Db,
  accountId: string,
  query: ListQuery,
): Promise<Page<Entitlement>> {
  const held = db
    .selectFrom('account_entitlement')
    .innerJoin('entitlement', 'entitlement.id', 'account_entitlement.entitlement_id')
    .where('account_entitlement.account_id', '=', accountId)
  const total = query.count
    ? Number((await held.select((e) => e.fn.countAll().as('n')).executeTakeFirst())?.n ?? 0)
    : undefined
  if (query.limit === 0) return { items: [], total }
  const rows = await held
    .innerJoin('source', 'source.id', 'entitlement.source_id')
    .selectAll('entitlement')
    .select('source.name as source_name')
    .orderBy('entitlement.name')
    .orderBy('entitlement.id')
    .limit(query.limit)
    .offset(query.offset)
    .execute()
  return { items: rows.map(toEntitlement), total }
}

export async function findEntitlement(db: Db, id: string): Promise<Entitlement | undefined> {
  const row = await db
    .selectFrom('entitlement')
    .innerJoin('source', 'source.id', 'entitlement.source_id')
    .selectAll('entitlement')
    .select('source.name as source_name')
    .where('entitlement.id', '=', id)
    .executeTakeFirst()
  return row && toEntitlement(row)
}

function toEntitlement(row: EntitlementTable & { source_name: string }): Entitlement {
  return {
    id: row.id,
    name: row.name,
    attribute: row.attribute,
    value: row.value,
    sourceSchemaObjectType: row.object_type,
    description: row.description,
    privileged: row.privileged === 1,
    cloudGoverned: row.cloud_governed === 1,
    requestable: row.requestable === 1,
    owner: row.owner_id ? { id: row.owner_id, type: 'IDENTITY', name: row.owner_name ?? '' } : null,
    created: row.created,
    modified: row.modified,
    source: { id: row.source_id, type: 'SOURCE', name: row.source_name },
    attributes: JSON.parse(row.attributes),
    segments: null,
    directPermissions: [],
  }
}
