import { hash } from 'node:crypto'

import type { Db } from '../database.ts'
import type { Changed } from '../watcher.ts'

export type Counts = ReturnType<typeof createCounts>

/**
 * Counts of accounts, each remembered until something is written that it may depend on: who pages
 * through a list has it counted once. A count belongs to the state from before it was begun, so a
 * write that comes while it runs makes it void.
 */
export function createCounts(most = 1000) {
  let all = 0
  const versions = new Map<string, number>()
  const known = new Map<string, { stamp: number; count: number }>()

  /** Grows with every write of one of the columns. */
  const stampOf = (columns: Iterable<string>) =>
    [...new Set(columns)].reduce((sum, column) => sum + (versions.get(column) ?? 0), all)

  return {
    changed(columns: Changed): void {
      if (columns === 'all') all += 1
      else for (const column of columns) versions.set(column, (versions.get(column) ?? 0) + 1)
    },

    /** `what` says what is counted, `columns` what that depends on beside the rows' being there. */
    async of(what: unknown, columns: Iterable<string>, count: () => Promise<number>) {
      const key = hash('sha256', JSON.stringify(what), 'base64')
      const stamp = stampOf(columns)
      const remembered = known.get(key)
      known.delete(key)
      const valid = remembered?.stamp === stamp ? remembered : { stamp, count: await count() }
      known.set(key, valid)
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
      return valid.count
    },
  }
}

const kept = new WeakMap<object, Counts>()

export const keepCounts = (db: Db, counts: Counts) => void kept.set(db, counts)

/** A transaction sees what it has not written yet for others: it counts by itself. */
export function remembered(
  db: Db,
  what: unknown,
  columns: Iterable<string>,
  count: () => Promise<number>,
): Promise<number> {
  const counts = kept.get(db)
  return counts ? counts.of(what, columns, count) : count()
}
