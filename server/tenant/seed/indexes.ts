import { sql } from 'kysely'

import type { Db } from '../store/database.ts'

/**
 * Does `load` while the tables have no index but their primary keys, and builds the others in one go
 * afterwards. To keep them up to date row by row takes most of the time of a large load, for each
 * row lands on another page of each of them.
 */
export async function withoutIndexes<T>(
  db: Db,
  tables: readonly string[],
  load: () => Promise<T>,
): Promise<T> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master
    where type = 'index' and sql is not null and tbl_name in (${sql.join(tables)})
    order by name`.execute(db)
  for (const { name } of rows) await db.schema.dropIndex(name).execute()
  const result = await load()
  for (const { sql: create } of rows) await sql.raw(create).execute(db)
  return result
}
