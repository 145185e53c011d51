import { sql } from 'kysely'

import { isPostgres } from '../../database/dialect.ts'
import type { Db } from '../store/database.ts'
import { indexesOf } from '../store/indexes.ts'

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
  const indexes = (await indexesOf(db)).filter(({ table }) => tables.includes(table))
  for (const { name } of indexes) await db.schema.dropIndex(name).execute()
  const result = await load()
  for (const { create } of indexes) await sql.raw(create).execute(db)
  // PostgreSQL chooses an index by what it knows of the values, and looks at them late by itself.
  if (isPostgres(db)) {
    for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(db)
  }
  return result
}

/** The same without the triggers of the tables: what they do has to be done by `load`. */
export async function undisturbed<T>(
  db: Db,
  tables: readonly string[],
  load: () => Promise<T>,
): Promise<T> {
  return withoutTriggers(db, tables, () => withoutIndexes(db, tables, load))
}

async function withoutTriggers<T>(db: Db, tables: readonly string[], load: () => Promise<T>) {
  if (isPostgres(db)) {
    const switched = async (word: 'disable' | 'enable') => {
      for (const table of tables) {
        await sql`alter table ${sql.table(table)} ${sql.raw(word)} trigger user`.execute(db)
      }
    }
    await switched('disable')
    const result = await load()
    await switched('enable')
    return result
  }
  const { rows } = await sql<{ name: string; create: string }>`
    select name, sql as "create" from sqlite_master
    where type = 'trigger' and tbl_name in (${sql.join(tables)}) order by name`.execute(db)
  for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(db)
  const result = await load()
  for (const { create } of rows) await sql.raw(create).execute(db)
  return result
}
