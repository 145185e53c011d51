import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  isOpen,
  needsSomebody,
  runAccept,
  type AcceptCalls,
  type Item,
  type Seen,
  type Sent,
} from './accept.ts'

const item = (id: string): Item => ({
  account: { id, name: `account ${id}`, sourceId: 's1', sourceName: 'AD', authoritative: false },
  owner: { id: 'ada', name: 'Ada Lovelace', alias: 'ada', email: '' },
})
const free: Seen = { is: 'found', owner: undefined }
const adas: Seen = { is: 'found', owner: { id: 'ada', name: 'Ada Lovelace' } }
const bobs: Seen = { is: 'found', owner: { id: 'bob', name: 'Bob' } }
const unread: Seen = { is: 'unread', words: 'No connection', trackingId: 't1' }

/** A tenant that answers the reads of an account one after the other, the last one for ever. */
function tenant(reads: Seen[], sent: Sent = { is: 'accepted' }) {
  const log: string[] = []
  const counts = new Map<string, number>()
  const calls: AcceptCalls = {
    read: async (id) => {
      const at = counts.get(id) ?? 0
      counts.set(id, at + 1)
      log.push(`read ${id}`)
      return reads[Math.min(at, reads.length - 1)] ?? { is: 'gone' }
    },
    correlate: async (id, identity) => {
      log.push(`correlate ${id} ${identity}`)
      return sent
    },
    sleep: async () => {},
  }
  return { calls, log }
}

async function stateOf(reads: Seen[], sent?: Sent) {
  const { calls, log } = tenant(reads, sent)
  const seen: string[] = []
  const [verdict] = await runAccept([item('a')], calls, ({ state }) => seen.push(state))
  return { verdict, log, seen }
}

test('accepted is not done: it is confirmed once a re-read shows the owner', async () => {
  const { verdict, seen } = await stateOf([free, free, adas])
  expect(verdict?.state).toBe('confirmed')
  expect(seen).toEqual(['waiting', 'sending', 'checking', 'confirmed'])
})

test('what no re-read shows is not confirmed', async () => {
  const { verdict } = await stateOf([free])
  expect(verdict).toMatchObject({ state: 'unconfirmed' })
  expect(verdict?.words).toContain('does not show it')
})

test('a refusal fails with the words and the tracking id of the tenant, and is not read again', async () => {
  const { verdict, log } = await stateOf([free], {
    is: 'refused',
    words: 'There is no such identity.',
    trackingId: 't9',
  })
  expect(verdict).toMatchObject({
    state: 'failed',
    words: 'There is no such identity.',
    trackingId: 't9',
  })
  expect(log).toEqual(['read a', 'correlate a ada'])
})

test('an account that has found another owner meanwhile is not taken from them', async () => {
  const { verdict, log } = await stateOf([bobs])
  expect(verdict).toMatchObject({ state: 'taken' })
  expect(verdict?.words).toContain('Bob')
  expect(log).toEqual(['read a'])
})

test.each([
  ['is gone', { is: 'gone' } as const],
  ['cannot be read', unread],
])('nothing is sent for an account that %s', async (_what, seen) => {
  const { verdict, log } = await stateOf([seen])
  expect(verdict?.state).toBe('failed')
  expect(verdict?.words).toMatch(/nothing was sent/i)
  expect(log).toEqual(['read a'])
})

test('what turns out to be of an authoritative source is not sent without the typed name', async () => {
  const { calls, log } = tenant([{ ...free, authoritative: true }, adas])
  const [untyped] = await runAccept([item('a')], calls, () => {})
  expect(untyped).toMatchObject({ state: 'failed' })
  expect(untyped?.words).toContain('type the name of its owner')
  expect(log).toEqual(['read a'])
  const typed = tenant([{ ...free, authoritative: true }, adas])
  const [sent] = await runAccept([{ ...item('a'), isTyped: true }], typed.calls, () => {})
  expect(sent).toMatchObject({ state: 'confirmed' })
})

test('an account that has the owner already is confirmed without a change', async () => {
  const { verdict, log } = await stateOf([adas])
  expect(verdict?.state).toBe('confirmed')
  expect(log).toEqual(['read a'])
})

test('a lost answer is settled by reading, and never sent again', async () => {
  const lost: Sent = { is: 'lost', words: 'Bad gateway', trackingId: 't2' }
  expect((await stateOf([free, adas], lost)).verdict?.state).toBe('confirmed')
  const unchanged = await stateOf([free, free], lost)
  expect(unchanged.verdict).toMatchObject({ state: 'failed', words: 'Bad gateway' })
  expect(unchanged.log.filter((line) => line.startsWith('correlate'))).toHaveLength(1)
  const unknown = await stateOf([free, unread], lost)
  expect(unknown.verdict).toMatchObject({ state: 'unconfirmed', trackingId: 't2' })
})

test('those that need somebody come by urgency', async () => {
  const verdicts = (['confirmed', 'unconfirmed', 'taken', 'failed'] as const).map((state) => ({
    ...item(state),
    state,
  }))
  expect(needsSomebody(verdicts).map(({ state }) => state)).toEqual([
    'failed',
    'taken',
    'unconfirmed',
  ])
})

test('whatever the tenant does, each item ends once, is sent once at most, and is confirmed only where it is so', async () => {
  const seen = fc.constantFrom<Seen>(free, adas, bobs, unread, { is: 'gone' })
  const sent = fc.constantFrom<Sent>(
    { is: 'accepted' },
    { is: 'refused', words: 'no' },
    { is: 'lost', words: 'lost' },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(seen, { minLength: 1, maxLength: 6 }), sent, async (reads, reply) => {
      const { calls, log } = tenant(reads, reply)
      const items = ['a', 'b', 'c', 'd', 'e'].map(item)
      const verdicts = await runAccept(items, calls, () => {})
      expect(verdicts.map(({ account }) => account.id)).toEqual(['a', 'b', 'c', 'd', 'e'])
      expect(verdicts.some(isOpen)).toBe(false)
      for (const { account, state } of verdicts) {
        const sends = log.filter((line) => line === `correlate ${account.id} ada`)
        expect(sends.length).toBeLessThanOrEqual(1)
        if (state === 'confirmed') expect(reads).toContain(adas)
      }
    }),
  )
})
