import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  byUrgency,
  isOpen,
  runBulk,
  type Answer,
  type BulkDeps,
  type Sent,
  type Verdict,
} from './bulk.ts'

const items = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Bob' },
]
const accepted = (...ids: string[]): Sent => ({
  is: 'answered',
  answers: ids.map((id) => ({ id, statusCode: 202, message: null })),
})

/** A tenant whose log-ins switch after so many re-reads; undefined: never. */
function tenant(sent: Sent, switchAfter: Record<string, number> = {}) {
  const log = { sends: 0, reads: [] as string[][] }
  const deps: BulkDeps = {
    send: async () => {
      log.sends++
      return sent
    },
    readDisabled: async (ids) => {
      log.reads.push(ids)
      const at = log.reads.length
      return new Map(ids.map((id) => [id, at >= (switchAfter[id] ?? Infinity)]))
    },
    sleep: async () => {},
  }
  return { deps, log }
}

const states = (verdicts: Verdict[]) => verdicts.map(({ id, state }) => `${id} ${state}`)

test('accepted is not done: an item is confirmed only once a re-read shows it', async () => {
  const { deps } = tenant(accepted('a', 'b'), { a: 1, b: 3 })
  const seen: string[][] = []

  const verdicts = await runBulk('disable', items, deps, (now) => seen.push(states(now)))

  expect(states(verdicts)).toEqual(['a confirmed', 'b confirmed'])
  expect(seen).toContainEqual(['a sending', 'b sending'])
  expect(seen).toContainEqual(['a accepted', 'b accepted'])
  expect(seen).toContainEqual(['a confirmed', 'b accepted'])
})

test('what the re-read never shows is not confirmed, and says so', async () => {
  const { deps } = tenant(accepted('a', 'b'), { a: 1 })

  const verdicts = await runBulk('disable', items, deps)

  expect(states(verdicts)).toEqual(['a confirmed', 'b unconfirmed'])
  expect(verdicts[1]?.words).toContain('does not show it')
})

test('a refused item fails in the words of the tenant and is not read again', async () => {
  const words = 'Referenced identity "b" was not found.'
  const answers: Answer[] = [
    { id: 'a', statusCode: 202, message: null },
    { id: 'b', statusCode: 404, message: words },
  ]
  const { deps, log } = tenant({ is: 'answered', answers }, { a: 1 })

  const verdicts = await runBulk('disable', items, deps)

  expect(verdicts[1]).toEqual({ id: 'b', name: 'Bob', state: 'failed', words })
  expect(log.reads).toEqual([['a']])
})

test('a request refused as a whole fails every item and reads nothing', async () => {
  const { deps, log } = tenant({ is: 'refused', words: 'Not allowed' })

  const verdicts = await runBulk('enable', items, deps)

  expect(states(verdicts)).toEqual(['a failed', 'b failed'])
  expect(log.reads).toEqual([])
})

test('a lost answer is settled by reading, never by sending again', async () => {
  const { deps, log } = tenant({ is: 'lost', words: 'No connection' }, { a: 2 })

  const verdicts = await runBulk('disable', items, deps)

  expect(states(verdicts)).toEqual(['a confirmed', 'b unconfirmed'])
  expect(verdicts[1]?.words).toContain('No connection')
  expect(log.sends).toBe(1)
})

test('an item that the answer leaves out is checked; ones it adds are ignored', async () => {
  const { deps } = tenant(accepted('a', 'stranger'), { a: 1, b: 1 })

  expect(states(await runBulk('disable', items, deps))).toEqual(['a confirmed', 'b confirmed'])
})

test('of two answers for one identity the refusal is believed', async () => {
  const answers: Answer[] = [
    { id: 'a', statusCode: 202 },
    { id: 'a', statusCode: 500, message: 'Broken' },
  ]
  const { deps } = tenant({ is: 'answered', answers }, { a: 1 })

  expect(states(await runBulk('disable', items.slice(0, 1), deps))).toEqual(['a failed'])
})

test('an identity selected twice is sent once', async () => {
  const sent: string[][] = []
  const { deps } = tenant(accepted('a'), { a: 1 })
  const spied: BulkDeps = {
    ...deps,
    send: (action, ids) => (sent.push(ids), deps.send(action, ids)),
  }

  await runBulk('disable', [...items.slice(0, 1), ...items.slice(0, 1)], spied)

  expect(sent).toEqual([['a']])
})

test('identities that cannot be read again are not confirmed', async () => {
  const { deps } = tenant(accepted('a'))
  const verdicts = await runBulk('disable', items.slice(0, 1), {
    ...deps,
    readDisabled: async () => new Map(),
  })
  expect(verdicts[0]).toMatchObject({ state: 'unconfirmed' })
  expect(verdicts[0]?.words).toContain('could not be read')
})

test('failed items come first', () => {
  const verdicts: Verdict[] = [
    { id: 'a', name: 'Ann', state: 'confirmed' },
    { id: 'b', name: 'Bob', state: 'failed' },
    { id: 'c', name: 'Cid', state: 'unconfirmed' },
  ]
  expect(states(byUrgency(verdicts))).toEqual(['b failed', 'c unconfirmed', 'a confirmed'])
})

test('whatever the tenant answers, each item ends once, and none is confirmed that is not', async () => {
  const ids = ['a', 'b', 'c', 'd']
  const answer = fc.record(
    {
      id: fc.constantFrom(...ids, 'stranger', ''),
      statusCode: fc.constantFrom(0, 200, 202, 207, 400, 404, 429, 500),
      message: fc.option(fc.string()),
    },
    { requiredKeys: [] },
  )
  const sent: fc.Arbitrary<Sent> = fc.oneof(
    fc.record({ is: fc.constant('answered' as const), answers: fc.array(answer) }),
    fc.record({ is: fc.constantFrom('refused' as const, 'lost' as const), words: fc.string() }),
  )
  const switches = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 9 }))
  await fc.assert(
    fc.asyncProperty(sent, switches, async (reply, switchAfter) => {
      const { deps, log } = tenant(reply, switchAfter)
      const verdicts = await runBulk(
        'disable',
        ids.map((id) => ({ id, name: id })),
        deps,
      )
      expect(verdicts.map(({ id }) => id)).toEqual(ids)
      expect(verdicts.some(isOpen)).toBe(false)
      for (const { id, state } of verdicts) {
        if (state === 'confirmed') expect(log.reads.length).toBeGreaterThanOrEqual(switchAfter[id]!) // set, or the read would not have shown it
      }
      expect(log.sends).toBe(1)
    }),
  )
})
