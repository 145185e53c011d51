import { useEffect, type RefObject } from 'react'

/**
 * Marks a scroller with `data-sideways` while it is scrolled sideways, so that what has to stay then
 * sticks (data-table.module.css). A wheel, a finger or the bar announces it before anything moves.
 */
export function useSideways(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const list = scroller.current
    if (!list) return
    const stop = new AbortController()
    const options = { passive: true, signal: stop.signal }
    const mark = (isSideways: boolean) => list.toggleAttribute('data-sideways', isSideways)
    list.addEventListener('scroll', () => mark(list.scrollLeft > 0), options)
    list.addEventListener(
      'wheel',
      ({ deltaX, shiftKey }) => (deltaX || shiftKey) && mark(true),
      options,
    )
    list.addEventListener('touchstart', () => mark(true), options)
    // A press on the bar is one on the scroller itself.
    list.addEventListener('pointerdown', ({ target }) => target === list && mark(true), options)
    mark(list.scrollLeft > 0)
    return () => stop.abort()
  }, [scroller])
}
