import type { PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** What changes nothing may be said twice. */
const CHANGES_NOTHING = /^\s*(select|begin|start transaction)\b/i
/** How the server tells a connection that it ends it, and how the system tells that it is gone. */
const ENDED = /^57P0[123]$|^(ECONNRESET|EPIPE)$/
/** How the driver says the same, without a code. */
const LOST = /connection terminated|not queryable/i

/**
 * A connection for whoever asked for it. A server that restarts ends those that wait in the pool,
 * and the news may come only with the first statement: then that is said again on the next one,
 * unless it may have changed something. `attempts` covers a pool whose connections are all lost.
 */
export async function lease(
  connect: () => Promise<pg.PoolClient>,
  attempts: number,
): Promise<PostgresPoolClient> {
  let client: pg.PoolClient | undefined = await connect()
  let untouched = true

  async function query(text: string, values: unknown[]): Promise<pg.QueryResult> {
    const mostAttempts = untouched && CHANGES_NOTHING.test(text) ? attempts : 1
    untouched = false
    for (let attempt = 1; ; attempt += 1) {
      client ??= await connect()
      try {
        return await client.query(text, values)
      } catch (error) {
        if (attempt >= mostAttempts || !isLost(error)) throw error
        client.release(true)
        client = undefined
      }
    }
  }

  return {
    // Of its two overloads only the one with text: nothing here reads with a cursor.
    query: query as unknown as PostgresPoolClient['query'],
    release: (discard) => client?.release(discard),
  }
}

function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return LOST.test(error.message) || ('code' in error && ENDED.test(String(error.code)))
}
