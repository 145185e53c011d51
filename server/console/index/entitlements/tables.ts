import type { Kysely } from 'kysely'

import { table } from '../../../database/columns.ts'
import type { EntitlementTables } from './schema.ts'

export async function createEntitlementTables(db: Kysely<EntitlementTables>): Promise<void> {
  await table(db, 'entitlement', { key: 'id', body: 'text' }).execute()
}
