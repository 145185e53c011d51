import { Kysely, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from 'kysely'
import pg from 'pg'

import { databaseName } from '../lib/database-url.ts'
import { plainText, storedValue } from './any-text.ts'
import { lease } from './postgres-lease.ts'
import { createLock } from './postgres-lock.ts'
import { DatabaseUnusable } from './unusable.ts'
import { watched, type Watcher } from './watched.ts'

const CONNECTIONS = 10
const HANGING_MS = 5000
const BEGINS = /^\s*(begin|start transaction)\b/i
/** The first half of the number of the lock that a transaction holds; the second is of the schema. */
const TURN = 4311

type Options = {
  /** As which the server's operators see its connections. */
  name: string
  /** Hears of connections that are lost between statements; new ones take their place. */
  onTrouble: (error: Error) => void
  /** Where its tables are: a schema of their own beside the one that the URL leads to. */
  ownSchema?: string | undefined
  watcher?: Watcher | undefined
  /** Lets text hold U+0000 as well, which PostgreSQL does not store. */
  anyText?: boolean
  /**
   * The database may hold something else than this process has been told: the answer to a commit
   * was lost, or the lock, so that another process may have written.
   */
  onDoubt?: () => void
  /**
   * Other processes may have its tables open as well, if they share them too. Their transactions
   * and ours run one at a time.
   */
  isShared?: boolean | undefined
  /** Where it is shared, hears what another process says with `notice`. */
  onNotice?: ((text: string) => void) | undefined
  /** The lock was lost, and is held again. */
  onHeldAgain?: () => void
  /** How long another process is waited for that has it, in ms. */
  patience?: number
}

/** Opens the database, and finds the schema that its tables are in. */
export async function openPostgres<T>(url: string, options: Options) {
  const { name, onTrouble, ownSchema, watcher, anyText = false, onDoubt } = options
  const { isShared = false, onNotice, onHeldAgain, patience } = options
  const settings = {
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    types: { getTypeParser: anyText ? anyTextParser : getTypeParser },
    // A process that hangs in the midst of a transaction must not hold up the others for ever.
    ...(isShared && { idle_in_transaction_session_timeout: HANGING_MS }),
  }
  const prepare = (client: pg.ClientBase) => enterSchema(client, ownSchema)
  const lock = createLock({
    settings,
    name: databaseName(url),
    onTrouble,
    prepare,
    onHeldAgain: onHeldAgain ?? onDoubt,
    isShared,
    patience,
    onNotice,
  })
  const { schema } = await lock.held()

  const pool = new pg.Pool({ ...settings, max: CONNECTIONS, onConnect: prepare })
  // A connection tells of its loss by an event, which would end the process if nobody listened.
  pool.on('error', onTrouble)
  pool.on('connect', (client) => client.on('error', () => {}))
  async function connect(): Promise<pg.PoolClient> {
    await lock.held()
    return pool.connect()
  }
  const dialect = new PostgresDialect({
    pool: {
      options: pool.options,
      connect: async () => {
        const leased = doubting(await lease(connect, CONNECTIONS + 1), onDoubt)
        const own = isShared ? takingTurns(leased) : leased
        return anyText ? storingAnyText(own) : own
      },
      async end() {
        await pool.end()
        await lock.release()
      },
    },
  })
  return { db: new Kysely<T>({ dialect: watched(dialect, watcher) }), schema }
}

/** Makes the schema where it is missing, and lets what the connection does happen there. */
async function enterSchema(client: pg.ClientBase, own: string | undefined): Promise<void> {
  if (own === undefined) return
  const { rows } = await client.query<{ name: string | null; known: boolean }>(
    `select name, to_regnamespace(quote_ident(name)) is not null as known from (
      select case current_schema() when 'public' then $1 else current_schema() || '_' || $1 end
    ) as own (name)`,
    [own],
  )
  const { name = null, known = false } = rows[0] ?? {}
  // The database has no schema at all: the lock says so.
  if (name === null) return
  const schema = client.escapeIdentifier(name)
  if (!known) await client.query(`create schema if not exists ${schema}`).catch(unlessThere)
  await client.query(`set search_path to ${schema}`)
}

/** Another process has made it at the same moment, which PostgreSQL tells in two ways. */
function unlessThere(error: unknown): void {
  const code = error instanceof pg.DatabaseError ? error.code : undefined
  if (code !== '23505' && code !== '42P06') throw error
}

type Query = (text: string, values: unknown[]) => Promise<PostgresQueryResult<unknown>>
/** Of the two overloads of a connection's query only the one with text: nothing reads with a cursor. */
const asQuery = (query: Query) => query as unknown as PostgresPoolClient['query']

/** A commit that fails may have been written all the same. */
function doubting(client: PostgresPoolClient, onDoubt: Options['onDoubt']): PostgresPoolClient {
  if (!onDoubt) return client
  const query: Query = async (text, values) => {
    try {
      return await client.query(text, values)
    } catch (error) {
      if (/^\s*commit\b/i.test(text)) onDoubt()
      throw error
    }
  }
  return { query: asQuery(query), release: (discard) => client.release(discard) }
}

/**
 * Lets one transaction at a time begin, over all processes that share the schema, as those of one
 * process do (`inTransaction`).
 */
function takingTurns(client: PostgresPoolClient): PostgresPoolClient {
  const query: Query = async (text, values) => {
    const result = await client.query(text, values)
    if (BEGINS.test(text)) {
      await client.query('select pg_advisory_xact_lock($1, hashtext(current_schema()))', [TURN])
    }
    return result
  }
  return { query: asQuery(query), release: (discard) => client.release(discard) }
}

function storingAnyText(client: PostgresPoolClient): PostgresPoolClient {
  const query: Query = (text, values) => client.query(text, values.map(storedValue))
  return { query: asQuery(query), release: (discard) => client.release(discard) }
}

/** Counts and times are far below the bound from which on a JavaScript number is not exact. */
function getTypeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format)
}

function anyTextParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  return type === pg.types.builtins.TEXT ? plainText : getTypeParser(type, format)
}

/** What keeps a database from being opened is for whoever starts the server, not a fault of ours. */
export async function asUnusable<T>(url: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof DatabaseUnusable || !isAboutDatabase(error)) throw error
    throw new DatabaseUnusable(
      `The database ${databaseName(url)} cannot be used: ${reasonOf(error)}.`,
    )
  }
}

const isAboutDatabase = (error: unknown): error is Error =>
  error instanceof pg.DatabaseError ||
  (error instanceof Error && ('code' in error || /timeout|connection|SSL/i.test(error.message)))

/** Where a name stands for several addresses, the error holds one for each and says nothing. */
function reasonOf(error: Error): string {
  const [first]: unknown[] = error instanceof AggregateError ? error.errors : []
  const { message } = first instanceof Error ? first : error
  return message.replace(/\.$/, '')
}
