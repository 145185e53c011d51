import { setImmediate as nextTurn } from 'node:timers/promises'

/** A statement of SQLite holds up the whole process; so does a long row of short ones. */
const PIECE_MS = 3

/**
 * Call it between two pieces of work: once some time has passed, others get their turn. The first call
 * always gives them one, since nobody knows what the turn has done before.
 */
export function turns(ms = PIECE_MS): () => Promise<void> {
  let since = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - since < ms) return
    await nextTurn()
    since = performance.now()
  }
}
