import { sql, type Kysely, type KyselyPlugin } from 'kysely'

import { PATIENCE_MS } from '../../../database/postgres-lock.ts'
import { asUnusable, openPostgres } from '../../../database/postgres.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { DatabaseUnusable } from '../../../database/unusable.ts'
import { databaseName } from '../../../lib/database-url.ts'
import type { IndexDb } from './database.ts'
import { IndexChanged } from './index-changed.ts'
import type { IndexFile, Log } from './index-file.ts'
import type { IndexTables } from './schema.ts'
import { createTables, FORMAT } from './tables.ts'
import { indexTrigrams } from './trigrams.ts'

/** The table that says what the others hold. */
const MARK = 'muster_index'

type Place = {
  url: string
  /** It is for the copy alone. */
  schema: string
  /** How long to wait for it where another process has it. */
  patience?: number
}

/** As the file of SQLite, but in a schema of PostgreSQL. */
export async function openIndexSchema(place: Place, log: Log): Promise<IndexFile> {
  const { url, schema: own, patience = PATIENCE_MS } = place
  const database = databaseName(url)
  let generation = 0
  let renewals = 0
  let current: Kysely<IndexTables> | undefined
  const { db, schema } = await asUnusable(url, () =>
    openPostgres<IndexTables>(url, {
      name: 'muster-index',
      onTrouble: (error) => log.error?.(error),
      ownSchema: own,
      anyText: true,
      patience,
      onDoubt: nextGeneration,
    }),
  )
  const tellAnew = (why: string) =>
    log.warn(`The index ${schema} in the database ${database} is made anew: ${why}.`)

  function nextGeneration(): void {
    generation += 1
    current = undefined
  }

  /** For this generation: what was begun before it was another is refused. */
  function connection(): Kysely<IndexTables> {
    if (current) return current
    const since = generation
    current = db.withPlugin(refusing(() => since !== generation))
    return current
  }

  async function prepare(): Promise<void> {
    const problem = await problemOf(db, `The schema ${schema} of the database ${database}`)
    if (problem) tellAnew(problem)
    if (problem !== undefined) await makeAnew(db, schema)
    if (await indexTrigrams(db)) return
    log.warn(
      `The database ${database} lacks the extension pg_trgm, which this user cannot create: finding text among many accounts will be slow.`,
    )
  }

  try {
    await asUnusable(url, prepare)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    get write() {
      return connection()
    },
    get read() {
      return connection()
    },
    get generation() {
      return generation
    },
    get renewals() {
      return renewals
    },
    async renew(why) {
      tellAnew(why)
      renewals += 1
      nextGeneration()
      await makeAnew(db, schema)
      await indexTrigrams(db)
    },
    close: () => db.destroy(),
  }
}

const refusing = (isOver: () => boolean): KyselyPlugin => {
  const check = () => {
    if (isOver()) throw new IndexChanged('The index was made anew meanwhile.')
  }
  return {
    transformQuery({ node }) {
      check()
      return node
    },
    async transformResult({ result }) {
      check()
      return result
    },
  }
}

/** Why the tables are of no use; empty where there are none. */
async function problemOf(db: IndexDb, place: string): Promise<string | undefined> {
  const names = await tablesOf(db)
  if (names.length === 0) return ''
  // Nobody but us calls a table so. Others' tables are not ours to throw away.
  if (!names.includes(MARK)) {
    throw new DatabaseUnusable(
      `${place} holds tables of something else: the index needs it for itself.`,
    )
  }
  const { rows } = await sql<{ format: number }>`select format from ${sql.table(MARK)}`.execute(db)
  const format = rows[0]?.format
  return format === FORMAT ? undefined : `it was written by another version of Muster (${format})`
}

async function makeAnew(db: IndexDb, schema: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    // Not "if not exists": that asks for the right to make one even where there is one.
    if (!(await isThere(trx, schema))) await sql`create schema ${sql.id(schema)}`.execute(trx)
    for (const name of await tablesOf(trx)) await sql`drop table ${sql.table(name)}`.execute(trx)
    await createTables(trx)
    await sql`create table ${sql.table(MARK)} as select ${FORMAT}::integer as format`.execute(trx)
  })
}

async function isThere(db: IndexDb, schema: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select to_regnamespace(quote_ident(${schema})) is not null as "is"`.execute(db)
  return rows[0]?.is === true
}

async function tablesOf(db: IndexDb): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tablename::text as name from pg_tables
    where schemaname = current_schema()`.execute(db)
  return rows.map(({ name }) => name)
}
