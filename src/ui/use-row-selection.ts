import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

import { createEntryMemory } from './entry-memory.ts'

export type RowSelection<Row extends { id: string }> = {
  size: number
  has: (id: string) => boolean
  /** In the order in which they were selected, rows no longer on screen included. */
  rows: () => Row[]
  set: (rows: Row[], selected: boolean) => void
  clear: () => void
}

const left = createEntryMemory<ReadonlyMap<string, unknown>>()

/** For who has done what rows were selected for. */
export const forgetSelections = left.clear

/**
 * Which rows are selected. It keeps the rows themselves, since a scrolled-away row is unloaded, and
 * has them again for whoever comes back to the list, from a plan that was not started for example.
 */
export function useRowSelection<Row extends { id: string }>(): RowSelection<Row> {
  const { key } = useLocation()
  const [selected, setSelected] = useState(
    // An entry of the history is of one list, and so of one kind of rows.
    () => (left.of(key) ?? new Map()) as ReadonlyMap<string, Row>,
  )
  useEffect(() => left.keep(key, selected), [key, selected])
  return {
    size: selected.size,
    has: (id) => selected.has(id),
    rows: () => [...selected.values()],
    set: (rows, on) =>
      setSelected((before) => {
        const after = new Map(before)
        for (const row of rows) {
          if (on) after.set(row.id, row)
          else after.delete(row.id)
        }
        return after
      }),
    clear: () => setSelected(new Map()),
  }
}
