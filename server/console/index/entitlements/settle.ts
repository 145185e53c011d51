import type { AccountMemory } from '../memory/account-memory.ts'
import type { IndexDb } from '../store/database.ts'
import { accountsAt } from '../store/rows.ts'
import { turns } from '../turns.ts'

/** How many in one statement, which holds up everybody else. */
const PIECE = 250

/**
 * Judges the accounts anew that are not settled or are due. `isCurrent` says whether memory still is
 * the copy's.
 */
export async function settle(
  db: () => IndexDb,
  memory: AccountMemory,
  isCurrent: () => boolean,
): Promise<void> {
  const { live, privileges } = memory
  const { due } = privileges
  due.or(live.copy().andNot(privileges.settled)).and(live)
  const rows = new Uint32Array(due.count())
  let count = 0
  due.forEach((row) => {
    rows[count] = row
    count += 1
  })
  const pause = turns()
  for (let at = 0; at < rows.length; at += PIECE) {
    const page = await accountsAt(db(), Array.from(rows.subarray(at, at + PIECE)))
    for (const { ord, body } of page) {
      if (!isCurrent()) return
      // Written since: then it was judged by what is newer than this.
      if (due.has(ord)) privileges.judge(ord, JSON.parse(body))
      await pause()
    }
    // Also those that are about to go, or nobody would ever be done.
    for (const row of rows.subarray(at, at + PIECE)) due.clear(row)
  }
}
