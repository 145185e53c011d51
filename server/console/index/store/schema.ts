import type { Generated, Selectable } from 'kysely'

import type { EntitlementTables } from '../entitlements/schema.ts'
import type { IdentityTables } from '../identities/schema.ts'

/**
 * The console's copy of a tenant. Everything here can be thrown away and read again; nothing is
 * kept that the tenant does not have.
 */
export type IndexTables = IdentityTables &
  EntitlementTables & {
    account: AccountTable
    account_seen: AccountSeenTable
    index_state: IndexStateTable
  }

export type AccountTable = {
  /** Row number in memory and in the text table; given out once and never again. */
  ord: Generated<number>
  id: string
  /** The columns that end in `_key` are lower-case, as the tenant compares strings, and cut. */
  name_key: string
  native_key: string
  identity_id: string
  identity_key: string
  uuid: string | null
  /** Milliseconds since the epoch; null where the tenant names none. */
  created: number | null
  modified: number | null
  password_changed: number | null
  /** The account as the tenant answered it, whole: fields that nobody knows yet are kept. */
  body: string
}

export type AccountRow = Selectable<AccountTable>

/** The pass in which an account was last met: apart, since a pass writes it for every account. */
export type AccountSeenTable = { ord: number; pass: number }

/** How far the copy is, as JSON under one key. */
export type IndexStateTable = { key: string; value: string }
