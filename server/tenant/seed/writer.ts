import { CompiledQuery, type Insertable } from 'kysely'

import { isPostgres } from '../../database/dialect.ts'
import type { Db } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

type Table = keyof Database

/** Rows per statement: few enough for SQLite to remember it; a server is a round trip away. */
const CHUNK = { sqlite: 50, postgres: 1000 }

/** Collects rows and writes them with one statement for many. */
export function bulkWriter(db: Db) {
  const chunk = isPostgres(db) ? CHUNK.postgres : CHUNK.sqlite
  const waiting = new Map<Table, Record<string, unknown>[]>()

  const write = async (table: Table, rows: Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {})
    const into = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})`
    if (isPostgres(db)) {
      const from = `json_populate_recordset(null::"${table}", $1)`
      const text = `${into} select ${columns.map((column) => `"${column}"`).join(', ')} from ${from}`
      await db.executeQuery(CompiledQuery.raw(text, [JSON.stringify(rows)]))
      return
    }
    const places = `(${columns.map(() => '?').join(', ')})`
    const text = `${into} values ${rows.map(() => places).join(', ')}`
    const values = rows.flatMap((row) => columns.map((column) => row[column]))
    await db.executeQuery(CompiledQuery.raw(text, values))
  }

  const drain = async (least: number) => {
    for (const [table, rows] of waiting) {
      while (rows.length > 0 && rows.length >= least) await write(table, rows.splice(0, chunk))
    }
  }

  return {
    add<T extends Table>(table: T, row: Insertable<Database[T]>): void {
      const rows = waiting.get(table)
      if (rows) rows.push(row)
      else waiting.set(table, [row])
    },
    /** Writes what fills a statement; called often, it keeps the memory small. */
    writeFull: () => drain(chunk),
    writeAll: () => drain(1),
  }
}
export type Writer = ReturnType<typeof bulkWriter>
