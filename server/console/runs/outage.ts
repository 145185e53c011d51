import type { Pace } from './pace.ts'

export type Outage = ReturnType<typeof createOutage>

/**
 * Whether the tenant is left alone because it does not answer, for all runs together. One call at a
 * time tries it again; the first answer ends the outage.
 */
export function createOutage(pace: Pace, now: () => number = performance.now.bind(performance)) {
  let failures = 0
  let until = 0
  let words = ''
  let isTried = false

  return {
    /** Milliseconds to wait before the next call; 0 where it may leave now. */
    wait(): number {
      if (failures === 0) return 0
      const left = until - now()
      if (left > 0) return left
      return isTried ? 50 : 0
    },
    /** Whoever calls while it lasts is the one who tries. */
    tried(): void {
      if (failures > 0) isTried = true
    },
    /** That call did not leave: somebody else tries. */
    letGo(): void {
      isTried = false
    },
    failed(message: string): void {
      failures += 1
      words = message
      isTried = false
      const most = Math.min(pace.outageMost, pace.outageFirst * 2 ** (failures - 1))
      until = now() + most * (0.5 + Math.random() / 2)
    },
    answered(): void {
      failures = 0
      isTried = false
    },
    /** Why nothing is sent; undefined where the tenant answers. */
    words: () => (failures > 0 ? words : undefined),
  }
}
