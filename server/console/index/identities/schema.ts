import type { Generated } from 'kysely'

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
