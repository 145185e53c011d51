import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { StartError } from '../../start-error.ts'
import { openDatabase } from '../store/database.ts'
import { seed } from './seed.ts'

type Wanted = { data: string; identities: number; accounts: number | undefined }

/** The database file of a folder, which is made where it is missing. */
export function databaseIn(data: string): string {
  const path = resolve(data)
  try {
    makeFolder(path)
    // The dot makes a file in the place of the folder an error.
    accessSync(`${path}/.`, constants.W_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/,.*$/, '') : String(error)
    throw new StartError(`The data folder ${path} cannot be written to: ${why}.`)
  }
  return join(path, 'tenant.sqlite')
}

/** Node's own recursive mkdir never returns where a file system answers ENOENT, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

/** Fills the database of a folder. One that holds data already is left alone: undefined. */
export async function fillDatabase({ data, identities, accounts }: Wanted) {
  const path = databaseIn(data)
  const db = await asStartError(path, () => openDatabase(path))
  try {
    const source = await db.selectFrom('source').select('id').limit(1).executeTakeFirst()
    const identity = await db.selectFrom('identity').select('id').limit(1).executeTakeFirst()
    if (source || identity) return undefined
    return await asStartError(path, () => seed(db, { identities, accounts, now: new Date() }))
  } finally {
    await db.destroy()
  }
}

/** What is wrong with a database file is for whoever starts the tenant, not a fault of ours. */
export async function asStartError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!(error instanceof Error) || !code.startsWith('SQLITE_')) throw error
    throw new StartError(`The database ${path} cannot be used: ${error.message}.`)
  }
}
