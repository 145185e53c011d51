import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import { PATIENCE_MS } from '../../../database/postgres-lock.ts'
import { asUnusable } from '../../../database/postgres.ts'
import { DatabaseInUse } from '../../../database/unusable.ts'
import type { IndexFile, Log } from './index-file.ts'
import { openIndexSchema } from './postgres.ts'

const PAUSE_MS = 200
/** More consoles on one database are a mistake, and each fills the database once more. */
const MOST = 16

/**
 * Each console on a database has a copy to itself: in the schema, or where another console works
 * there in `schema_2` and so on. One that is there and free is taken before a new one is made; whose
 * process was killed may be free only in a moment.
 */
export async function openFreeSchema(url: string, schema: string, log: Log): Promise<IndexFile> {
  const until = Date.now() + PATIENCE_MS
  const nameOf = (nth: number) => (nth === 1 ? schema : `${schema}_${nth}`)
  for (;;) {
    const isLastTry = Date.now() >= until
    const there = new Set(await asUnusable(url, () => schemasOf(url)))
    for (let nth = 1; nth <= MOST; nth += 1) {
      const own = nameOf(nth)
      if (!there.has(own) && nth > 1 && !isLastTry) break
      const file = await openUnlessUsed({ url, schema: own }, log, isLastTry && nth === MOST)
      if (file) return file
    }
    await sleep(PAUSE_MS)
  }
}

async function openUnlessUsed(
  place: { url: string; schema: string },
  log: Log,
  isLast: boolean,
): Promise<IndexFile | undefined> {
  try {
    return await openIndexSchema({ ...place, patience: 0 }, log)
  } catch (error) {
    if (isLast || !(error instanceof DatabaseInUse)) throw error
    return undefined
  }
}

/** The schemas of the database, of those beside another one what follows its name. */
async function schemasOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select case current_schema() when 'public' then nspname
        else substr(nspname, length(current_schema()) + 2) end as name from pg_namespace
      where current_schema() = 'public' or starts_with(nspname, current_schema() || '_')`,
    )
    return rows.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
