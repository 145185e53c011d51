import type { Kysely, Transaction } from 'kysely'

import { open, openForLoading as openFileForLoading } from '../../database/open.ts'
import * as first from './migrations/0001-first/index.ts'
import { createCounts, keepCounts } from './read/counts.ts'
import type { Database } from './schema.ts'
import { accountWatcher } from './watcher.ts'

/** A connection, or a transaction on one: what every store function takes. */
export type Db = Kysely<Database> | Transaction<Database>

/** Every migration by its name, in the order in which they are applied. */
const migrations = { '0001-first': first }

/**
 * Opens the tenant's database for this process alone and brings its tables up to date. `where` is
 * the URL of a PostgreSQL database, a file, which is made with its folder where it is missing, or
 * `:memory:`. Throws a `DatabaseUnusable` where another process has it open.
 *
 * `onTrouble` hears of connections that are lost between statements; new ones take their place.
 */
export async function openDatabase(
  where: string,
  onTrouble: (error: Error) => void = () => {},
): Promise<Kysely<Database>> {
  const counts = createCounts()
  const watcher = accountWatcher(counts.changed)
  const db = await open<Database>({ where, migrations, name: 'muster-tenant', onTrouble, watcher })
  keepCounts(db, counts)
  return db
}

/** Makes a SQLite file that is filled as a whole, and is worthless before it has been closed. */
export function openForLoading(path: string): Promise<Kysely<Database>> {
  return openFileForLoading(path, { migrations })
}
