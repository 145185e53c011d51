/** The row that had the focus when its list was left, by entry of the browser's history. */
const left = new Map<string, number>()
const MOST = 50

export function rememberRow(entry: string, index: number): void {
  left.delete(entry)
  left.set(entry, index)
  const [oldest] = left.keys()
  if (left.size > MOST && oldest !== undefined) left.delete(oldest)
}

export const rememberedRow = (entry: string): number | undefined => left.get(entry)
