import { createElement, lazy, type ComponentType } from 'react'

type Load<Props> = () => Promise<ComponentType<Props>>

let isAtRest = false
const waiting: (() => void)[] = []

/**
 * A part that the first rows do not need. It is fetched once they are there ({@link fetchParts}),
 * or when it is shown, whichever comes first. `fetch` is for who knows that it will be shown soon.
 */
export function lazyPart<Props extends object>(load: Load<Props>) {
  let Loaded = lazy(fetched)
  async function fetched() {
    try {
      return { default: await load() }
    } catch (error) {
      // React keeps the failure of a lazy component for good; the next try needs another one.
      Loaded = lazy(fetched)
      throw error
    }
  }
  const Part = (props: Props) => createElement(Loaded as ComponentType<Props>, props)
  // What fails here is fetched again, and told, when it is shown.
  Part.fetch = () => void load().catch(() => {})
  if (isAtRest) whenIdle(Part.fetch)
  else waiting.push(Part.fetch)
  return Part
}

/** Says that the page shows what it was opened for: what it may need next can be fetched now. */
export function fetchParts(): void {
  isAtRest = true
  for (const fetch of waiting.splice(0)) whenIdle(fetch)
}

function whenIdle(act: () => void) {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 5000 })
  else setTimeout(act, 500) // Safari
}
