import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import BetterSqlite3 from 'better-sqlite3'
import { Kysely } from 'kysely'

import { sqliteDialect } from './sqlite-dialect.ts'
import { DatabaseUnusable } from './unusable.ts'
import { watched, type Watcher } from './watched.ts'

/** A process that was killed may need this long to be gone. */
const LOCK_TIMEOUT_MS = 2000

/**
 * `loading` is for a new file that nobody reads before it is whole: it is written without a journal,
 * and what a cut leaves of it is worthless.
 */
export function openSqlite<T>(
  path: string,
  { loading = false, watcher }: { loading?: boolean; watcher?: Watcher | undefined } = {},
): Kysely<T> {
  const unlock = path === ':memory:' ? () => {} : lock(path)
  try {
    const sqlite = new BetterSqlite3(path)
    sqlite.pragma(`journal_mode = ${loading ? 'OFF' : 'WAL'}`)
    // An acknowledged write is on the disk: the default of WAL mode may lose the last ones.
    sqlite.pragma(`synchronous = ${loading ? 'OFF' : 'FULL'}`)
    // In KiB. The rest is left to the operating system, which gives its memory back when needed.
    sqlite.pragma(`cache_size = -${loading ? 262_144 : 32_768}`)
    if (loading) sqlite.pragma('threads = 2')
    const dialect = sqliteDialect(sqlite, () => {
      sqlite.close()
      unlock()
    })
    return new Kysely<T>({ dialect: watched(dialect, watcher) })
  } catch (error) {
    unlock()
    throw asUnusable(path, error)
  }
}

/** What is wrong with a file is for whoever starts the server, not a fault of ours. */
function asUnusable(path: string, error: unknown): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error
  return new DatabaseUnusable(`The database ${path} cannot be used: ${error.message}.`)
}

/**
 * Keeps other processes from the database while this one has it: two servers would do each task
 * twice. The lock is one of the operating system on a file beside it, which ends with the process
 * however that ends; the database itself stays open to tools that read it.
 */
export function lock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true })
  const file = new BetterSqlite3(`${path}.lock`, { timeout: LOCK_TIMEOUT_MS })
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (!(error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_BUSY')) {
      throw asUnusable(path, error)
    }
    throw new DatabaseUnusable(
      `The database ${path} is in use by another process: stop that, or name another folder.`,
    )
  }
  return () => file.close()
}
