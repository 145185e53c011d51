import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { AccountAction } from './actions.ts'
import type { Change } from './panel/edit-fields.ts'
import { account, answerBy, json, refusal } from './testing/answers.ts'
import type { Notice } from './verdict-notice.ts'

const told: Notice[] = []
vi.mock('#lib/uuid.ts', () => ({ newUuid: () => 'new' }))
vi.mock('./tell.ts', () => ({ tell: (notice: Notice) => told.push(notice) }))
vi.stubGlobal(
  'EventSource',
  class extends EventTarget {
    close() {}
  },
)
vi.stubGlobal('document', { hidden: false, addEventListener() {} })

const { startAction } = await import('./mutations.ts')
const { saveAttributes } = await import('./panel/save-attributes.ts')
const { pending } = await import('./pending.ts')

const client = new QueryClient()
let routes: ReturnType<typeof answerBy>
const bodies: unknown[] = []

beforeEach(() => {
  vi.useFakeTimers()
  told.length = 0
  bodies.length = 0
  routes = answerBy({
    'PUT /runs/new': async (request) => {
      bodies.push(await request.json())
      return json({ run: { id: 'run-a' }, kept: null }, 201)
    },
    'GET /runs/run-a/items': () => verdict('done'),
    'GET /accounts/a': () => json(account('a', { attributes: { city: 'Basel' } })),
  })
})
afterEach(() => vi.useRealTimers())

const verdict = (state: string, rest = {}) => json({ items: [{ state, words: null, ...rest }] })
const city = { name: 'city', kind: 'text', type: 'STRING', initial: 'Bern' } as const
const plain = { description: undefined, fixed: undefined, isSecret: false, isTyped: false }
const changes: Change[] = [{ field: { ...city, ...plain }, from: 'Bern', to: 'Basel' }]
const saved = (isWatched = () => false): AccountAction => saveAttributes(changes, isWatched)
async function done(action: AccountAction) {
  const outcome = startAction(client, action, account('a'))
  expect(pending.get('a')).toBe('edit')
  await vi.runAllTimersAsync()
  return outcome
}

test('what a form has put together goes by a run, and is told once the account shows it', async () => {
  await done(saved())
  const attributes = [{ name: 'city', value: 'Basel' }]
  expect(bodies).toEqual([{ action: 'edit', selection: { accountIds: ['a'] }, attributes }])
  expect(told).toEqual([{ tone: 'good', title: 'a: attributes changed', isSeen: true }])
})

test('it is said to be not confirmed where the account never shows it', async () => {
  routes['GET /runs/run-a/items'] = () => verdict('notConfirmed', { words: 'It does not show.' })
  expect(await done(saved())).toMatchObject({ is: 'not-confirmed' })
  const title = 'Change of the attributes of a not confirmed'
  expect(told).toEqual([{ tone: 'warning', title, text: 'It does not show.' }])
})

test('what fails is left to the form to tell, and told once that has gone', async () => {
  const refused = { words: 'Too long.', trackingId: 'track1', status: 400 }
  routes['GET /runs/run-a/items'] = () => verdict('failed', refused)
  let isThere = true
  const watched = saved(() => isThere)
  expect(await done(watched)).toMatchObject({ is: 'failed', item: refused })
  routes['PUT /runs/new'] = () => refusal(500, 'An internal fault occurred.')
  expect(await done(watched)).toMatchObject({ is: 'refused', error: { trackingId: 'track1' } })
  expect(told).toEqual([])

  const later = startAction(client, watched, account('a'))
  isThere = false
  await vi.runAllTimersAsync()
  await later
  expect(told).toMatchObject([{ tone: 'bad', text: 'An internal fault occurred.' }])
})
