import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

import type { RowPlaces } from './row-places.ts'

type Options = {
  places: RowPlaces
  scroller: RefObject<HTMLDivElement | null>
  rowHeight: number
  total: number
  isPrevious: boolean
  firstRow: number
  onFirstRow: ((index: number) => void) | undefined
}

const SETTLED_MS = 200

/** Keeps the top row and the URL together: scrolling is reported once it rests, a change obeyed. */
export function useScrollPlace(options: Options): void {
  const { places, scroller, rowHeight, total, isPrevious, firstRow, onFirstRow } = options
  const reported = useRef(0)
  const wanted = useRef<number>(undefined)
  /** Where the list stands, so that nobody has to ask it: it would have to be laid out for that. */
  const top = useRef(0)
  const report = useRef(onFirstRow)
  useEffect(() => {
    report.current = onFirstRow
  })

  useLayoutEffect(() => {
    if (firstRow !== reported.current) wanted.current = firstRow
    reported.current = firstRow
  }, [firstRow])

  useLayoutEffect(() => {
    // A new list is on its way: it opens where the URL says, not where the one before it stood.
    if (isPrevious) wanted.current = firstRow
    const list = scroller.current
    if (wanted.current === undefined || isPrevious || total === 0 || !list) return
    const next = wanted.current * rowHeight
    if (next !== top.current) places.go(list, next)
    top.current = next
    wanted.current = undefined
  })

  useEffect(() => {
    const list = scroller.current
    if (!list) return
    let timer: ReturnType<typeof setTimeout>
    const settle = () => {
      const index = Math.round(places.top(list) / rowHeight)
      if (wanted.current !== undefined || index === reported.current) return
      reported.current = index
      report.current?.(index)
    }
    const onScroll = () => {
      top.current = places.top(list)
      clearTimeout(timer)
      timer = setTimeout(settle, SETTLED_MS)
    }
    list.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      list.removeEventListener('scroll', onScroll)
    }
  }, [places, scroller, rowHeight])
}
