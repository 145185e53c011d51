import type { RunRow } from '../store/schema.ts'

type Deps = {
  now: () => number
  /** After so many ms a run is begun again that could not be. */
  retry: number
  begin: (row: RunRow) => Promise<void>
}

/** Node runs a timer at once that is longer than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Begins runs at their time. */
export function createSchedule({ now, retry, begin }: Deps) {
  const timers = new Map<string, NodeJS.Timeout>()
  let isEnded = false

  function wait(row: RunRow, ms: number): void {
    if (isEnded) return
    const end = () => {
      timers.delete(row.id)
      if (ms > LONGEST_TIMER_MS) add(row)
      else void begin(row)
    }
    timers.set(row.id, setTimeout(end, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS)))
  }

  function add(row: RunRow): void {
    if (!timers.has(row.id)) wait(row, (row.start_at ?? 0) - now())
  }

  function drop(id: string): void {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }

  return {
    /** Of one that waits already nothing changes. */
    add,
    again: (row: RunRow) => wait(row, retry),
    drop,
    end(): void {
      isEnded = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
