import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'

import { isPostgresUrl } from '../lib/database-url.ts'
import { openSqlite } from './sqlite.ts'
import type { Watcher } from './watched.ts'

type Migrations = {
  /** Every migration by its name, in the order in which they are applied. */
  migrations: Record<string, Migration>
}

type Options = Migrations & {
  /**
   * The URL of a PostgreSQL database, a file, which is made with its folder where it is missing, or
   * `:memory:`.
   */
  where: string
  /** As which PostgreSQL's operators see the connections. */
  name: string
  /** Hears of connections that are lost between statements; new ones take their place. */
  onTrouble: (error: Error) => void
  /** On PostgreSQL, the schema that its tables have to themselves; else the one of the URL. */
  ownSchema?: string
  /** Whether other processes may have it open as well, which PostgreSQL alone allows. */
  isShared?: boolean
  /** Hears what those say with `notice`. */
  onNotice?: (text: string) => void
  /** The way to those was lost and is there again: what they said meanwhile was not heard. */
  onHeldAgain?: () => void
  /** Hears what is written; whoever opens the database may keep something in step with it. */
  watcher?: Watcher
}

/**
 * Opens a database and brings its tables up to date. Throws a `DatabaseUnusable` where another
 * process has it open, unless both share it.
 */
export async function open<T>(options: Options): Promise<Kysely<T>> {
  const { where, migrations, watcher } = options
  if (!isPostgresUrl(where)) return migrated(openSqlite<T>(where, { watcher }), { migrations })
  // Only now: who is content with SQLite does not wait for the other driver to load.
  const { openPostgres, asUnusable } = await import('./postgres.ts')
  return asUnusable(where, async () => {
    const { db, schema } = await openPostgres<T>(where, options)
    return migrated(db, { migrations, schema })
  })
}

/** Makes a SQLite file that is filled as a whole, and is worthless before it has been closed. */
export function openForLoading<T>(path: string, { migrations }: Migrations): Promise<Kysely<T>> {
  return migrated(openSqlite<T>(path, { loading: true }), { migrations })
}

async function migrated<T>(
  db: Kysely<T>,
  { migrations, schema }: Migrations & { schema?: string },
): Promise<Kysely<T>> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Without it, the same tables in another schema of the database would be taken for ours.
    ...(schema !== undefined && { migrationTableSchema: schema }),
  }).migrateToLatest()
  if (error) {
    await db.destroy()
    throw error
  }
  return db
}
