import { randomUUID } from 'node:crypto'

import type { Db } from './database.ts'

export type Grant = { attribute: string; value: string }

/** Makes `grants` all that the account holds; entitlements that the source did not have are added. */
export async function setGrants(db: Db, sourceId: string, accountId: string, grants: Grant[]) {
  const ids = new Set<string>()
  for (const grant of grants) ids.add(await entitlementId(db, sourceId, grant))
  await db.deleteFrom('account_entitlement').where('account_id', '=', accountId).execute()
  if (ids.size === 0) return
  const rows = [...ids].map((entitlement_id) => ({ account_id: accountId, entitlement_id }))
  await db.insertInto('account_entitlement').values(rows).execute()
}

async function entitlementId(db: Db, sourceId: string, { attribute, value }: Grant) {
  const known = await db
    .selectFrom('entitlement')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('attribute', '=', attribute)
    .where('value', '=', value)
    .executeTakeFirst()
  if (known) return known.id
  const id = randomUUID().replaceAll('-', '')
  const now = new Date().toISOString()
  await db
    .insertInto('entitlement')
    .values({
      id,
      source_id: sourceId,
      attribute,
      value,
      name: value,
      description: null,
      object_type: 'group',
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
