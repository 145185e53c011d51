import { sql, type Generated, type Kysely } from 'kysely'

import { index, table } from '../../../database/columns.ts'
import { isPostgres } from '../../../database/dialect.ts'
import { orderIndex } from '../store/order-index.ts'
import { createTextTable } from '../store/text.ts'

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
  /** The columns that end in `_key` are lower-case, as the tenant compares strings, and cut. */
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
