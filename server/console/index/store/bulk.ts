import { sql, type RawBuilder } from 'kysely'

import { isPostgres } from '../../../database/dialect.ts'
import type { IndexDb } from './database.ts'

type Value = string | number | null
type Row = Record<string, Value>
type Table = 'account' | 'identity'

/** Rows that are written at one stroke. SQLite holds up everybody else meanwhile. */
export const pieceOf = (db: IndexDb) => (isPostgres(db) ? 500 : 25)

/** Adds rows that are not there yet; answers with the numbers that they get. */
export async function insertRows(db: IndexDb, table: Table, rows: Row[]) {
  const columns = columnsOf(rows)
  const values = isPostgres(db)
    ? sql`select * from ${listsOf(rows, columns)}`
    : sql`values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((c) => row[c]))})`))}`
  const added = await sql<{ ord: number; id: string }>`
    insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))})
    ${values} returning ord, id`.execute(db)
  return added.rows
}

/** Gives the rows of these numbers other values. */
export async function updateRows(
  db: IndexDb,
  table: Table,
  rows: (Row & { ord: number })[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(rows).filter((column) => column !== 'ord')
  if (isPostgres(db)) {
    const sets = columns.map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`)
    const given = listsOf(rows, ['ord', ...columns])
    await sql`update ${sql.table(table)} set ${sql.join(sets)} from ${given}
      where ${sql.table(table)}.ord = given.ord`.execute(db)
    return
  }
  for (const row of rows) {
    const sets = columns.map((column) => sql`${sql.ref(column)} = ${row[column]}`)
    await sql`update ${sql.table(table)} set ${sql.join(sets)} where ord = ${row.ord}`.execute(db)
  }
}

const columnsOf = ([first]: Row[]) => Object.keys(first ?? {})

/** A list for each column: a parameter for each value would take longer to read than the rows. */
function listsOf(rows: Row[], columns: string[]): RawBuilder<unknown> {
  const lists = columns.map((column) => {
    const type = sql.raw(numbers.has(column) ? 'bigint[]' : 'text[]')
    return sql`${rows.map((row) => row[column])}::${type}`
  })
  const names = columns.map((column) => sql.ref(column))
  return sql`unnest(${sql.join(lists)}) as given (${sql.join(names)})`
}

const numbers = new Set(['ord', 'created', 'modified', 'password_changed'])
