import { sql } from 'kysely'

import type { IndexDb } from './database.ts'
import type { Owner } from './text.ts'

const owners: readonly Owner[] = ['account', 'identity']

/**
 * Of a server that does not have the extension, or not for this user. Another process may also have
 * made it just now.
 */
const NOT_MADE = new Set(['0A000', '42501', '58P01', '23505', '42710'])

/** Lets PostgreSQL find text inside others by an index. False where it cannot. */
export async function indexTrigrams(db: IndexDb): Promise<boolean> {
  const schema = (await extensionSchema(db)) ?? (await createExtension(db))
  if (schema === undefined) return false
  for (const of of owners) {
    const [name, table] = [sql.id(`${of}_text_trigrams`), sql.table(`${of}_text`)]
    await sql`create index if not exists ${name} on ${table}
      using gin (text ${sql.id(schema, 'gin_trgm_ops')})`.execute(db)
  }
  return true
}

/** A database has it once, wherever it was put; our tables look in their own schema alone. */
async function extensionSchema(db: IndexDb): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`
    select nspname::text as schema from pg_extension
    join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm'`.execute(db)
  return rows[0]?.schema
}

async function createExtension(db: IndexDb): Promise<string | undefined> {
  try {
    await sql`create extension if not exists pg_trgm`.execute(db)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!NOT_MADE.has(code)) throw error
  }
  return extensionSchema(db)
}
