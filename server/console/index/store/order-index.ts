import { sql, type Kysely } from 'kysely'

import { isPostgres } from '../../../database/dialect.ts'

/**
 * An index to look up rows of `on` by the column, and to read them in its order. SQLite adds the
 * number of the row by itself, and begins with what is null.
 */
export async function orderIndex<T>(db: Kysely<T>, on: string, column: string): Promise<void> {
  const name = sql.id(`${on}_${column}`)
  const ref = sql.ref(column)
  const columns = isPostgres(db) ? sql`${ref} nulls first, ord` : ref
  await sql`create index ${name} on ${sql.table(on)} (${columns})`.execute(db)
}
