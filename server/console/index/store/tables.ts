import { sql, type Kysely } from 'kysely'

import { createIdentityTables } from '../identities/tables.ts'
import type { IndexTables } from './schema.ts'

/** What statements look up or read in order; SQLite adds the number of the row to each by itself. */
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
  const { schema } = db
  await schema
    .createTable('account')
    // Without autoincrement a number could be given out again while somebody still holds it.
    .addColumn('ord', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('native_key', 'text', (c) => c.notNull())
    .addColumn('identity_id', 'text', (c) => c.notNull())
    .addColumn('identity_key', 'text', (c) => c.notNull())
    .addColumn('uuid', 'text')
    .addColumn('created', 'bigint')
    .addColumn('modified', 'bigint')
    .addColumn('password_changed', 'bigint')
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  for (const column of indexed) {
    await schema.createIndex(`account_${column}`).on('account').column(column).execute()
  }
  await schema
    .createTable('account_seen')
    .addColumn('ord', 'integer', (c) => c.primaryKey())
    .addColumn('pass', 'integer', (c) => c.notNull())
    .execute()
  // The text is folded already, so the tokenizer leaves it as it is; it is not stored twice.
  await sql`create virtual table account_text using fts5(
    text, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`.execute(db)
  await schema
    .createTable('index_state')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  await createIdentityTables(db)
}
