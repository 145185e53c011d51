import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Account } from '#api/client.ts'

import type { AccountAction, SentId } from './actions.ts'
import type { Notice } from './verdict-notice.ts'

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://console.test' }))
type Route = (request: Request) => Response | Promise<Response>
const told: Notice[] = []
vi.mock('./tell.ts', () => ({ tell: (notice: Notice) => told.push(notice) }))

const calls: string[] = []
let routes: Record<string, Route>
// The API client keeps the fetch that it finds when it is made.
vi.stubGlobal('fetch', async (request: Request) => {
  const key = `${request.method} ${new URL(request.url).pathname.replace('/api/v2024', '')}`
  calls.push(key)
  const route = routes[key]
  if (!route) throw new TypeError(`Nothing answers ${key}`)
  return route(request)
})

const { accountActions } = await import('./actions.ts')
const { startAction } = await import('./mutations.ts')
const { pending } = await import('./pending.ts')
const { accountPageQuery, accountQuery } = await import('./queries.ts')
const { identityAccountsQuery } = await import('./identity-accounts.ts')
const { refusedActionsQuery } = await import('#features/session/queries.ts')
const { defaults, listOf } = await import('./search.ts')

const account = (id: string, change: Partial<Account> = {}): Account => ({
  id,
  name: id,
  sourceId: 's1',
  sourceName: 'AD',
  identityId: 'i1',
  attributes: null,
  authoritative: false,
  disabled: false,
  locked: false,
  nativeIdentity: `CN=${id}`,
  systemAccount: false,
  uncorrelated: false,
  manuallyCorrelated: false,
  hasEntitlements: false,
  features: 'ENABLE, UNLOCK',
  ...change,
})

const json = (body: unknown, status = 200, headers = {}) => Response.json(body, { status, headers })
const refusal = (status: number, text: string) =>
  json({ trackingId: 'track1', messages: [{ locale: 'en-US', text }] }, status)
const task = (completionStatus: string | null, message?: string) =>
  json({
    id: 't1',
    completionStatus,
    messages: message ? [{ type: 'ERROR', key: 'k', localizedText: { message } }] : [],
  })

const list = listOf(defaults)
let client: QueryClient
const listed = () => client.getQueryData(accountPageQuery(list, 0).queryKey)
const statesOf = (key: readonly unknown[]) =>
  client.getQueryData<{ items: Account[] }>(key)?.items.map(({ id, disabled }) => [id, disabled])

beforeEach(() => {
  vi.useFakeTimers()
  calls.length = 0
  told.length = 0
  client = new QueryClient()
  const items = [account('a'), account('b')]
  client.setQueryData(accountPageQuery(list, 0).queryKey, { items, total: 2 })
  client.setQueryData(identityAccountsQuery('i1').queryKey, { items, total: 2 })
  client.setQueryData(accountQuery('a').queryKey, account('a'))
  routes = {
    'POST /accounts/a/disable': () => json({ id: 't1' }, 202),
    'POST /accounts/b/disable': () => json({ id: 't1' }, 202),
    'POST /accounts/a/remove': () => json({ id: 't1', type: 'TASK_RESULT' }, 202),
    'GET /task-status/t1': () => task('SUCCESS'),
    'GET /accounts/a': () => json(account('a', { disabled: true })),
    'GET /accounts/b': () => json(account('b', { disabled: true })),
  }
})
afterEach(() => {
  vi.useRealTimers()
  client.clear()
})

const action = (id: SentId): AccountAction => accountActions[id]
/** Starts it and lets all of its waits pass. */
async function run(id: SentId, on: Account) {
  const done = startAction(client, action(id), on)
  await vi.runAllTimersAsync()
  await done
}

test('a confirmed action changes the account in every list and in its own entry', async () => {
  await run('disable', account('a'))
  const after = [
    ['a', true],
    ['b', false],
  ]
  expect(statesOf(accountPageQuery(list, 0).queryKey)).toEqual(after)
  expect(statesOf(identityAccountsQuery('i1').queryKey)).toEqual(after)
  expect(client.getQueryData(accountQuery('a').queryKey)?.disabled).toBe(true)
  expect(told).toEqual([{ tone: 'good', title: 'a: disabled', isSeen: true }])
})

test('until the account has been read again it is pending and shown as it was', async () => {
  routes['GET /task-status/t1'] = () => task(null)
  void startAction(client, action('disable'), account('a'))
  expect(pending.get('a')).toBe('disable')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(calls).toContain('GET /task-status/t1')
  expect(pending.get('a')).toBe('disable')
  expect(statesOf(accountPageQuery(list, 0).queryKey)?.[0]).toEqual(['a', false])
  routes['GET /task-status/t1'] = () => task('SUCCESS')
  await vi.runAllTimersAsync()
  expect(pending.get('a')).toBeUndefined()
})

test('a double click sends once', async () => {
  const first = startAction(client, action('disable'), account('a'))
  expect(startAction(client, action('disable'), account('a'))).toBeUndefined()
  await vi.runAllTimersAsync()
  await first
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual(['POST /accounts/a/disable'])
})

test('a refusal is told in the tenant’s words with its tracking id, and the row is as it was', async () => {
  routes['POST /accounts/a/disable'] = () => refusal(500, 'An internal fault occurred.')
  await run('disable', account('a'))
  expect(told).toEqual([
    {
      tone: 'bad',
      title: 'Could not disable a',
      text: 'An internal fault occurred.',
      reference: { kind: 'tracking', id: 'track1' },
    },
  ])
  expect(statesOf(accountPageQuery(list, 0).queryKey)?.[0]).toEqual(['a', false])
  expect(pending.get('a')).toBeUndefined()
  expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1)
})

test('a 403 is remembered for that action, in the tenant’s words', async () => {
  routes['POST /accounts/a/disable'] = () => refusal(403, 'Not yours')
  await run('disable', account('a'))
  expect(client.getQueryData(refusedActionsQuery.queryKey)).toEqual({
    'account-disable': 'Not yours',
  })
})

test('a task that fails is told with its message, and the row is what the account says', async () => {
  routes['GET /task-status/t1'] = () => task('ERROR', 'INSUFFICIENT_ACCESS_RIGHTS')
  routes['GET /accounts/a'] = () => json(account('a'))
  await run('disable', account('a'))
  expect(told).toEqual([
    {
      tone: 'bad',
      title: 'Could not disable a',
      text: 'INSUFFICIENT_ACCESS_RIGHTS',
      reference: { kind: 'task', id: 't1' },
    },
  ])
  expect(statesOf(accountPageQuery(list, 0).queryKey)?.[0]).toEqual(['a', false])
})

test('a change that the account never shows is said to be not confirmed', async () => {
  routes['GET /accounts/a'] = () => json(account('a'))
  await run('disable', account('a'))
  expect(told).toMatchObject([{ tone: 'warning', title: 'Disabling a not confirmed' }])
})

test('a task that nobody knows does not hide a change that was made', async () => {
  routes['GET /task-status/t1'] = () => refusal(404, 'Unknown')
  await run('disable', account('a'))
  expect(told).toMatchObject([{ title: 'a: disabled' }])
})

test('a removed account leaves every list, and their counts', async () => {
  routes['GET /accounts/a'] = () => refusal(404, 'Unknown')
  await run('remove', account('a'))
  expect(listed()?.items.map(({ id }) => id)).toEqual(['b'])
  expect(listed()?.total).toBe(1)
  expect(told).toEqual([{ tone: 'good', title: 'a: removed' }])
})

test('a full rate limit is waited for, and the action sent again', async () => {
  const answers = [json({ message: 'Slow down' }, 429, { 'Retry-After': '2' })]
  routes['POST /accounts/a/disable'] = () => answers.shift() ?? json({ id: 't1' }, 202)
  await run('disable', account('a'))
  expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(2)
  expect(told).toMatchObject([{ title: 'a: disabled' }])
})

test('an answer lost on the way is settled by reading the account, never by sending again', async () => {
  routes['POST /accounts/a/disable'] = () => {
    throw new TypeError('fetch failed')
  }
  await run('disable', account('a'))
  expect(told).toMatchObject([{ title: 'a: disabled' }])
  routes['GET /accounts/b'] = () => json(account('b'))
  routes['POST /accounts/b/disable'] = () => refusal(504, 'No answer in time')
  await run('disable', account('b'))
  expect(told.at(-1)).toMatchObject({ tone: 'bad', text: 'No answer in time' })
  expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(2)
})

test('two at once each keep their own end, and only the last one out reads the lists again', async () => {
  const invalidate = vi.spyOn(client, 'invalidateQueries')
  routes['POST /accounts/b/disable'] = () => refusal(500, 'No')
  routes['GET /task-status/t1'] = () => task(null)
  const both = [
    startAction(client, action('disable'), account('a')),
    startAction(client, action('disable'), account('b')),
  ]
  await vi.advanceTimersByTimeAsync(1_000)
  expect(pending.get('b')).toBeUndefined()
  expect(pending.get('a')).toBe('disable')
  expect(invalidate).not.toHaveBeenCalled()
  routes['GET /task-status/t1'] = () => task('SUCCESS')
  await vi.runAllTimersAsync()
  await Promise.all(both)
  expect(invalidate).toHaveBeenCalledTimes(1)
  expect(statesOf(accountPageQuery(list, 0).queryKey)).toEqual([
    ['a', true],
    ['b', false],
  ])
})

test('pages that do not hold the account are left alone', async () => {
  const other = { items: [account('z')], total: 1 }
  client.setQueryData(accountPageQuery(list, 5).queryKey, other)
  await run('disable', account('a'))
  expect(client.getQueryData(accountPageQuery(list, 5).queryKey)).toBe(other)
})

test('what fails while its form is there is left to the form to tell, and told once it has gone', async () => {
  routes['POST /accounts/a/disable'] = () => refusal(500, 'An internal fault occurred.')
  let isThere = true
  const watched = { ...action('disable'), isWatched: () => isThere }
  const outcomes = [startAction(client, watched, account('a'))]
  await vi.runAllTimersAsync()
  expect(told).toEqual([])
  expect(await outcomes[0]).toMatchObject({ is: 'refused', error: { trackingId: 'track1' } })

  outcomes.push(startAction(client, watched, account('a')))
  isThere = false
  await vi.runAllTimersAsync()
  expect(told).toMatchObject([{ tone: 'bad', text: 'An internal fault occurred.' }])
})

test('an account is taken away from its identity by a patch without a task, and read until it shows it', async () => {
  const bodies: unknown[] = []
  routes['PATCH /accounts/a'] = async (request) => {
    bodies.push(await request.json())
    return json({}, 202)
  }
  const reads = [account('a'), account('a', { uncorrelated: true, identityId: 'hidden' })]
  routes['GET /accounts/a'] = () => json(reads.length > 1 ? reads.shift() : reads[0])
  await run('uncorrelate', account('a'))
  expect(bodies).toEqual([[{ op: 'remove', path: '/identityId' }]])
  expect(calls.filter((call) => call.includes('task'))).toEqual([])
  expect(told).toEqual([{ tone: 'good', title: 'a: belongs to nobody now', isSeen: true }])
})

test('a reassignment that the account never shows is said to be not confirmed', async () => {
  const { reassignTo } = await import('./panel/reassign-to.ts')
  routes['PATCH /accounts/a'] = () => json({}, 202)
  routes['GET /accounts/a'] = () => json(account('a'))
  const done = startAction(client, reassignTo({ id: 'i2', name: 'Bob' }), account('a'))
  expect(pending.get('a')).toBe('reassign')
  await vi.runAllTimersAsync()
  expect(await done).toMatchObject({ is: 'not-confirmed' })
  expect(told).toMatchObject([{ tone: 'warning', title: 'Reassigning a not confirmed' }])
})
