import { useLayoutEffect, useState, type RefObject } from 'react'

type Options = {
  scroller: RefObject<HTMLDivElement | null>
  total: number
  rowHeight: number
  /** The row at the top until the scroller has been measured. */
  firstRow: number
}

/** Rows beyond the view that are mounted as well. */
const OVERSCAN = 6
/** The window moves by so many rows at once: most scroll events then change nothing. */
const STEP = 4

/**
 * Which rows have to be mounted. All rows have one height, so this is a division: no row is
 * measured, and a list of a million costs what one of a hundred does.
 */
export function useVisibleRows({ scroller, total, rowHeight, firstRow }: Options) {
  const perScreen = () => Math.ceil((scroller.current?.clientHeight ?? innerHeight) / rowHeight)
  const [window, setWindow] = useState(() => windowAt(firstRow, perScreen()))

  useLayoutEffect(() => {
    const list = scroller.current
    if (!list) return
    const update = () => {
      const next = windowAt(Math.floor(list.scrollTop / rowHeight), perScreen())
      setWindow((now) => (now.first === next.first && now.last === next.last ? now : next))
    }
    const size = new ResizeObserver(update)
    size.observe(list)
    list.addEventListener('scroll', update, { passive: true })
    return () => {
      size.disconnect()
      list.removeEventListener('scroll', update)
    }
    // `perScreen` reads the scroller, which stays the same element.
  }, [scroller, rowHeight]) // oxlint-disable-line react/exhaustive-deps -- the scroller stays

  return {
    first: Math.min(window.first, Math.max(0, total - 1)),
    last: Math.min(window.last, total - 1),
    perScreen,
    /** Scrolls as little as it takes. The sticky header covers the height of one row. */
    scrollTo(index: number) {
      const list = scroller.current
      if (!list) return
      const top = index * rowHeight
      const lowest = top + 2 * rowHeight - list.clientHeight
      if (list.scrollTop > top) list.scrollTop = top
      else if (list.scrollTop < lowest) list.scrollTop = lowest
    },
  }
}

export function windowAt(top: number, perScreen: number): { first: number; last: number } {
  const start = Math.floor(top / STEP) * STEP
  return { first: Math.max(0, start - OVERSCAN), last: start + STEP + perScreen + OVERSCAN }
}
