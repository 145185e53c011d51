import { lazy, type ComponentType } from 'react'

type Load<Props> = () => Promise<ComponentType<Props>>

/** A part that is not needed for the first rows. It is fetched once the page has come to rest. */
export function lazyPart<Props extends object>(load: Load<Props>) {
  const fetched = () => load().then((part) => ({ default: part }))
  // A part that cannot be fetched yet is asked for again, and told of, when it is opened.
  const early = () => void fetched().catch(() => {})
  if ('requestIdleCallback' in globalThis) requestIdleCallback(early, { timeout: 5000 })
  else setTimeout(early, 2000) // Safari
  return lazy(fetched)
}
