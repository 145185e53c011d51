import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { SentAction } from './actions.ts'
import { account, answerBy, calls, json, refusal } from './testing/answers.ts'
import type { Notice } from './verdict-notice.ts'

const told: Notice[] = []
vi.mock('./tell.ts', () => ({ tell: (notice: Notice) => told.push(notice) }))

const { startAction } = await import('./mutations.ts')
const { reassignTo } = await import('./panel/reassign-to.ts')
const { pending } = await import('./pending.ts')

const client = new QueryClient()
let routes: ReturnType<typeof answerBy>

beforeEach(() => {
  vi.useFakeTimers()
  told.length = 0
  routes = answerBy({})
})
afterEach(() => vi.useRealTimers())

const reassigned = (isWatched?: () => boolean): SentAction => ({
  ...reassignTo({ id: 'i2', name: 'Bob' }),
  ...(isWatched && { isWatched }),
})
const bob = account('a', { identityId: 'i2' })
const done = async (action: SentAction) => {
  const outcome = startAction(client, action, account('a'))
  await vi.runAllTimersAsync()
  return outcome
}

test('a change of a form is sent from here, and the account is read until it shows it', async () => {
  const bodies: unknown[] = []
  routes['PATCH /accounts/a'] = async (request) => {
    bodies.push(await request.json())
    return json({}, 202)
  }
  const reads = [account('a'), bob]
  routes['GET /accounts/a'] = () => json(reads.length > 1 ? reads.shift() : reads[0])
  await done(reassigned())
  expect(bodies).toEqual([[{ op: 'replace', path: '/identityId', value: 'i2' }]])
  expect(told).toEqual([{ tone: 'good', title: 'a: reassigned', isSeen: true }])
  expect(calls).not.toContain('POST /runs')
})

test('it is said to be not confirmed where the account never shows it', async () => {
  routes['PATCH /accounts/a'] = () => json({}, 202)
  routes['GET /accounts/a'] = () => json(account('a'))
  const outcome = startAction(client, reassigned(), account('a'))
  expect(pending.get('a')).toBe('reassign')
  await vi.runAllTimersAsync()
  expect(await outcome).toMatchObject({ is: 'unchanged' })
  expect(told).toMatchObject([{ tone: 'warning', title: 'Reassigning a not confirmed' }])
})

test('one whose answer is lost is settled by reading the account, never by sending it again', async () => {
  routes['PATCH /accounts/a'] = () => {
    throw new TypeError('fetch failed')
  }
  routes['GET /accounts/a'] = () => json(bob)
  await done(reassigned())
  expect(told).toMatchObject([{ title: 'a: reassigned' }])
  routes['PATCH /accounts/a'] = () => refusal(504, 'No answer in time')
  routes['GET /accounts/a'] = () => json(account('a'))
  await done(reassigned())
  expect(told.at(-1)).toMatchObject({ tone: 'bad', text: 'No answer in time' })
  expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(2)
})

test('what fails is left to the form to tell, and told once that has gone', async () => {
  routes['PATCH /accounts/a'] = () => refusal(500, 'An internal fault occurred.')
  let isThere = true
  const watched = reassigned(() => isThere)
  const outcome = await done(watched)
  expect(told).toEqual([])
  expect(outcome).toMatchObject({ is: 'refused', error: { trackingId: 'track1' } })

  const later = startAction(client, watched, account('a'))
  isThere = false
  await vi.runAllTimersAsync()
  await later
  expect(told).toMatchObject([{ tone: 'bad', text: 'An internal fault occurred.' }])
})
