import type { Kysely } from 'kysely'

import type { IndexTables } from './schema.ts'

export type Log = { warn: (text: string) => void; error?: (error: unknown) => void }

/** The copy's database. Both connections are others after `renew`. */
export type IndexFile = {
  readonly write: Kysely<IndexTables>
  /** For questions, which do not wait for a write that is under way. */
  readonly read: Kysely<IndexTables>
  /**
   * Rises with each `renew`, and where something else may be there than was written: numbers of rows
   * are only good within one, and so is what memory holds.
   */
  readonly generation: number
  /** How often `renew` was called. */
  readonly renewals: number
  /** Throws away what is there and begins with nothing. */
  renew: (why: string) => Promise<void>
  close: () => Promise<void>
}
