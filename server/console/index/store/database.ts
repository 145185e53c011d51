import BetterSqlite3 from 'better-sqlite3'
import { Kysely } from 'kysely'

import { sqliteDialect } from '../../../database/sqlite-dialect.ts'
import type { Db } from '../../../database/transaction.ts'
import type { IndexTables } from './schema.ts'

export { inTransaction } from '../../../database/transaction.ts'

/** A connection, or a transaction on one: what every function of the store takes. */
export type IndexDb = Db<IndexTables>

/** In KiB. The rest is left to the operating system, which gives its memory back when needed. */
const CACHE = 8192

/**
 * In pages: what is written often between two times goes to its place once. A first sync touches most
 * pages of every index again and again.
 */
const CHECKPOINT = 8192

/** The connection that writes; tables are not made. */
export function openWriter(path: string): Connection {
  const sqlite = new BetterSqlite3(path)
  try {
    // Of 4 KiB, which is usual, a fifth would stay empty: accounts are 1.5 kB and more.
    sqlite.pragma('page_size = 8192')
    sqlite.pragma('journal_mode = WAL')
    // A power cut may take the last rows with it: the next start reads them again from the tenant.
    sqlite.pragma('synchronous = NORMAL')
    sqlite.pragma(`cache_size = -${CACHE}`)
    sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT}`)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return connectionOf(sqlite)
}

/** A connection of its own for questions: it does not wait for a write that is under way. */
export function openReader(path: string): Connection {
  const sqlite = new BetterSqlite3(path, { readonly: true })
  sqlite.pragma(`cache_size = -${CACHE}`)
  return connectionOf(sqlite)
}

export type Connection = {
  sqlite: BetterSqlite3.Database
  db: Kysely<IndexTables>
  close: () => Promise<void>
}

function connectionOf(sqlite: BetterSqlite3.Database): Connection {
  const db = new Kysely<IndexTables>({ dialect: sqliteDialect(sqlite, () => sqlite.close()) })
  const close = async () => {
    await db.destroy()
    // Kysely closes only what it has used.
    sqlite.close()
  }
  return { sqlite, db, close }
}
