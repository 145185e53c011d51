import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Account, TaskStatus } from '#api/client.ts'

import { follow, followLimits as limits, type FollowApi, type Job, type Read } from './follow.ts'

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
const task = (change: Partial<TaskStatus> = {}): TaskStatus => ({
  id: 't1',
  type: 'QUARTZ',
  uniqueName: 'Disable',
  description: '',
  parentName: null,
  launcher: 'demo',
  created: '2026-01-01T00:00:00Z',
  modified: null,
  launched: null,
  completed: null,
  completionStatus: null,
  messages: [],
  returns: [],
  attributes: {},
  progress: null,
  percentComplete: 0,
  ...change,
})
const found = <T>(value: T): Read<T> => ({ is: 'found', value })
const running = found(task())
const ended = (completionStatus: TaskStatus['completionStatus'], ...texts: string[]) =>
  found(
    task({
      completionStatus,
      messages: texts.map((message) => ({
        type: 'ERROR',
        key: 'k',
        parameters: null,
        localizedText: { locale: 'en', message },
      })),
    }),
  )
const enabled = found(account())
const disabled = found(account({ disabled: true }))
const missing: Read<never> = { is: 'missing' }
const refused: Read<never> = { is: 'refused', words: 'no' }
const down: Read<never> = { is: 'down', words: 'no answer' }
const busy = (waitMs: number): Read<never> => ({ is: 'busy', waitMs })

/** A tenant that answers from two scripts, the last line for ever, and a clock that only it moves. */
function stage(tasks: Read<TaskStatus>[], accounts: Read<Account>[], callMs = 5) {
  let now = 0
  const sleeps: { ms: number; after: string }[] = []
  const reads: (Read<TaskStatus> | Read<Account>)[] = []
  const next = <T>(script: Read<T>[]) => {
    const line = script.length > 1 ? script.shift() : script[0]
    if (!line) throw new Error('Nothing was expected to be read here')
    return line
  }
  const log = <R extends Read<TaskStatus> | Read<Account>>(read: R) => {
    now += callMs
    reads.push(read)
    return Promise.resolve(read)
  }
  const api: FollowApi = {
    task: () => log(next(tasks)),
    account: () => log(next(accounts)),
  }
  const clock = {
    now: () => now,
    sleep: (ms: number) => {
      sleeps.push({ ms, after: reads.at(-1)?.is ?? 'nothing' })
      now += ms
      return Promise.resolve()
    },
  }
  const job: Job = { accountId: 'a1', taskId: 't1', shows: (after) => after.disabled }
  return { api, clock, job, reads, sleeps, elapsed: () => now }
}

test('a task that ends well and an account that shows the change are confirmed', async () => {
  const { job, api, clock } = stage([running, running, ended('SUCCESS')], [disabled])
  expect(await follow(job, api, clock)).toEqual({
    is: 'confirmed',
    account: disabled.is === 'found' && disabled.value,
    warnings: [],
  })
})

test('the account may lag behind its task for a moment', async () => {
  const { job, api, clock } = stage([ended('SUCCESS')], [enabled, enabled, disabled])
  expect(await follow(job, api, clock)).toMatchObject({ is: 'confirmed' })
})

test('a warning is confirmed with the tenant’s words', async () => {
  const { job, api, clock } = stage([ended('WARNING', 'Slow directory')], [disabled])
  expect(await follow(job, api, clock)).toMatchObject({
    is: 'confirmed',
    warnings: ['Slow directory'],
  })
})

test.each(['ERROR', 'TERMINATED', 'TEMPERROR'] as const)(
  'a task that ends with %s has failed, with the account as it stands',
  async (status) => {
    const { job, api, clock } = stage([running, ended(status, 'No right to write')], [enabled])
    expect(await follow(job, api, clock)).toEqual({
      is: 'failed',
      account: enabled.is === 'found' && enabled.value,
      words: ['No right to write'],
      taskId: 't1',
      trackingId: undefined,
    })
  },
)

test('a failed task without a message names its status', async () => {
  const { job, api, clock } = stage([ended('ERROR')], [enabled])
  expect(await follow(job, api, clock)).toMatchObject({ words: ['The task ended with ERROR'] })
})

test('a task that ends well while the account never changes is not confirmed', async () => {
  const { job, api, clock } = stage([ended('SUCCESS')], [enabled])
  expect(await follow(job, api, clock)).toMatchObject({ is: 'not-confirmed', why: 'unchanged' })
})

test('a task that is not there yet is asked for again', async () => {
  const { job, api, clock } = stage([missing, missing, ended('SUCCESS')], [disabled])
  expect(await follow(job, api, clock)).toMatchObject({ is: 'confirmed' })
})

test.each([
  ['does not exist', missing],
  ['may not be read', refused],
])('where the task %s, the account alone tells', async (_name, answer) => {
  const { job, api, clock } = stage([answer], [enabled, enabled, disabled])
  expect(await follow(job, api, clock)).toMatchObject({ is: 'confirmed' })
})

test('where the tenant names no task, none is asked for', async () => {
  const { job, api, clock, reads } = stage([], [disabled])
  const verdict = await follow({ ...job, taskId: undefined }, api, clock)
  expect(verdict).toMatchObject({ is: 'confirmed' })
  expect(reads).toHaveLength(1)
})

test('an account that is gone is said to be gone, whether its task is known or not', async () => {
  const known = stage([ended('SUCCESS')], [missing])
  const lost = stage([missing], [enabled, missing])
  expect(await follow(known.job, known.api, known.clock)).toEqual({ is: 'gone' })
  expect(await follow(lost.job, lost.api, lost.clock)).toEqual({ is: 'gone' })
})

test('an account that may not be read is not confirmed and not guessed at', async () => {
  const { job, api, clock } = stage([ended('SUCCESS')], [refused])
  expect(await follow(job, api, clock)).toEqual({
    is: 'not-confirmed',
    account: undefined,
    why: 'unread',
  })
})

test('a task that never ends is given up within the limit, after a last look at the account', async () => {
  const still = stage([running], [enabled])
  const done = stage([running], [disabled])
  expect(await follow(still.job, still.api, still.clock)).toMatchObject({ why: 'running' })
  expect(still.elapsed()).toBeLessThanOrEqual(limits.taskMs + limits.longestMs)
  expect(await follow(done.job, done.api, done.clock)).toMatchObject({ is: 'confirmed' })
})

test('reads come at growing distances, and never further apart than the longest', async () => {
  const { job, api, clock, sleeps } = stage([running], [enabled])
  await follow(job, api, clock)
  const waits = sleeps.map(({ ms }) => ms)
  expect(waits[0]).toBe(limits.firstMs)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(Math.max(...waits)).toBe(limits.longestMs)
})

test('Retry-After is obeyed, and an absurd one is clamped', async () => {
  const script = [busy(7_000), busy(-5), busy(0), busy(Number.NaN), ended('SUCCESS')]
  const { job, api, clock, sleeps } = stage(script, [busy(1e12), disabled])
  expect(await follow(job, api, clock)).toMatchObject({ is: 'confirmed' })
  expect(sleeps.map(({ ms }) => ms)).toEqual([7_000, 500, 500, 500, limits.mostWaitMs])
})

test('a change is confirmed although the tenant is busy for longer than the account may lag', async () => {
  const { job, api, clock } = stage([ended('SUCCESS')], [enabled, busy(60_000), down, disabled])
  expect(await follow(job, api, clock)).toMatchObject({ is: 'confirmed' })
})

test('a tenant that is away for good is given up, and nothing is claimed', async () => {
  const { job, api, clock } = stage([down], [down], 30_000)
  expect(await follow(job, api, clock)).toEqual({
    is: 'not-confirmed',
    account: undefined,
    why: 'unread',
  })
})

const anyAccount = fc.oneof(
  fc.constantFrom(enabled, disabled, missing, refused, down),
  fc.double({ min: -1e6, max: 1e9 }).map(busy),
)
const anyTask = fc.oneof(
  fc.constantFrom(running, missing, refused, down),
  fc.constantFrom('SUCCESS', 'WARNING', 'ERROR', 'TERMINATED', 'TEMPERROR').map((s) => ended(s)),
  fc.double({ min: -1e6, max: 1e9 }).map(busy),
)

test('whatever the tenant answers in whatever order: it ends, and claims only what was read', async () => {
  const odd = fc.record({
    tasks: fc.array(anyTask, { minLength: 1, maxLength: 12 }),
    accounts: fc.array(anyAccount, { minLength: 1, maxLength: 12 }),
    callMs: fc.nat(30_000),
  })
  await fc.assert(
    fc.asyncProperty(odd, async ({ tasks, accounts, callMs }) => {
      const { job, api, clock, reads, sleeps, elapsed } = stage([...tasks], [...accounts], callMs)
      const verdict = await follow(job, api, clock)
      const last = reads.at(-1)
      if (verdict.is === 'confirmed') expect(last).toBe(disabled)
      if (verdict.is === 'gone') expect(last).toBe(missing)
      if (verdict.is === 'failed') {
        const bad = reads.some((read) => tasks.includes(read as Read<TaskStatus>) && isBad(read))
        expect(bad).toBe(true)
      }
      for (const { ms, after } of sleeps) {
        expect(ms).toBeGreaterThanOrEqual(after === 'busy' ? limits.leastWaitMs : limits.firstMs)
      }
      const budget = limits.taskMs + limits.settleMs + limits.blindMs + 3 * limits.deafMs
      expect(elapsed()).toBeLessThanOrEqual(budget + 8 * callMs)
    }),
  )
})

function isBad(read: Read<TaskStatus> | Read<Account>) {
  if (read.is !== 'found' || !('completionStatus' in read.value)) return false
  return ['ERROR', 'TERMINATED', 'TEMPERROR'].includes(read.value.completionStatus ?? '')
}
