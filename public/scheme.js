// Runs before the first paint, so that a dark page does not begin with a white flash.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('muster-color-scheme')
  } catch {
    // Storage may be forbidden; the system's own choice then holds.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
