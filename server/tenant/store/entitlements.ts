import { randomUUID } from 'node:crypto'

import type { Db } from './database.ts'

export type Grant = { attribute: string; value: string }

/** Makes `grants` all that the account holds; entitlements that the source did not have are added. */
export async function setGrants(db: Db, sourceId: string, accountId: string, grants: Grant[]) {
  await db.deleteFrom('account_entitlement').where('account_id', '=', accountId).execute()
  await addGrants(db, sourceId, accountId, grants)
}

/** The same for an account that holds nothing yet. */
export async function addGrants(db: Db, sourceId: string, accountId: string, grants: Grant[]) {
  if (grants.length === 0) return
  const known = await entitlementIds(db, sourceId, grants)
  const ids = new Set<string>()
  for (const grant of grants) {
    ids.add(known.get(keyOf(grant)) ?? (await addEntitlement(db, sourceId, grant)))
  }
  const rows = [...ids].map((entitlement_id) => ({ account_id: accountId, entitlement_id }))
  await db.insertInto('account_entitlement').values(rows).execute()
}

const keyOf = ({ attribute, value }: Grant) => JSON.stringify([attribute, value])

async function entitlementIds(db: Db, sourceId: string, grants: Grant[]) {
  const rows = await db
    .selectFrom('entitlement')
    .select(['id', 'attribute', 'value'])
    .where('source_id', '=', sourceId)
    .where('attribute', 'in', [...new Set(grants.map((grant) => grant.attribute))])
    .where('value', 'in', [...new Set(grants.map((grant) => grant.value))])
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row.id]))
}

async function addEntitlement(db: Db, sourceId: string, { attribute, value }: Grant) {
  const id = randomUUID().replaceAll('-', '')
  const now = new Date().toISOString()
  const neighbour = await db
    .selectFrom('entitlement')
    .select('object_type')
    .where('source_id', '=', sourceId)
    .where('attribute', '=', attribute)
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('entitlement')
    .values({
      id,
      source_id: sourceId,
      attribute,
      value,
      name: value,
      description: null,
      object_type: neighbour?.object_type ?? 'group',
      privileged: 0,
      requestable: 0,
      cloud_governed: 0,
      owner_id: null,
      owner_name: null,
      attributes: JSON.stringify({ [attribute]: value }),
      created: now,
      modified: now,
    })
    .execute()
  return id
}

type Described = Grant & { name: string; description: string | null }

/** Stores what a source tells of entitlements; what people decided about them here stays. */
export async function describeEntitlements(db: Db, sourceId: string, described: Described[]) {
  if (described.length === 0) return
  const known = await entitlementIds(db, sourceId, described)
  for (const { name, description, ...grant } of described) {
    const id = known.get(keyOf(grant)) ?? (await addEntitlement(db, sourceId, grant))
    await db
      .updateTable('entitlement')
      .set({ name, description, modified: new Date().toISOString() })
      .where('id', '=', id)
      .where((e) =>
        e.or([e('name', '!=', name), e('description', 'is distinct from', description)]),
      )
      .execute()
  }
}
