import type BetterSqlite3 from 'better-sqlite3'
import { SqliteDialect } from 'kysely'

const REMEMBERED = 200
/** A statement takes many times the memory of its text. */
const LONGEST_TEXT = 8192
const NOTHING = 'select 1'

/** Speaks to a connection that is open; `close` is called once Kysely is done with it. */
export function sqliteDialect(sqlite: BetterSqlite3.Database, close: () => void): SqliteDialect {
  const prepare = remembering((text: string) => sqlite.prepare<unknown[]>(text))
  const database = {
    // A full disk, among other things, ends a transaction by itself. To roll it back once more would
    // fail as well, and hide why.
    prepare: (text: string) =>
      prepare(text === 'rollback' && !sqlite.inTransaction ? NOTHING : text),
    close,
  }
  return new SqliteDialect({ database })
}

/** To prepare a short statement takes longer than to run it, and most are run again. */
function remembering<T>(prepare: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST_TEXT) return prepare(text)
    const statement = known.get(text) ?? prepare(text)
    known.delete(text)
    known.set(text, statement)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
    return statement
  }
}
