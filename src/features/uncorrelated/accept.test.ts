import fc from 'fast-check'
import { expect, test, vi } from 'vitest'

import type { Plan, PlanItem, RunItem } from '#api/run-plan.ts'

import type { AcceptCalls, Item, VerdictState } from './accept.ts'

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://console.test' }))
const { isOpen, needsSomebody, runAccept } = await import('./accept.ts')

type Planned = Pick<PlanItem, 'group' | 'reason'>
type Ran = Pick<RunItem, 'state'> & Partial<RunItem>

const item = (id: string): Item => ({
  account: { id, name: `account ${id}`, sourceId: 's1', sourceName: 'AD', authoritative: false },
  owner: { id: 'ada', name: 'Ada Lovelace', alias: 'ada', email: '' },
})
const goes: Planned = { group: 'willChange', reason: null }
const reason = (code: string, text = '') => ({ code, text }) as NonNullable<PlanItem['reason']> // of whatever the console may say
const risky: Planned = { group: 'risky', reason: reason('authoritative') }
const owns = (identityId: string | null) => ({ after: { identityId } }) as Pick<RunItem, 'after'> // what else it is like does not matter

/** A console that plans by account, and a run of which each look shows the next state of all. */
function console(plans: (id: string) => Planned, looks: Ran[]) {
  const log: string[] = []
  let at = 0
  let sent: string[] = []
  const calls: AcceptCalls = {
    async plan(asked) {
      const ids = asked.map(({ account }) => account.id)
      log.push(`plan ${ids.join()}`)
      const items = ids.map((id, index) => ({ line: index + 1, ...plans(id) }) as PlanItem)
      sent = ids.filter((id) => ['willChange', 'risky'].includes(plans(id).group))
      return { plan: { id: 'p1', sends: sent.length } as Plan, items }
    },
    start: async ({ sends }) => {
      log.push(`start ${sends}`)
      return 'r1'
    },
    items: async () => {
      const look = looks[Math.min(at, looks.length - 1)]
      at += 1
      return look && sent.map((accountId) => ({ accountId, words: null, ...look }) as RunItem)
    },
    news: () => ({ next: async () => {}, stop: () => log.push('stop') }),
  }
  return { calls, log }
}

async function endOf(planned: Planned, ...looks: Ran[]) {
  const { calls, log } = console(() => planned, looks)
  const seen: VerdictState[] = []
  const [verdict] = await runAccept([item('a')], calls, {
    onVerdict: ({ state }) => seen.push(state),
  })
  return { verdict, log, seen }
}

test('accepted is not done: the run says when the account shows its owner', async () => {
  const states = ['planned', 'sent', 'accepted', 'done'] as const
  const looks = states.map((state) => ({ state }))
  const { verdict, seen, log } = await endOf(goes, ...looks)
  expect(verdict?.state).toBe('confirmed')
  expect(seen).toEqual(['waiting', 'waiting', 'sending', 'checking', 'confirmed'])
  expect(log).toEqual(['plan a', 'start 1', 'stop'])
})

test.each<[Ran, Partial<Awaited<ReturnType<typeof endOf>>['verdict']>]>([
  [
    { state: 'failed', words: 'No such identity.', trackingId: 't9' },
    { state: 'failed', words: 'No such identity.', trackingId: 't9', isForbidden: false },
  ],
  [
    { state: 'failed', status: 403 },
    { state: 'failed', isForbidden: true },
  ],
  [
    { state: 'notConfirmed', words: 'It does not show.' },
    { state: 'unconfirmed', words: 'It does not show.' },
  ],
  [{ state: 'notSent' }, { state: 'failed' }],
  [
    { state: 'skipped', words: 'It belongs to Bob by now.', ...owns('bob') },
    { state: 'taken', words: 'It belongs to Bob by now.' },
  ],
  [{ state: 'skipped', ...owns('ada') }, { state: 'confirmed' }],
])('an item that ends as %o', async (ran, verdict) => {
  expect((await endOf(goes, { state: 'sent' }, ran)).verdict).toMatchObject(verdict ?? {})
})

test.each<[string, Planned, VerdictState]>([
  ['has found another owner', { group: 'alreadySo', reason: reason('ownedByAnother') }, 'taken'],
  ['has this owner already', { group: 'alreadySo', reason: reason('alreadyOwned') }, 'confirmed'],
  ['is gone', { group: 'unmatched', reason: reason('unknownAccount') }, 'failed'],
  ['may not be changed', { group: 'notAllowed', reason: reason('noLevel') }, 'failed'],
])('nothing is sent for an account that %s', async (_what, planned, state) => {
  const { verdict, log } = await endOf(planned)
  expect(verdict).toMatchObject({ state })
  expect(verdict?.isForbidden ?? false).toBe(planned.reason?.code === 'noLevel')
  expect(log).toEqual(['plan a'])
})

test('what turns out to be of an authoritative source is left out without the typed name', async () => {
  const { calls, log } = console((id) => (id === 'a' ? risky : goes), [{ state: 'done' }])
  const told = { onVerdict: () => {} }
  const [untyped, other] = await runAccept([item('a'), item('b')], calls, told)
  expect(untyped).toMatchObject({ state: 'failed' })
  expect(untyped?.words).toContain('type the name of its owner')
  expect(other?.state).toBe('confirmed')
  expect(log).toEqual(['plan a,b', 'plan b', 'start 1', 'stop'])
  const [typed] = await runAccept([{ ...item('a'), isTyped: true }], calls, told)
  expect(typed?.state).toBe('confirmed')
})

test('what cannot be planned or started has failed; what was started is not known', async () => {
  const { calls } = console(() => goes, [{ state: 'sent' }])
  const broken = async () => {
    throw new Error('No connection')
  }
  const told = { onVerdict: () => {} }
  const ends = [
    await runAccept([item('a')], { ...calls, plan: broken }, told),
    await runAccept([item('a')], { ...calls, start: broken }, told),
    await runAccept([item('a')], { ...calls, items: broken }, told),
  ]
  expect(ends.map(([end]) => [end?.state, end?.words])).toEqual([
    ['failed', 'No connection'],
    ['failed', 'No connection'],
    ['unconfirmed', 'No connection'],
  ])
})

test('while the console cannot be asked, it goes on to be waited for', async () => {
  const { calls } = console(() => goes, [{ state: 'sent' }, { state: 'done' }])
  let isAway = true
  const away: AcceptCalls = {
    ...calls,
    items: async (id) => (isAway ? undefined : calls.items(id)),
    news: () => ({ next: async () => void (isAway = false), stop: () => {} }),
  }
  const [verdict] = await runAccept([item('a')], away, { onVerdict: () => {} })
  expect(verdict?.state).toBe('confirmed')
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

test('whatever the console answers, each item ends once, and is confirmed only where it is so', async () => {
  const planned = fc.constantFrom<Planned>(
    goes,
    risky,
    { group: 'alreadySo', reason: reason('ownedByAnother') },
    { group: 'notAllowed', reason: reason('logInAccount') },
    { group: 'unmatched', reason: reason('unknownAccount') },
  )
  const ran = fc.constantFrom<Ran>(
    { state: 'done' },
    { state: 'failed', words: 'no' },
    { state: 'notConfirmed' },
    { state: 'notSent' },
    { state: 'skipped', ...owns('bob') },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(planned, { minLength: 5, maxLength: 5 }), ran, async (of, last) => {
      const ids = ['a', 'b', 'c', 'd', 'e']
      const { calls, log } = console((id) => of[ids.indexOf(id)] ?? goes, [{ state: 'sent' }, last])
      const verdicts = await runAccept(ids.map(item), calls, { onVerdict: () => {} })
      expect(verdicts.map(({ account }) => account.id)).toEqual(ids)
      expect(verdicts.some(isOpen)).toBe(false)
      const sent = of.filter((each) => each === goes).length
      const confirmed = verdicts.filter(({ state }) => state === 'confirmed').length
      expect(confirmed).toBe(last.state === 'done' ? sent : 0)
      expect(log.filter((line) => line.startsWith('start'))).toEqual(
        sent > 0 ? [`start ${sent}`] : [],
      )
    }),
  )
})
