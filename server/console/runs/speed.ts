const WINDOW_MS = 30_000

/** Verdicts in a second, over the last half minute. */
export function createSpeed(now: () => number = performance.now.bind(performance)) {
  const marks: { at: number; count: number }[] = []
  const since = now()
  return {
    add(count: number): void {
      if (count > 0) marks.push({ at: now(), count })
    },
    /** Undefined before there is enough to tell. */
    perSecond(): number | undefined {
      const time = now()
      while (marks[0] && marks[0].at < time - WINDOW_MS) marks.shift()
      const ms = Math.min(time - since, WINDOW_MS)
      const count = marks.reduce((sum, mark) => sum + mark.count, 0)
      return count < 3 || ms < 1000 ? undefined : (count / ms) * 1000
    },
  }
}
