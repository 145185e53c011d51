import { CompiledQuery, type Insertable } from 'kysely'

import type { Db } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

type Table = keyof Database

/** Rows per statement: with the widest table still far below SQLite's 32,766 parameters. */
const CHUNK = 200

/**
 * Collects rows and writes them with one statement for many. The SQL is made here, for building it
 * through the query builder takes several times as long as running it.
 */
export function bulkWriter(db: Db) {
  const waiting = new Map<Table, Record<string, unknown>[]>()

  const write = async (table: Table, rows: Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {})
    const marks = `(${columns.map(() => '?').join(', ')})`
    const names = columns.map((column) => `"${column}"`).join(', ')
    const values = rows.map(() => marks).join(', ')
    await db.executeQuery(
      CompiledQuery.raw(
        `insert into "${table}" (${names}) values ${values}`,
        rows.flatMap((row) => columns.map((column) => row[column])),
      ),
    )
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
