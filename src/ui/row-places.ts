/**
 * In pixels: what a browser lays out at most. Chromium's limit is 33.5 million, Firefox's 17.8: a
 * million rows of 36 are more than either has.
 */
const TALLEST = 16_000_000
/** So much at either end of a taller list is as it would be in one that fits. */
const END = 1_000_000

type Scroller = { scrollTop: number; readonly clientHeight: number }

/**
 * Where the rows of a list are, which may be taller together than a browser can lay out. What is
 * scrolled is then shorter, and `shift` says how much further down the rows in view are than the
 * scroller says. Reading on leaves the shift as it is, so that rows move by as much as the wheel
 * does; a jump sets it anew, in proportion. Places are in pixels from the top of the first row.
 */
export function createRowPlaces({ tallest, end } = { tallest: TALLEST, end: END }) {
  let row = 1
  let real = 0
  let laidOut = 0
  let scrolled = 0
  let shift = 0
  /** Whole rows, so that what is drawn in their place fits to them. */
  const inRows = (length: number) => Math.round(length / row) * row
  const most = () => real - laidOut
  /** How much of the rows one pixel of the bar stands for, between the two ends. */
  const ratio = () => (real - 2 * end) / (laidOut - 2 * end)

  /** The shift with which a place is shown after a jump to it. */
  function shiftAt(place: number): number {
    if (most() === 0 || place <= end) return 0
    return place >= real - end ? most() : inRows((place - end) * (1 - 1 / ratio()))
  }
  /** The same for a place of the bar. */
  function shiftOf(scrollTop: number): number {
    if (most() === 0 || scrollTop <= end) return 0
    return scrollTop >= laidOut - end ? most() : inRows((scrollTop - end) * (ratio() - 1))
  }
  /** Whoever reads goes no further than this at once; what goes further is a jump. */
  const farthest = ({ clientHeight }: Scroller) => 3 * clientHeight
  const isJump = (by: number, list: Scroller) => Math.abs(by) > farthest(list)

  function scroll(list: Scroller, place: number) {
    list.scrollTop = place - shift
    // The browser may not have gone so far.
    scrolled = list.scrollTop
  }

  return {
    shiftAt,
    /** Takes how many rows there are, and how high each is. */
    resize(count: number, rowHeight: number): void {
      row = rowHeight
      real = count * rowHeight
      laidOut = Math.min(real, Math.floor(tallest / rowHeight) * rowHeight)
      shift = Math.min(inRows(shift), most())
    },
    /** How tall what is scrolled has to be. */
    height: () => laidOut,
    shift: () => shift,
    /** The place at the top of the view. */
    top(list: Scroller): number {
      const { scrollTop, clientHeight } = list
      if (scrollTop !== scrolled) {
        if (isJump(scrollTop - scrolled, list)) shift = shiftOf(scrollTop)
        scrolled = scrollTop
        // Who has read on for long enough comes to an end of the bar before that of the rows.
        const reach = farthest(list)
        const isAtEnd =
          (shift > 0 && scrollTop < reach) ||
          (shift < most() && scrollTop + clientHeight + reach > laidOut)
        if (isAtEnd) {
          const place = scrollTop + shift
          shift = shiftAt(place)
          scroll(list, place)
        }
      }
      return scrolled + shift
    },
    /** Brings a place to the top of the view. */
    go(list: Scroller, place: number): void {
      if (isJump(place - shift - scrolled, list)) shift = shiftAt(place)
      scroll(list, place)
    },
  }
}

export type RowPlaces = ReturnType<typeof createRowPlaces>
