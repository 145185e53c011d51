import { useSyncExternalStore } from 'react'

/** What was chosen; `auto` follows the system. */
export type ColorScheme = 'light' | 'dark' | 'auto'

/** src/before.ts reads the same key before the first paint, and sets the same attribute. */
const KEY = 'muster-color-scheme'
const ATTRIBUTE = 'data-mantine-color-scheme'
const listeners = new Set<() => void>()
const system = matchMedia('(prefers-color-scheme: dark)')

let chosen: ColorScheme = read()
system.addEventListener('change', apply)

export function setColorScheme(scheme: ColorScheme): void {
  chosen = scheme
  try {
    localStorage.setItem(KEY, scheme)
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
  apply()
}

export const useColorScheme = (): ColorScheme => useSyncExternalStore(subscribe, () => chosen)

function apply() {
  const isDark = chosen === 'dark' || (chosen === 'auto' && system.matches)
  document.documentElement.setAttribute(ATTRIBUTE, isDark ? 'dark' : 'light')
  for (const listener of listeners) listener()
}

function read(): ColorScheme {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'auto'
  } catch {
    return 'auto'
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
