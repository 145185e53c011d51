import { closeSync, openSync, rmSync } from 'node:fs'

import BetterSqlite3 from 'better-sqlite3'

import { lock } from '../../../database/sqlite.ts'
import { DatabaseUnusable } from '../../../database/unusable.ts'
import { isPostgresUrl } from '../../../lib/database-url.ts'
import { openReader, openWriter, type Connection } from './database.ts'
import { IndexChanged } from './index-changed.ts'
import type { IndexFile, Log } from './index-file.ts'
import { createTables, FORMAT } from './tables.ts'

/** What a file of ours says that it is, in its header. */
const APPLICATION = 0x4d757374

type Connections = { write: Connection; read: Connection }

/**
 * Opens the copy for this process alone, and makes it where it is missing: in a file, `:memory:`, or
 * a PostgreSQL database, in which the schema is for it alone. What cannot be used is
 * made anew, since all of it can be read again from the tenant. Throws a `DatabaseUnusable` where
 * another process has the file open; on PostgreSQL there is a schema for each.
 */
export async function openIndexFile(where: string, log: Log, schema = 'index'): Promise<IndexFile> {
  if (!isPostgresUrl(where)) return openSqliteFile(where, log)
  // Only now: who is content with SQLite does not wait for the other driver to load.
  const { openFreeSchema } = await import('./free-schema.ts')
  return openFreeSchema(where, schema, log)
}

async function openSqliteFile(path: string, log: Log): Promise<IndexFile> {
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
    get renewals() {
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

/** The way to PostgreSQL: its classes of errors for that, and those of the system. */
const ON_THE_WAY = /^(08|53|57P)...?$|^E[A-Z]+$/

/** Whether an error says nothing about what was written, but that it cannot be reached now. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DatabaseUnusable || error instanceof IndexChanged) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return ON_THE_WAY.test(code) || /connection terminated|not queryable|timeout/i.test(error.message)
}

/** Of SQLite, and of PostgreSQL: what was written is damaged, or a table of ours is gone. */
const BROKEN = /^SQLITE_(CORRUPT|NOTADB|FORMAT)|^(XX00[12]|42P01)$/

/** Whether what was written is no longer what is there, so that nothing in it can be relied on. */
export function isBroken(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && BROKEN.test(String(error.code))
}
