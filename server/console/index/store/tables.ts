import type { Kysely } from 'kysely'

import { table } from '../../../database/columns.ts'
import { createEntitlementTables } from '../entitlements/tables.ts'
import { createIdentityTables } from '../identities/tables.ts'
import { orderIndex } from './order-index.ts'
import type { IndexTables } from './schema.ts'
import { createTextTable } from './text.ts'

/** Of what the tables hold, and how. Raise it with every change: a copy of another is made anew. */
export const FORMAT = 5

/** What statements look up or read in order. */
const indexed = [
  'name_key',
  'native_key',
  'identity_key',
  'identity_id',
  'uuid',
  'created',
  'modified',
  'password_changed',
]

/** There is one form of the tables and no way between two: a copy is not worth a migration. */
export async function createTables(db: Kysely<IndexTables>): Promise<void> {
  await table(db, 'account', {
    // Otherwise a number could be given out again while somebody still holds it.
    ord: 'once',
    id: 'text',
    name_key: 'text',
    native_key: 'text',
    identity_id: 'text',
    identity_key: 'text',
    uuid: 'text?',
    created: 'time?',
    modified: 'time?',
    password_changed: 'time?',
    body: 'text',
  })
    .addUniqueConstraint('account_id', ['id'])
    .execute()
  for (const column of indexed) await orderIndex(db, 'account', column)
  await table(db, 'account_seen', { ord: 'number', pass: 'number' })
    .addPrimaryKeyConstraint('account_seen_ord', ['ord'])
    .execute()
  await createTextTable(db, 'account')
  await table(db, 'index_state', { key: 'id', value: 'text' }).execute()
  await createIdentityTables(db)
  await createEntitlementTables(db)
}
