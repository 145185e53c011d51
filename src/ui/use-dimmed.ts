import { useEffect, type RefObject } from 'react'

/** So long a quick answer may take without anything blinking. */
const QUICK_MS = 200

/**
 * Marks an element with `data-dimmed` once it has shown what was before for a while. Not by a delay
 * of the style sheet: the browser makes a layer as soon as one begins, and paints all of it again.
 */
export function useDimmed(element: RefObject<HTMLElement | null>, isPrevious: boolean): void {
  useEffect(() => {
    const shown = element.current
    if (!isPrevious || !shown) return
    const timer = setTimeout(() => {
      shown.dataset.dimmed = ''
    }, QUICK_MS)
    return () => {
      clearTimeout(timer)
      delete shown.dataset.dimmed
    }
  }, [element, isPrevious])
}
