import type { View } from './state.ts'

const KEY = 'muster-views'

/** Keeps what the navigation shows for the next visit. */
export function rememberViews(views: View[]): void {
  const shown = views.filter(({ pinned, isDefault }) => pinned || isDefault)
  try {
    localStorage.setItem(KEY, JSON.stringify(shown))
  } catch {
    // Without storage, or with a full one, the navigation is filled a moment later.
  }
}

export function recallViews(): View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isView) : []
  } catch {
    return []
  }
}

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null) return false
  const { id, list, name, query } = value as Record<string, unknown> // as any object may be read
  const isText = [id, name, query].every((field) => typeof field === 'string')
  return isText && (list === 'accounts' || list === 'identities')
}
