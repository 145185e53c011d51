const MOST = 50

/**
 * What is to be there again for whoever comes back to an entry of the browser's history, by the
 * entry's key. Only the latest entries are remembered.
 */
export function createEntryMemory<Value>() {
  const left = new Map<string, Value>()
  return {
    keep(entry: string, value: Value): void {
      left.delete(entry)
      left.set(entry, value)
      const [oldest] = left.keys()
      if (left.size > MOST && oldest !== undefined) left.delete(oldest)
    },
    of: (entry: string): Value | undefined => left.get(entry),
    clear: (): void => left.clear(),
  }
}
