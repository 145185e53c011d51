import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Account } from '#api/client.ts'

import { follow, followLimits as limits, type Job, type Read } from './follow.ts'

const account = (change: Partial<Account> = {}): Account => ({
  id: 'a1',
  name: 'ann',
  sourceId: 's1',
  sourceName: 'HR',
  attributes: null,
  authoritative: false,
  disabled: false,
  locked: false,
  nativeIdentity: 'CN=ann',
  systemAccount: false,
  uncorrelated: false,
  manuallyCorrelated: false,
  hasEntitlements: false,
  ...change,
})
const found = <T>(value: T): Read<T> => ({ is: 'found', value })
const enabled = found(account())
const disabled = found(account({ disabled: true }))
const missing: Read<never> = { is: 'missing' }
const refused: Read<never> = { is: 'refused', words: 'no' }
const down: Read<never> = { is: 'down', words: 'no answer' }
const busy = (waitMs: number): Read<never> => ({ is: 'busy', waitMs })

/** A tenant that answers from a script, the last line for ever, and a clock that only it moves. */
function stage(script: Read<Account>[], callMs = 5) {
  let now = 0
  const sleeps: { ms: number; after: string }[] = []
  const reads: Read<Account>[] = []
  const read = () => {
    const line = script.length > 1 ? script.shift() : script[0]
    if (!line) throw new Error('Nothing was expected to be read here')
    now += callMs
    reads.push(line)
    return Promise.resolve(line)
  }
  const clock = {
    now: () => now,
    sleep: (ms: number) => {
      sleeps.push({ ms, after: reads.at(-1)?.is ?? 'nothing' })
      now += ms
      return Promise.resolve()
    },
  }
  const job: Job = { accountId: 'a1', shows: (after) => after.disabled }
  return { run: () => follow(job, read, clock), reads, sleeps, elapsed: () => now }
}

test('an account that shows the change, at once or a moment later, is confirmed', async () => {
  const account = disabled.is === 'found' && disabled.value
  expect(await stage([disabled]).run()).toEqual({ is: 'confirmed', account })
  expect(await stage([enabled, down, enabled, disabled]).run()).toEqual({
    is: 'confirmed',
    account,
  })
})

test('an account that is gone is said to be gone', async () => {
  expect(await stage([enabled, missing]).run()).toEqual({ is: 'gone' })
})

test('an account that never changes is not confirmed, and read within the limit', async () => {
  const { run, elapsed } = stage([enabled])
  expect(await run()).toMatchObject({ is: 'not-confirmed', why: 'unchanged' })
  expect(elapsed()).toBeLessThanOrEqual(limits.settleMs + limits.longestMs)
})

test('an account that may not be read is not confirmed and not guessed at', async () => {
  const { run, reads } = stage([refused])
  expect(await run()).toEqual({ is: 'not-confirmed', account: undefined, why: 'unread' })
  expect(reads).toHaveLength(1)
})

test('reads come at growing distances, and never further apart than the longest', async () => {
  const { run, sleeps } = stage([enabled])
  await run()
  const waits = sleeps.map(({ ms }) => ms)
  expect(waits[0]).toBe(limits.firstMs)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(Math.max(...waits)).toBeLessThanOrEqual(limits.longestMs)
})

test('Retry-After is obeyed, and an absurd one is clamped', async () => {
  const script = [busy(7_000), busy(-5), busy(0), busy(Number.NaN), busy(1e12), disabled]
  const { run, sleeps } = stage(script)
  expect(await run()).toMatchObject({ is: 'confirmed' })
  expect(sleeps.map(({ ms }) => ms)).toEqual([7_000, 500, 500, 500, limits.mostWaitMs])
})

test('a change is confirmed although the tenant is busy for longer than the account may lag', async () => {
  const { run } = stage([enabled, busy(60_000), down, disabled])
  expect(await run()).toMatchObject({ is: 'confirmed' })
})

test('a tenant that is away for good is given up, and nothing is claimed', async () => {
  const { run } = stage([down], 30_000)
  expect(await run()).toEqual({ is: 'not-confirmed', account: undefined, why: 'unread' })
})

const anyRead = fc.oneof(
  fc.constantFrom(enabled, disabled, missing, refused, down),
  fc.double({ min: -1e6, max: 1e9 }).map(busy),
)

test('whatever the tenant answers in whatever order: it ends, and claims only what was read', async () => {
  const odd = fc.record({
    script: fc.array(anyRead, { minLength: 1, maxLength: 12 }),
    callMs: fc.nat(30_000),
  })
  await fc.assert(
    fc.asyncProperty(odd, async ({ script, callMs }) => {
      const { run, reads, sleeps, elapsed } = stage([...script], callMs)
      const verdict = await run()
      const last = reads.at(-1)
      if (verdict.is === 'confirmed') expect(last).toBe(disabled)
      if (verdict.is === 'gone') expect(last).toBe(missing)
      for (const { ms, after } of sleeps) {
        expect(ms).toBeGreaterThanOrEqual(after === 'busy' ? limits.leastWaitMs : limits.firstMs)
      }
      expect(elapsed()).toBeLessThanOrEqual(limits.settleMs + limits.deafMs + 3 * callMs)
    }),
  )
})
