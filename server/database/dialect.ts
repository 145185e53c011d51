import { PostgresAdapter, sql, type Kysely, type QueryExecutorProvider } from 'kysely'

type Connection = Pick<Kysely<unknown>, 'getExecutor'>

/** Whether the connection, or transaction, is one to PostgreSQL. */
export function isPostgres(db: Connection): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/**
 * Lets a column that counts its rows go on after the greatest number there is. SQLite looks for that
 * number by itself; PostgreSQL does not know of numbers that were given to it.
 */
export async function continueSequence(
  db: Connection & QueryExecutorProvider,
  table: string,
  column: string,
): Promise<void> {
  if (!isPostgres(db)) return
  const last = sql`(select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)})`
  await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last}, false)`.execute(db)
}
