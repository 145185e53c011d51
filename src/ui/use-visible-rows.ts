import { startTransition, useEffect, useLayoutEffect, useState, type RefObject } from 'react'

import { createFlight } from './flight.ts'
import type { RowPlaces } from './row-places.ts'

type Options = {
  places: RowPlaces
  scroller: RefObject<HTMLDivElement | null>
  total: number
  rowHeight: number
  /** The row at the top where a list opens. */
  firstRow: number
  /** The rows that are there are those of the list before. */
  isPrevious: boolean
}

/** Rows beyond the view that are mounted as well. */
const OVERSCAN = 6
/** In pixels, what stands above every list: a guess until it is there and is measured. */
const ABOVE = 160
/** The window moves by so many rows at once: most scroll events then change nothing. */
const STEP = 4
/** Longer than the pause between two letters, shorter than a hand takes from there to the wheel. */
const REST_MS = 150

/**
 * Which rows have to be mounted. All rows have one height, so this is a division: no row is
 * measured, and a list of a million costs what one of a hundred does.
 */
export function useVisibleRows(options: Options) {
  const { places, scroller, total, rowHeight, firstRow } = options
  const perScreen = () =>
    Math.ceil((scroller.current?.clientHeight ?? innerHeight - ABOVE) / rowHeight)
  const placed = (top: number) => ({
    ...windowAt(top, perScreen()),
    count: perScreen(),
    shift: places.shift(),
  })
  const [shown, setShown] = useState(() => placed(firstRow))
  const [isFlying, setFlying] = useState(false)
  const isOpening = useOpening(options)

  useLayoutEffect(() => {
    const list = scroller.current
    if (!list) return
    const update = () => {
      const next = placed(Math.floor(places.top(list) / rowHeight))
      setShown((now) => (isSame(now, next) ? now : next))
    }
    const flight = createFlight(setFlying)
    const onScroll = () => {
      flight.see(places.top(list) / rowHeight)
      update()
    }
    const size = new ResizeObserver(update)
    size.observe(list)
    list.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      flight.end()
      size.disconnect()
      list.removeEventListener('scroll', onScroll)
    }
    // `placed` reads the scroller, which stays the same element.
  }, [places, scroller, rowHeight]) // oxlint-disable-line react/exhaustive-deps -- the scroller stays

  const top = Math.min(firstRow, Math.max(0, total - shown.count))
  const window = isOpening ? { first: top, last: top + shown.count } : shown
  const first = Math.min(window.first, Math.max(0, total - 1))
  return {
    first,
    last: Math.min(window.last, total - 1),
    perScreen,
    /** In pixels, what stands for the rows above the first. */
    above: first * rowHeight - (isOpening ? places.shiftAt(top * rowHeight) : places.shift()),
    /** The rows pass faster than anybody reads: what is in them can wait. */
    isFlying,
    /** Scrolls as little as it takes. The sticky header covers the height of one row. */
    scrollTo(index: number) {
      const list = scroller.current
      if (!list) return
      const now = places.top(list)
      const top = index * rowHeight
      const lowest = top + 2 * rowHeight - list.clientHeight
      if (now > top) places.go(list, top)
      else if (now < lowest) places.go(list, lowest)
    },
  }
}

type Placed = { first: number; last: number; shift: number }

const isSame = (one: Placed, other: Placed) =>
  one.first === other.first && one.last === other.last && one.shift === other.shift

/**
 * True until a list that came has been there for a moment: first the rows that are seen, where the
 * list opens, and those around them once nothing else is asked for. A third of the work is then not
 * in the way of an answer, nor of the next letter of somebody who types.
 */
function useOpening({ scroller, isPrevious, total }: Options): boolean {
  const [isOpening, setOpening] = useState(true)
  const [wasPrevious, setWasPrevious] = useState(isPrevious)
  if (isPrevious !== wasPrevious) {
    setWasPrevious(isPrevious)
    if (!isPrevious) setOpening(true)
  }
  const isShown = isOpening && total > 0
  useEffect(() => {
    if (!isShown) return
    const end = () => startTransition(() => setOpening(false))
    const timer = setTimeout(end, REST_MS)
    const list = scroller.current
    // Who scrolls wants them now.
    list?.addEventListener('scroll', end, { passive: true })
    return () => {
      clearTimeout(timer)
      list?.removeEventListener('scroll', end)
    }
  }, [isShown, scroller])
  return isOpening
}

export function windowAt(top: number, perScreen: number): { first: number; last: number } {
  const start = Math.floor(top / STEP) * STEP
  return { first: Math.max(0, start - OVERSCAN), last: start + STEP + perScreen + OVERSCAN }
}
