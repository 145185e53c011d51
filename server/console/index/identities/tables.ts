import { sql, type Generated, type Kysely } from 'kysely'

/** The copy of the tenant's identities and sources, beside that of its accounts. */
export type IdentityTables = {
  identity: IdentityTable
  identity_body: IdentityBodyTable
  identity_seen: IdentitySeenTable
  identity_key: IdentityKeyTable
  source: SourceTable
}

export type IdentityTable = {
  /** Row number in memory and in the text table; given out once and never again. */
  ord: Generated<number>
  id: string
  /** The columns that end in `_key` are lower-case, as the tenant compares strings. */
  name_key: string
  alias_key: string
  email_key: string
  firstname_key: string
  lastname_key: string
  manager_id: string
  /** Milliseconds since the epoch; 0 where the tenant names none. */
  created: number
  modified: number
  /** What memory holds of the identity, as JSON. */
  facts: string
}

/** As the tenant answered it, whole. Apart, since most statements do without it. */
export type IdentityBodyTable = { ord: number; body: string }

/** The pass in which the identity was last met: apart, since a pass writes it for every identity. */
export type IdentitySeenTable = { ord: number; pass: number }

/** By what a person can be known: folded values, of which an identity may have several of a kind. */
export type IdentityKeyTable = { kind: KeyKind; value: string; ord: number }
export type KeyKind = 'name' | 'email' | 'login' | 'employee'

export type SourceTable = { id: string; name: string; body: string }

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
  const { schema } = db
  await schema
    .createTable('identity')
    // Without autoincrement a number could be given out again while somebody still holds it.
    .addColumn('ord', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('alias_key', 'text', (c) => c.notNull())
    .addColumn('email_key', 'text', (c) => c.notNull())
    .addColumn('firstname_key', 'text', (c) => c.notNull())
    .addColumn('lastname_key', 'text', (c) => c.notNull())
    .addColumn('manager_id', 'text', (c) => c.notNull())
    .addColumn('created', 'bigint', (c) => c.notNull())
    .addColumn('modified', 'bigint', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .execute()
  for (const column of indexed) {
    await schema.createIndex(`identity_${column}`).on('identity').column(column).execute()
  }
  await schema
    .createTable('identity_body')
    .addColumn('ord', 'integer', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createTable('identity_seen')
    .addColumn('ord', 'integer', (c) => c.primaryKey())
    .addColumn('pass', 'integer', (c) => c.notNull())
    .execute()
  await sql`create table identity_key (kind text not null, value text not null, ord integer not null,
    primary key (kind, value, ord)) without rowid`.execute(db)
  await schema.createIndex('identity_key_ord').on('identity_key').column('ord').execute()
  // The text is folded already, so the tokenizer leaves it as it is; it is not stored twice.
  await sql`create virtual table identity_text using fts5(
    text, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`.execute(db)
  await schema
    .createTable('source')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute()
}
