import { useSyncExternalStore } from 'react'

/** What somebody has made of the columns of a list. Kept in the browser. */
export type KeptColumns = {
  /** The ids of those that are shown, in their order; undefined for the usual ones. */
  shown?: string[] | undefined
  /** In pixels, by id, where it is not the usual one. */
  widths: Record<string, number>
}

const KEY = 'muster-columns'
const untouched: KeptColumns = { widths: {} }
const listeners = new Set<() => void>()
let kept = read()

export const keptColumns = (list: string): KeptColumns => kept[list] ?? untouched

export const useKeptColumns = (list: string): KeptColumns =>
  useSyncExternalStore(subscribe, () => keptColumns(list))

export function keepColumns(list: string, change: Partial<KeptColumns>): void {
  kept = { ...kept, [list]: { ...keptColumns(list), ...change } }
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

/** Takes of what is stored only what it understands: somebody else may have written it. */
function read(): Record<string, KeptColumns> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const lists = Object.entries(recordOf(stored))
    return Object.fromEntries(lists.map(([list, value]) => [list, columnsOf(recordOf(value))]))
  } catch {
    return {}
  }
}

function columnsOf({ shown, widths }: Record<string, unknown>): KeptColumns {
  const isWidth = (entry: [string, unknown]): entry is [string, number] =>
    typeof entry[1] === 'number' && entry[1] > 0
  return {
    shown: Array.isArray(shown) ? shown.filter((id) => typeof id === 'string') : undefined,
    widths: Object.fromEntries(Object.entries(recordOf(widths)).filter(isWidth)),
  }
}

// A function, for it is read before this line is reached.
function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
