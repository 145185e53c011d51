import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Read } from '../read-account.ts'
import { followLimits as limits, pacer } from './pacer.ts'

const found: Read<string> = { is: 'found', value: 'not yet' }
const down: Read<string> = { is: 'down', words: 'no answer' }
const busy = (waitMs: number): Read<string> => ({ is: 'busy', waitMs })

/** Reads that come out as the script says, its last line for ever, on a clock that only they move. */
async function paced(script: Read<string>[], { callMs = 5, most = 1000 } = {}) {
  let now = 0
  const sleeps: { ms: number; after: string }[] = []
  const lines = [...script]
  let line: Read<string> = found
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      sleeps.push({ ms, after: line.is })
      now += ms
    },
  }
  const pace = pacer(clock, limits)
  let reads = 0
  do {
    line = (lines.length > 1 ? lines.shift() : lines[0]) ?? found
    now += callMs
    reads += 1
  } while (reads < most && (await pace.next(line)))
  return { sleeps, reads, elapsed: now }
}

test('reads come at growing distances, never further apart than the longest, and end in time', async () => {
  const { sleeps, elapsed } = await paced([found])
  const waits = sleeps.map(({ ms }) => ms)
  expect(waits[0]).toBe(limits.firstMs)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(Math.max(...waits)).toBeLessThanOrEqual(limits.longestMs)
  expect(elapsed).toBeLessThanOrEqual(limits.settleMs + limits.longestMs)
})

test('Retry-After is obeyed, and an absurd one is clamped', async () => {
  const script = [busy(7_000), busy(-5), busy(0), busy(Number.NaN), busy(1e12), found]
  const { sleeps } = await paced(script, { most: 6 })
  expect(sleeps.map(({ ms }) => ms)).toEqual([7_000, 500, 500, 500, limits.mostWaitMs])
})

test('a tenant that is busy for longer than the account may lag ends nothing', async () => {
  const { reads } = await paced([found, busy(60_000), down, found], { most: 4 })
  expect(reads).toBe(4)
})

test('a tenant that is away for good is given up', async () => {
  expect((await paced([down], { callMs: 30_000 })).reads).toBeLessThan(10)
})

test('whatever is answered in whatever order, it ends', async () => {
  const anyRead = fc.oneof(
    fc.constantFrom(found, down),
    fc.double({ min: -1e6, max: 1e9 }).map(busy),
  )
  const odd = fc.record({
    script: fc.array(anyRead, { minLength: 1, maxLength: 12 }),
    callMs: fc.nat(30_000),
  })
  await fc.assert(
    fc.asyncProperty(odd, async ({ script, callMs }) => {
      const { sleeps, elapsed } = await paced(script, { callMs, most: Infinity })
      for (const { ms, after } of sleeps) {
        expect(ms).toBeGreaterThanOrEqual(after === 'busy' ? limits.leastWaitMs : limits.firstMs)
      }
      expect(elapsed).toBeLessThanOrEqual(limits.settleMs + limits.deafMs + 3 * callMs)
    }),
  )
})
