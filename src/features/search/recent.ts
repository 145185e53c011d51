const KEY = 'muster-searches'
const MOST = 5

/** What was searched for last and led somewhere, the newest first. Kept in the browser. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberSearch(text: string): void {
  const wanted = text.trim()
  if (wanted === '') return
  keep([wanted, ...recentSearches().filter((each) => each !== wanted)].slice(0, MOST))
}

export const forgetSearches = (): void => keep([])

function keep(searches: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches))
  } catch {
    // Without storage there are no recent searches; the search itself needs none.
  }
}
