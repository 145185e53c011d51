import { setImmediate as nextTurn } from 'node:timers/promises'

/** A statement of SQLite holds up the whole process; so does a long row of short ones. */
const PIECE_MS = 5

/** Call it between two pieces of work: once some time has passed, others get their turn. */
export function turns(ms = PIECE_MS): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < ms) return
    await nextTurn()
    since = performance.now()
  }
}
