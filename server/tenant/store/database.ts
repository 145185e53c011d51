import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'

import * as first from './migrations/0001-first.ts'
import type { Database } from './schema.ts'

/** A connection, or a transaction on one: what every store function takes. */
export type Db = Kysely<Database> | Transaction<Database>

/** Every migration by its name, in the order in which they are applied. */
const migrations = { '0001-first': first }

/**
 * Opens the tenant's database and brings its tables up to date. `path` is a file, which is made with
 * its folder where it is missing, or `:memory:`.
 */
export async function openDatabase(path: string): Promise<Kysely<Database>> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const sqlite = new BetterSqlite3(path)
  sqlite.pragma('journal_mode = WAL')
  // An acknowledged write is on the disk: the default of WAL mode may lose the last ones.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('cache_size = -65536')
  sqlite.pragma('mmap_size = 1073741824')

  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) })
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  if (error) {
    await db.destroy()
    throw error
  }
  return db
}
