import { sql, type Kysely } from 'kysely'

import { index, table } from '../../../database/columns.ts'
import { isPostgres } from '../../../database/dialect.ts'
import { orderIndex } from '../store/order-index.ts'
import { createTextTable } from '../store/text.ts'
import type { IdentityTables } from './schema.ts'

/** What statements look up or read in order. */
const indexed = [
  'name_key',
  'alias_key',
  'email_key',
  'firstname_key',
  'lastname_key',
  'manager_id',
  'created',
  'modified',
] as const

export async function createIdentityTables(db: Kysely<IdentityTables>): Promise<void> {
  await table(db, 'identity', {
    // Otherwise a number could be given out again while somebody still holds it.
    ord: 'once',
    id: 'text',
    name_key: 'text',
    alias_key: 'text',
    email_key: 'text',
    firstname_key: 'text',
    lastname_key: 'text',
    manager_id: 'text',
    created: 'time',
    modified: 'time',
    facts: 'text',
  })
    .addUniqueConstraint('identity_id', ['id'])
    .execute()
  for (const column of indexed) await orderIndex(db, 'identity', column)
  await table(db, 'identity_body', { ord: 'number', body: 'text' })
    .addPrimaryKeyConstraint('identity_body_ord', ['ord'])
    .execute()
  await table(db, 'identity_seen', { ord: 'number', pass: 'number' })
    .addPrimaryKeyConstraint('identity_seen_ord', ['ord'])
    .execute()
  await table(db, 'identity_key', { kind: 'text', value: 'text', ord: 'number' })
    .addPrimaryKeyConstraint('identity_key_kind', ['kind', 'value', 'ord'])
    // SQLite would keep the columns of the key twice.
    .modifyEnd(isPostgres(db) ? sql`` : sql`without rowid`)
    .execute()
  await index(db, 'identity_key', ['ord'])
  await createTextTable(db, 'identity')
  await table(db, 'source', { id: 'id', name: 'text', body: 'text' }).execute()
}
