import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { sql, type Kysely } from 'kysely'

import { asStartError } from '../../database/as-start-error.ts'
import { isPostgres } from '../../database/dialect.ts'
import { dataFolder } from '../../lib/data-folder.ts'
import { openDatabase, openForLoading } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { seed } from './seed.ts'

type Wanted = { database: string; identities: number; accounts: number | undefined }

/** The URL where one is given, else the file in the data folder. */
export function databaseOf({ data, databaseUrl }: { data: string; databaseUrl?: string }): string {
  return databaseUrl || databaseIn(data)
}

/** The database file of a folder, which is made where it is missing. */
export const databaseIn = (data: string) => join(dataFolder(data), 'tenant.sqlite')

/** Fills an empty database. One that holds data already is left alone: undefined. */
export async function fillDatabase({ database, identities, accounts }: Wanted) {
  return asStartError(database, async () => {
    const db = await openDatabase(database)
    try {
      const source = await db.selectFrom('source').select('id').limit(1).executeTakeFirst()
      const identity = await db.selectFrom('identity').select('id').limit(1).executeTakeFirst()
      if (source || identity) return undefined
      const options = { identities, accounts, now: new Date() }
      if (!isPostgres(db)) {
        return await withNewFile(db, database, (fresh) => seed(fresh, options))
      }
      const filled = await seed(db, options)
      // Before that, PostgreSQL looks at the row of each entry of an index, to see if it is there.
      await sql`vacuum (analyze)`.execute(db)
      return filled
    } finally {
      await db.destroy()
    }
  })
}

type Fill<T> = (db: Kysely<Database>) => Promise<T>

/**
 * Fills a file beside the database and puts it in its place once it is whole and on the disk, while
 * the database is locked. Without a journal that takes half as long, and a cut leaves the database
 * as empty as it was.
 */
async function withNewFile<T>(old: Kysely<Database>, path: string, fill: Fill<T>): Promise<T> {
  const beside = `${path}.new`
  for (const file of [beside, `${beside}.lock`]) rmSync(file, { force: true })
  const db = await openForLoading(beside)
  const filled = await fill(db).finally(() => db.destroy())
  rmSync(`${beside}.lock`)
  sync(beside)
  // What is left of the old file's journal would be taken for the new one's.
  await sql`pragma journal_mode = delete`.execute(old)
  renameSync(beside, path)
  sync(dirname(path))
  return filled
}

/** Returns when the disk has what was written to the file, or the folder has its names. */
function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
