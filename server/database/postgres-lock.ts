import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import { DatabaseUnusable } from './unusable.ts'

/** The first half of the lock's number; the second is made from the schema. */
const LOCK = 4310
/** The server may need this long to notice that a process was killed. */
const PATIENCE_MS = 3000
const PAUSE_MS = 100

type Holder = { client: pg.Client; schema: string }

type Options = {
  settings: pg.ClientConfig
  /** How messages call the database. */
  name: string
  onTrouble: (error: Error) => void
  /** What a new connection begins with. */
  prepare: (client: pg.Client) => Promise<void>
  /** The lock was lost and is held again: others may have had the database in between. */
  onHeldAgain?: (() => void) | undefined
}

/**
 * Keeps other processes from the database while this one has it: two servers would do each task
 * twice. PostgreSQL keeps the lock for one connection and drops it with that, so it is asked for
 * before each use: when the connection was lost, it is taken anew or the use is refused.
 */
export function createLock({ settings, name, onTrouble, prepare, onHeldAgain }: Options) {
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
      const schema = await lockedSchema(client, name)
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

async function lockedSchema(client: pg.Client, name: string): Promise<string> {
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
  const until = Date.now() + PATIENCE_MS
  while (!(await tryLock(client, schema))) {
    if (Date.now() > until) {
      throw new DatabaseUnusable(
        `The database ${name} is in use by another process: stop that, or name another database.`,
      )
    }
    await sleep(PAUSE_MS)
  }
  return schema
}

async function tryLock(client: pg.Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock($1, hashtext($2)) as locked',
    [LOCK, schema],
  )
  return rows[0]?.locked === true
}
