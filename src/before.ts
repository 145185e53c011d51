// Stands in index.html itself and runs before anything else there: see scripts/lib/inline-script.mjs.
{
  // What every page asks first, while the scripts are on their way.
  globalThis.earlyAnswers = new Map()
  ask('session')
  ask('views')

  // So that a dark page does not begin with a white flash.
  const chosen = kept('muster-color-scheme')
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')

  // The accounts as they open, unless a view that the last visit kept opens instead.
  const isPlainList = location.pathname === '/accounts' && !location.search
  if (isPlainList && !kept('muster-views')?.includes('"isDefault":true')) {
    ask('accounts?sorters=name%2Cid&limit=100&offset=0')
  }

  function ask(path: string) {
    const url = `${location.origin}/api/console/${path}`
    const answer = fetch(url)
    answer.catch(() => {}) // told where it is used
    globalThis.earlyAnswers?.set(url, answer)
  }

  function kept(key: string): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // storage may be forbidden; what is usual then holds
    }
  }
}
