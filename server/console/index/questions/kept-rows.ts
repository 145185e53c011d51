import type { AccountMemory } from '../memory/account-memory.ts'
import type { Bitmap } from '../memory/bitmap.ts'
import type { Leaf } from './plan.ts'

type Column = { version: number }
type Kept = { column: Column; version: number; rows: Bitmap }

/** At a million accounts a bitmap has 125 kB. */
const MOST_KEPT = 32
const keptBy = new WeakMap<AccountMemory, Map<string, Kept>>()

/**
 * The rows of a condition, worked out anew only when a row got another value in the column since.
 * Most changes leave most columns as they are, and the pages of a list ask the same thing again.
 */
export function keptRows(
  memory: AccountMemory,
  leaf: Leaf,
  column: Column,
  workOut: () => Bitmap,
): Bitmap {
  const kept = keptBy.get(memory) ?? new Map<string, Kept>()
  keptBy.set(memory, kept)
  const key = JSON.stringify(leaf)
  const known = kept.get(key)
  const isTrue = known?.column === column && known.version === column.version
  const rows = isTrue ? known.rows : workOut()
  // What was asked last goes to the end, and so is the last to be dropped.
  kept.delete(key)
  kept.set(key, { column, version: column.version, rows })
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return rows.copy()
}
