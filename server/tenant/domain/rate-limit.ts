const WINDOW_MS = 10_000

/**
 * Counts calls per key in windows of ten seconds. The answer is undefined where the call may pass,
 * else the seconds to wait. A `limit` of 0 lets everything pass.
 */
export function createRateLimit(limit: number, now: () => number = Date.now) {
  const windows = new Map<string, { from: number; calls: number }>()
  return (key: string): number | undefined => {
    if (limit === 0) return undefined
    const time = now()
    const current = windows.get(key)
    const window = current && time - current.from < WINDOW_MS ? current : { from: time, calls: 0 }
    windows.set(key, window)
    window.calls += 1
    if (window.calls <= limit) return undefined
    return Math.max(1, Math.ceil((window.from + WINDOW_MS - time) / 1000))
  }
}
