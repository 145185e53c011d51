import { sql } from 'kysely'

import { isPostgres } from '../../database/dialect.ts'
import type { Db } from './database.ts'

export type Index = { name: string; table: string; create: string }

/** The indexes that `create index` made, by name; those behind keys belong to their tables. */
export async function indexesOf(db: Db): Promise<Index[]> {
  const list = isPostgres(db)
    ? sql<Index>`
        select indexname as name, tablename as "table", indexdef as "create" from pg_indexes
        where schemaname = current_schema() and not exists (
          select from pg_constraint
          where conindid = format('%I.%I', schemaname, indexname)::regclass)
        order by name`
    : sql<Index>`
        select name, tbl_name as "table", sql as "create" from sqlite_master
        where type = 'index' and sql is not null order by name`
  const { rows } = await list.execute(db)
  return rows
}
