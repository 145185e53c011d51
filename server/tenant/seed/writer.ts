import { sql, type Insertable } from 'kysely'

import type { Db } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

type Table = keyof Database

/** Rows per statement. */
const CHUNK = 200

/**
 * Collects rows and writes them with one statement for many. They go in as one JSON parameter: a
 * statement with a parameter for each value is large, and its memory, which Node does not know of,
 * stays taken until Node next collects garbage. A million accounts would need gigabytes.
 */
export function bulkWriter(db: Db) {
  const waiting = new Map<Table, Record<string, unknown>[]>()

  const write = async (table: Table, rows: Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {})
    const values = JSON.stringify(rows.map((row) => columns.map((column) => row[column])))
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(columns.map((_, index) => sql`value ->> ${sql.lit(index)}`))}
      from json_each(${values})`.execute(db)
  }

  const drain = async (least: number) => {
    for (const [table, rows] of waiting) {
      while (rows.length > 0 && rows.length >= least) await write(table, rows.splice(0, CHUNK))
    }
  }

  return {
    add<T extends Table>(table: T, row: Insertable<Database[T]>): void {
      const rows = waiting.get(table)
      if (rows) rows.push(row)
      else waiting.set(table, [row])
    },
    /** Writes what fills a statement; called often, it keeps the memory small. */
    writeFull: () => drain(CHUNK),
    writeAll: () => drain(1),
  }
}
export type Writer = ReturnType<typeof bulkWriter>
