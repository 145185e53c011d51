import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { SentAction } from './actions.ts'
import type { Change } from './panel/edit-fields.ts'
import { account, answerBy, calls, json, refusal } from './testing/answers.ts'
import type { Notice } from './verdict-notice.ts'

const told: Notice[] = []
vi.mock('./tell.ts', () => ({ tell: (notice: Notice) => told.push(notice) }))

const { startAction } = await import('./mutations.ts')
const { saveAttributes } = await import('./panel/save-attributes.ts')
const { pending } = await import('./pending.ts')

const client = new QueryClient()
let routes: ReturnType<typeof answerBy>

beforeEach(() => {
  vi.useFakeTimers()
  told.length = 0
  routes = answerBy({})
})
afterEach(() => vi.useRealTimers())

const city = { name: 'city', kind: 'text', type: 'STRING', initial: 'Bern' } as const
const plain = { description: undefined, fixed: undefined, isSecret: false, isTyped: false }
const changes: Change[] = [{ field: { ...city, ...plain }, from: 'Bern', to: 'Basel' }]
const saved = (isWatched = () => false): SentAction =>
  saveAttributes(changes, { city: 'Bern' }, isWatched)
const moved = account('a', { attributes: { city: 'Basel' } })
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
  const reads = [account('a'), moved]
  routes['GET /accounts/a'] = () => json(reads.length > 1 ? reads.shift() : reads[0])
  await done(saved())
  expect(bodies).toEqual([[{ op: 'replace', path: '/attributes/city', value: 'Basel' }]])
  expect(told).toEqual([{ tone: 'good', title: 'a: attributes changed', isSeen: true }])
  expect(calls).not.toContain('PUT /runs/new')
})

test('it is said to be not confirmed where the account never shows it', async () => {
  routes['PATCH /accounts/a'] = () => json({}, 202)
  routes['GET /accounts/a'] = () => json(account('a'))
  const outcome = startAction(client, saved(), account('a'))
  expect(pending.get('a')).toBe('edit')
  await vi.runAllTimersAsync()
  expect(await outcome).toMatchObject({ is: 'unchanged' })
  expect(told).toMatchObject([
    { tone: 'warning', title: 'Change of the attributes of a not confirmed' },
  ])
})

test('one whose answer is lost is settled by reading the account, never by sending it again', async () => {
  routes['PATCH /accounts/a'] = () => {
    throw new TypeError('fetch failed')
  }
  routes['GET /accounts/a'] = () => json(moved)
  await done(saved())
  expect(told).toMatchObject([{ title: 'a: attributes changed' }])
  routes['PATCH /accounts/a'] = () => refusal(504, 'No answer in time')
  routes['GET /accounts/a'] = () => json(account('a'))
  await done(saved())
  expect(told.at(-1)).toMatchObject({ tone: 'bad', text: 'No answer in time' })
  expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(2)
})

test('what fails is left to the form to tell, and told once that has gone', async () => {
  routes['PATCH /accounts/a'] = () => refusal(500, 'An internal fault occurred.')
  let isThere = true
  const watched = saved(() => isThere)
  const outcome = await done(watched)
  expect(told).toEqual([])
  expect(outcome).toMatchObject({ is: 'refused', error: { trackingId: 'track1' } })

  const later = startAction(client, watched, account('a'))
  isThere = false
  await vi.runAllTimersAsync()
  await later
  expect(told).toMatchObject([{ tone: 'bad', text: 'An internal fault occurred.' }])
})
