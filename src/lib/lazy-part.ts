import { createElement, lazy, useState, type ComponentType } from 'react'

import { firstFrame } from './first-frame.ts'
import { patientImport } from './patient-import.ts'

type Load<Props> = () => Promise<ComponentType<Props>>

let isAtRest = false
const waiting: (() => void)[] = []

/**
 * A part that the first rows do not need. It is fetched once they are there ({@link fetchParts}),
 * or when it is shown, whichever comes first. `fetch` is for who knows that it will be shown soon.
 */
export function lazyPart<Props extends object>(load: Load<Props>) {
  let Fetched: ComponentType<Props> | undefined
  let Loaded = lazy(fetched)
  async function fetched() {
    await firstFrame
    try {
      Fetched = await patientImport(load)
      return { default: Fetched }
    } catch (error) {
      // React keeps the failure of a lazy component for good; the next try needs another one.
      Loaded = lazy(fetched)
      throw error
    }
  }
  function Part(props: Props) {
    // What is there is shown at once: a lazy component waits for a moment even then, and React
    // holds what follows a fallback back for a third of a second. It must not change once mounted.
    const [Shown] = useState(() => Fetched ?? (Loaded as ComponentType<Props>))
    return createElement(Shown, props)
  }
  // What fails here is fetched again, and told, when it is shown.
  Part.fetch = () => void fetched().catch(() => {})
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
