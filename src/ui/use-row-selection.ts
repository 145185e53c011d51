import { useState } from 'react'

export type RowSelection<Row extends { id: string }> = {
  size: number
  has: (id: string) => boolean
  /** In the order in which they were selected, rows no longer on screen included. */
  rows: () => Row[]
  set: (rows: Row[], selected: boolean) => void
  clear: () => void
}

/** Which rows are selected. It keeps the rows themselves, since a scrolled-away row is unloaded. */
export function useRowSelection<Row extends { id: string }>(): RowSelection<Row> {
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(() => new Map())
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
