import { randomUUID } from 'node:crypto'

import type { Kysely } from 'kysely'

import { isPostgres } from '../../database/dialect.ts'
import type { ConsoleTables } from './schema.ts'

/** What consoles on one database tell each other. */
export type Notice =
  /** Of a run: `news` is what only the console knows that carries it on. */
  | { about: 'run'; id: string; news?: unknown }
  /** Runs may be carried on that another console has let go of. */
  | { about: 'leases' }
  /** Accounts were marked as no person's, or no longer. */
  | { about: 'marks' }
  /** Nobody says this: the way to the others was lost for a while, and is there again. */
  | { about: 'missed' }

type Hear = (notice: Notice) => void
type Log = { error: (error: unknown) => void }

export type Peers = ReturnType<typeof createPeers>

/**
 * The other consoles on the same database. What they say may be lost with a connection: whoever
 * listens looks into the database as well, only not at once.
 */
export function createPeers(log: Log) {
  const me = randomUUID()
  const listeners = new Set<Hear>()
  const underWay = new Set<Promise<void>>()
  let db: Kysely<ConsoleTables> | undefined

  return {
    /** By what this process is known there. */
    me,

    on(listener: Hear): void {
      listeners.add(listener)
    },

    /** What came over the database, from anybody. */
    hear(text: string): void {
      const { from, notice }: { from: string; notice: Notice } = JSON.parse(text) // written below
      if (from !== me) for (const listener of listeners) listener(notice)
    },

    missed(): void {
      for (const listener of listeners) listener({ about: 'missed' })
    },

    /** From now on what is said goes there. */
    join(shared: Kysely<ConsoleTables>): void {
      if (isPostgres(shared)) db = shared
    },

    /** Whether there may be others. */
    areThere: () => db !== undefined,

    tell(notice: Notice): void {
      if (!db) return
      const said = saying(db, JSON.stringify({ from: me, notice }))
        .catch((error: unknown) => log.error(error))
        .finally(() => underWay.delete(said))
      underWay.add(said)
    },

    /** Says nothing more; resolves when all that was said is. */
    async leave(): Promise<void> {
      db = undefined
      await Promise.all(underWay)
    },
  }
}

async function saying(db: Kysely<ConsoleTables>, text: string): Promise<void> {
  // Only where there is PostgreSQL, whose driver this loads.
  const { notice } = await import('../../database/postgres-lock.ts')
  await notice(text).execute(db)
}
