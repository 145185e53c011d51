import { closeSync, openSync, rmSync } from 'node:fs'

import BetterSqlite3 from 'better-sqlite3'
import type { Kysely } from 'kysely'

import { lock } from '../../../database/sqlite.ts'
import { openReader, openWriter, type Connection } from './database.ts'
import type { IndexTables } from './schema.ts'
import { createTables } from './tables.ts'

/** What a file of ours says that it is, in its header. */
const APPLICATION = 0x4d757374
/** Of what a file holds, and how. Raise it with every change: a file of another is made anew. */
const FORMAT = 3

type Log = { warn: (text: string) => void }
type Connections = { write: Connection; read: Connection }

/** The copy's database. Both connections are others after `renew`. */
export type IndexFile = {
  readonly write: Kysely<IndexTables>
  /** For questions, which do not wait for a write that is under way. */
  readonly read: Kysely<IndexTables>
  /** Rises with each `renew`: numbers of rows are only good within one. */
  readonly generation: number
  /** Throws away what is there and begins with nothing. */
  renew: (why: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens the copy for this process alone, and makes it where it is missing. What cannot be used is
 * made anew, since all of it can be read again from the tenant. Throws a `DatabaseUnusable` where
 * another process has it open.
 */
export async function openIndexFile(path: string, log: Log): Promise<IndexFile> {
  const isFile = path !== ':memory:'
  const unlock = isFile ? lock(path) : () => {}
  const tellAnew = (why: string) => log.warn(`The index ${path} is made anew: ${why}.`)
  const make = isFile ? () => makeFile(path) : openInMemory
  let open: Connections
  try {
    open = (isFile ? await openFile(path, tellAnew) : undefined) ?? (await make())
  } catch (error) {
    unlock()
    throw error
  }
  let generation = 0
  return {
    get write() {
      return open.write.db
    },
    get read() {
      return open.read.db
    },
    get generation() {
      return generation
    },
    async renew(why) {
      tellAnew(why)
      await closeAll(open)
      generation += 1
      open = await make()
    },
    async close() {
      await closeAll(open)
      unlock()
    },
  }
}

async function closeAll({ read, write }: Connections): Promise<void> {
  await read.close()
  // The last, since it is this one that tidies up the file.
  if (read !== write) await write.close()
}

async function openInMemory(): Promise<Connections> {
  const connection = openWriter(':memory:')
  await createTables(connection.db)
  return { write: connection, read: connection }
}

/** Undefined where there is no file, or none that can be used. */
async function openFile(
  path: string,
  tellAnew: (why: string) => void,
): Promise<Connections | undefined> {
  let problem: string
  try {
    const write = openWriter(path)
    const found = problemOf(write.sqlite)
    if (found === undefined) return { write, read: openReader(path) }
    await write.close()
    if (found === '') return undefined
    problem = found
  } catch (error) {
    if (!isBroken(error)) throw error
    problem = error.message
  }
  tellAnew(problem)
  return undefined
}

/** Why a file that can be read is of no use; empty where it is empty. */
function problemOf(sqlite: BetterSqlite3.Database): string | undefined {
  const read = (name: string) => Number(sqlite.pragma(name, { simple: true }))
  const [application, format] = [read('application_id'), read('user_version')]
  if (application === APPLICATION && format === FORMAT) return undefined
  if (application === APPLICATION) return `it was written by another version of Muster (${format})`
  return application === 0 && read('schema_version') === 0 ? '' : 'it is a file of something else'
}

async function makeFile(path: string): Promise<Connections> {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
  // Names and attributes of people: for this user's eyes alone. The files beside it follow suit.
  closeSync(openSync(path, 'wx', 0o600))
  const write = openWriter(path)
  const { sqlite, db } = write
  sqlite.pragma(`application_id = ${APPLICATION}`)
  await createTables(db)
  // The last: a file that was cut off before it is made anew.
  sqlite.pragma(`user_version = ${FORMAT}`)
  return { write, read: openReader(path) }
}

/** Whether the file no longer is what SQLite has written, so that nothing in it can be relied on. */
export function isBroken(error: unknown): error is Error {
  return (
    error instanceof BetterSqlite3.SqliteError && /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(error.code)
  )
}
