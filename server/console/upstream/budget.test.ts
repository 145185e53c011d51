import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createBudget, type Priority } from './budget.ts'

/** A clock that moves only when somebody waits; who waits shortest is woken first. */
function virtualClock() {
  let time = 0
  const sleepers: { at: number; wake: () => void }[] = []
  return {
    now: () => time,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: time + ms, wake })
      }),
    /** Lets time pass until nobody waits any more. */
    async runUntil(done: Promise<unknown>) {
      let open = true
      void done.finally(() => (open = false))
      while (open) {
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
        sleepers.sort((a, b) => a.at - b.at)
        const next = sleepers.shift()
        if (!next) {
          await new Promise((resolve) => setImmediate(resolve))
          continue
        }
        time = Math.max(time, next.at)
        next.wake()
      }
    },
  }
}

describe('the budget', () => {
  test('no ten seconds hold more calls than the tenant allows, wherever they begin', async () => {
    const call = fc.record({
      priority: fc.constantFrom<Priority>('person', 'background'),
      wait: fc.integer({ min: 0, max: 3000 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 80 }), async (calls) => {
        const { now, sleep, runUntil } = virtualClock()
        const budget = createBudget({ limit: 10, now, sleep })
        const times: number[] = []
        await runUntil(
          Promise.all(
            calls.map(async ({ priority, wait }) => {
              await sleep(wait)
              await budget.take(priority)
              times.push(now())
            }),
          ),
        )
        expect(times).toHaveLength(calls.length)
        for (const from of times) {
          const within = times.filter((time) => time >= from && time < from + 10_000)
          expect(within.length).toBeLessThanOrEqual(10)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the background leaves calls to people, who never wait for it', async () => {
    const { now, sleep, runUntil } = virtualClock()
    const budget = createBudget({ limit: 100, now, sleep })
    const background = Array.from({ length: 200 }, () => budget.take('background'))
    let waited = -1
    await runUntil(
      (async () => {
        await sleep(100)
        const from = now()
        await budget.take('person')
        waited = now() - from
      })(),
    )
    expect(waited).toBe(0)
    await runUntil(Promise.all(background))
  })

  test('at the limit the background uses at least 95 of 100 calls', async () => {
    const { now, sleep, runUntil } = virtualClock()
    const budget = createBudget({ limit: 100, now, sleep })
    await runUntil(Promise.all(Array.from({ length: 960 }, () => budget.take('background'))))
    expect(960 / (now() / 10_000)).toBeGreaterThanOrEqual(95)
  })

  test.each([
    [4, 4000],
    [0, 500],
    [-3, 500],
    [1e9, 120_000],
    [undefined, 10_000],
    [Number.NaN, 10_000],
  ])('a tenant that names %s seconds is left alone for %i ms', async (seconds, wait) => {
    const { now, sleep, runUntil } = virtualClock()
    const budget = createBudget({ limit: 100, now, sleep })
    budget.blocked(seconds)
    expect(budget.waiting()).toBe(wait)
    await runUntil(budget.take('background'))
    expect(now()).toBe(wait)
  })

  test('whoever goes away stops waiting', async () => {
    const { now, sleep, runUntil } = virtualClock()
    const budget = createBudget({ limit: 1, now, sleep })
    await budget.take('person')
    const gone = new AbortController()
    const call = budget.take('person', gone.signal)
    gone.abort()
    await runUntil(expect(call).rejects.toThrow('abort'))
  })
})
