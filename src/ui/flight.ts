/** Rows from one scroll event to the next, which is a frame: a screen in two or three of them. */
const FAST = 8
/** Events that are further apart are steps of somebody who pages, each of which is to be seen. */
const APART_MS = 50
/** How long it has to rest before it counts as over. */
const REST_MS = 90

/**
 * Tells when a list begins to fly past, as under a fling or a dragged bar, and when it has come to
 * rest. A single jump, however far, is no flight.
 */
export function createFlight(tell: (isFlying: boolean) => void, now = () => performance.now()) {
  let last: { row: number; at: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const land = () => {
    timer = undefined
    last = undefined
    tell(false)
  }
  return {
    /** Takes the row at the top of the view, with each scroll event. */
    see(row: number): void {
      const at = now()
      const before = last
      last = { row, at }
      const isFast =
        before !== undefined && at - before.at < APART_MS && Math.abs(row - before.row) >= FAST
      if (isFast && timer === undefined) tell(true)
      if (!isFast && timer === undefined) return
      clearTimeout(timer)
      timer = setTimeout(land, REST_MS)
    },
    /** Nobody listens any more. */
    end(): void {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
