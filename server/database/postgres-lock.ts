import { setTimeout as sleep } from 'node:timers/promises'

import { sql } from 'kysely'
import pg from 'pg'

import { DatabaseInUse, DatabaseUnusable } from './unusable.ts'

/** The first half of the lock's number; the second is made from the schema. */
const LOCK = 4310
/** The server may need this long to notice that a process was killed. */
export const PATIENCE_MS = 3000
const PAUSE_MS = 100

type Holder = { client: pg.Client; schema: string }

type Options = {
  settings: pg.ClientConfig
  /** Whether other processes that share it as well may have it at the same time. */
  isShared: boolean
  /** How long it is waited for, in ms. */
  patience?: number | undefined
  /** How messages call the database. */
  name: string
  onTrouble: (error: Error) => void
  /** What a new connection begins with. */
  prepare: (client: pg.Client) => Promise<void>
  /** The lock was lost and is held again: others may have had the database in between. */
  onHeldAgain?: (() => void) | undefined
  /** Hears what other processes on the same schema say with `notice`. */
  onNotice?: ((text: string) => void) | undefined
}

/** Of its schema: others in the same database have theirs. */
const CHANNEL = "'muster_' || md5(current_schema())"

/** What the others on the schema hear, up to 8000 bytes of it. */
export const notice = (text: string) => sql`select pg_notify(${sql.raw(CHANNEL)}, ${text})`

/**
 * Keeps other processes from the database while this one has it: two servers would do each task
 * twice. PostgreSQL keeps the lock for one connection and drops it with that, so it is asked for
 * before each use: when the connection was lost, it is taken anew or the use is refused. Those that
 * share it keep out who wants it alone, and hear each other over the same connection.
 */
export function createLock(options: Options) {
  const { settings, name, onTrouble, prepare, onHeldAgain, onNotice } = options
  const { isShared, patience = PATIENCE_MS } = options
  let holder: Holder | undefined
  let wasHeld = false
  let taking: Promise<Holder> | undefined

  async function take(): Promise<Holder> {
    const client = new pg.Client(settings)
    const drop = () => {
      if (holder?.client === client) holder = undefined
    }
    // The server tells of it before the connection ends.
    client.on('error', (error) => {
      drop()
      onTrouble(error)
    })
    client.on('end', drop)
    try {
      await client.connect()
      await prepare(client)
      const schema = await lockedSchema(client, { name, isShared, patience })
      if (onNotice) await listen(client, onNotice)
      holder = { client, schema }
      if (wasHeld) onHeldAgain?.()
      wasHeld = true
      return holder
    } catch (error) {
      await client.end().catch(onTrouble)
      throw error
    }
  }

  return {
    async held(): Promise<Holder> {
      if (holder) return holder
      taking ??= take().finally(() => {
        taking = undefined
      })
      return taking
    },
    async release(): Promise<void> {
      await holder?.client.end()
    },
  }
}

async function listen(client: pg.Client, hear: (text: string) => void): Promise<void> {
  client.on('notification', ({ payload }) => hear(payload ?? ''))
  const { rows } = await client.query<{ channel: string }>(`select ${CHANNEL} as channel`)
  for (const { channel } of rows) await client.query(`listen ${client.escapeIdentifier(channel)}`)
}

type Wish = { name: string; isShared: boolean; patience: number }

async function lockedSchema(client: pg.Client, wish: Wish): Promise<string> {
  const { name, isShared, patience } = wish
  const { rows } = await client.query<{ schema: string | null; encoding: string }>(
    "select current_schema() as schema, current_setting('server_encoding') as encoding",
  )
  const { schema = null, encoding = '' } = rows[0] ?? {}
  if (schema === null) throw new DatabaseUnusable(`The database ${name} has no schema for tables.`)
  if (encoding !== 'UTF8') {
    throw new DatabaseUnusable(
      `The database ${name} cannot hold every name: its encoding has to be UTF8, not ${encoding}.`,
    )
  }
  const until = Date.now() + patience
  while (!(await tryLock(client, schema, isShared))) {
    if (Date.now() >= until) {
      throw new DatabaseInUse(
        `The database ${name} is in use by another process: stop that, or name another database.`,
      )
    }
    await sleep(PAUSE_MS)
  }
  return schema
}

async function tryLock(client: pg.Client, schema: string, isShared: boolean): Promise<boolean> {
  const lock = isShared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock'
  const { rows } = await client.query<{ locked: boolean }>(
    `select ${lock}($1, hashtext($2)) as locked`,
    [LOCK, schema],
  )
  return rows[0]?.locked === true
}
