import { queryClient } from '#api/query-client.ts'
import { sessionQuery } from '#features/session/queries.ts'

import { router } from './router.tsx'

/**
 * For so long what the page opens with is waited for: drawn at once with its rows it is there
 * sooner than drawn twice. Nobody sees that nothing is there for less.
 */
const PATIENCE_MS = 100

/** Resolves when the page can be drawn, and never rejects: what failed is told by what is drawn. */
export async function opening(): Promise<void> {
  queryClient.query(sessionQuery).catch(() => {}) // the banner tells
  const pause = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([pause, allThere()])
}

/** The first page's script has come, and whatever its loaders asked for. */
function allThere(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!router.state.initialized || queryClient.isFetching() > 0) return
      for (const stop of stops) stop()
      resolve()
    }
    const stops = [router.subscribe(look), queryClient.getQueryCache().subscribe(look)]
    look()
  })
}
