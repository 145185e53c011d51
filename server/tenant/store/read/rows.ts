import { sql } from 'kysely'

import type { Db } from '../database.ts'
import { conditionOf, orderOf, type Columns } from './columns.ts'
import type { ListQuery } from './page.ts'

type Listed = 'identity' | 'task'

type Fixed = { column: 'correlated' | 'state'; value: string | number }

/** The statement for the ids of one page, and the condition that it shares with the count. */
export function pageStatement(
  table: Listed,
  columns: Columns,
  query: ListQuery,
  fixed: Fixed[] = [],
) {
  const condition = conditionOf(query.filters, columns)
  const conditions = fixed.map(({ column, value }) => sql`${sql.ref(column)} = ${value}`)
  if (query.sourceIds) conditions.push(onSources(query.sourceIds))
  if (condition) conditions.push(sql`(${condition})`)
  const where = conditions.length ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const by = orderOf(query.sorters, columns).map(({ column, descending }) => {
    const direction = sql.raw(descending ? 'desc' : 'asc')
    const nulls = column.nullable ? sql.raw(descending ? ' nulls last' : ' nulls first') : sql``
    return sql`${sql.ref(column.name)} ${direction}${nulls}`
  })
  const statement = sql<{ id: string }>`
    select id from ${sql.table(table)} ${where}
    order by ${sql.join(by)} limit ${query.limit} offset ${query.offset}`
  return { statement, where }
}

function onSources(ids: string[]) {
  return ids.length ? sql`source_id in (${sql.join(ids)})` : sql`1 = 0`
}

/**
 * The ids of one page, in order, and the count where it is wanted. Ids come from an index alone; the
 * rows follow by their ids, which keeps deep offsets quick.
 */
export async function pageOfIds(
  db: Db,
  table: Listed,
  columns: Columns,
  query: ListQuery,
  fixed: Fixed[] = [],
): Promise<{ ids: string[]; total: number | undefined }> {
  const { statement, where } = pageStatement(table, columns, query, fixed)
  const counted = query.count
    ? await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} ${where}`.execute(db)
    : undefined
  const total = counted && Number(counted.rows[0]?.n ?? 0)
  if (query.limit === 0) return { ids: [], total }
  const { rows } = await statement.execute(db)
  return { ids: rows.map(({ id }) => id), total }
}

/** Rows in the order of the ids; an id that has no row any more is left out. */
export function inOrder<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The names of identities by id, in one statement. */
export async function identityNames(db: Db, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
