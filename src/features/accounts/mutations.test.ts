import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Account } from '#api/client.ts'
import type { RunItem } from '#api/run-plan.ts'

import type { AccountAction, DirectId } from './actions.ts'
import { account, answerBy, calls, json, refusal } from './testing/answers.ts'
import type { Notice } from './verdict-notice.ts'

const told: Notice[] = []
const owners: unknown[] = []
vi.mock('#lib/uuid.ts', () => ({ newUuid: () => 'new' }))
vi.mock('./tell.ts', () => ({ tell: (notice: Notice) => told.push(notice) }))

// Without a connection for news a run is looked at every two seconds.
vi.stubGlobal(
  'EventSource',
  class extends EventTarget {
    close() {}
  },
)
vi.stubGlobal('document', { hidden: false, addEventListener() {} })

const { accountActions } = await import('./actions.ts')
const { startAction } = await import('./mutations.ts')
const { reassignTo } = await import('./reassign-to.ts')
const { pending } = await import('./pending.ts')
const { accountPageQuery, accountQuery } = await import('./queries.ts')
const { identityAccountsQuery } = await import('./identity-accounts.ts')
const { refusedActionsQuery } = await import('#features/session/queries.ts')
const { defaults, listOf } = await import('./search.ts')

const item = (state: RunItem['state'], change: Partial<RunItem> = {}) =>
  json({ items: [{ state, words: null, trackingId: null, taskId: null, ...change }], total: 1 })

const list = listOf(defaults)
let client: QueryClient
let routes: ReturnType<typeof answerBy>
const listed = () => client.getQueryData(accountPageQuery(list, 0).queryKey)
const statesOf = (key: readonly unknown[]) =>
  client.getQueryData<{ items: Account[] }>(key)?.items.map(({ id, disabled }) => [id, disabled])

beforeEach(() => {
  vi.useFakeTimers()
  told.length = 0
  owners.length = 0
  client = new QueryClient()
  const items = [account('a'), account('b')]
  client.setQueryData(accountPageQuery(list, 0).queryKey, { items, total: 2 })
  client.setQueryData(identityAccountsQuery('i1').queryKey, { items, total: 2 })
  client.setQueryData(accountQuery('a').queryKey, account('a'))
  // A run for each account, by its name.
  routes = answerBy({
    'PUT /runs/new': async (request) => {
      const { selection, identityId } = await request.json()
      owners.push(identityId)
      return json({ run: { id: `run-${selection.accountIds[0]}` }, kept: null }, 201)
    },
    'GET /runs/run-a/items': () => item('done'),
    'GET /runs/run-b/items': () => item('done'),
    'GET /accounts/a': () => json(account('a', { disabled: true })),
    'GET /accounts/b': () => json(account('b', { disabled: true })),
  })
})
afterEach(() => {
  vi.useRealTimers()
  client.clear()
})

const started = () => calls.filter((call) => call === 'PUT /runs/new')
/** Starts it and lets all of its waits pass. */
async function run(action: AccountAction | DirectId, on: Account) {
  const asked = typeof action === 'string' ? accountActions[action] : action
  const done = startAction(client, asked, on)
  await vi.runAllTimersAsync()
  return done
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

test('an account is given to an identity by a run that names it', async () => {
  routes['GET /accounts/a'] = () => json(account('a', { identityId: 'i2' }))
  await run(reassignTo({ id: 'i2', name: 'Bob' }), account('a'))
  expect(owners).toEqual(['i2'])
  expect(told).toEqual([{ tone: 'good', title: 'a: reassigned', isSeen: true }])
  await run('disable', account('b'))
  expect(owners).toEqual(['i2', undefined])
})

test('until its run has a verdict the account is pending, and shown as it was', async () => {
  routes['GET /runs/run-a/items'] = () => item('accepted')
  void startAction(client, accountActions.disable, account('a'))
  expect(pending.get('a')).toBe('disable')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(calls.filter((call) => call === 'GET /runs/run-a/items').length).toBeGreaterThan(3)
  expect(pending.get('a')).toBe('disable')
  expect(statesOf(accountPageQuery(list, 0).queryKey)?.[0]).toEqual(['a', false])
  routes['GET /runs/run-a/items'] = () => item('done')
  await vi.runAllTimersAsync()
  expect(pending.get('a')).toBeUndefined()
  expect(statesOf(accountPageQuery(list, 0).queryKey)?.[0]).toEqual(['a', true])
})

test('a double click starts one run', async () => {
  const first = startAction(client, accountActions.disable, account('a'))
  expect(startAction(client, accountActions.disable, account('a'))).toBeUndefined()
  await vi.runAllTimersAsync()
  await first
  expect(started()).toHaveLength(1)
})

test('what the console refuses is told in its words with the tracking id, and the row is as it was', async () => {
  routes['PUT /runs/new'] = () => refusal(500, 'An internal fault occurred.')
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
  expect(started()).toHaveLength(1)
})

test('a 403 is remembered for that action, in the tenant’s words', async () => {
  routes['GET /runs/run-a/items'] = () => item('failed', { status: 403, words: 'Not yours' })
  await run('disable', account('a'))
  expect(client.getQueryData(refusedActionsQuery.queryKey)).toEqual({
    'account-disable': 'Not yours',
  })
})

test('a failure is told in the tenant’s words, and the row is what the account says', async () => {
  const words = 'INSUFFICIENT_ACCESS_RIGHTS'
  routes['GET /runs/run-a/items'] = () => item('failed', { words, taskId: 't1' })
  routes['GET /accounts/a'] = () => json(account('a'))
  await run('disable', account('a'))
  const failure = { tone: 'bad', title: 'Could not disable a', text: words }
  expect(told).toEqual([{ ...failure, reference: { kind: 'task', id: 't1' } }])
  expect(statesOf(accountPageQuery(list, 0).queryKey)?.[0]).toEqual(['a', false])

  routes['GET /runs/run-a/items'] = () => item('failed', { words, taskId: 't1', trackingId: 'k' })
  await run('disable', account('a'))
  expect(told.at(-1)).toEqual({ ...failure, reference: { kind: 'tracking', id: 'k' } })
})

test('a change that the account never shows is said to be not confirmed, and why', async () => {
  routes['GET /runs/run-a/items'] = () => item('notConfirmed', { words: 'It does not show it.' })
  await run('disable', account('a'))
  expect(told).toEqual([
    { tone: 'warning', title: 'Disabling a not confirmed', text: 'It does not show it.' },
  ])
})

test('what was so already is not sent, and said', async () => {
  const kept = { code: 'alreadyDisabled', text: 'It is disabled already.' }
  routes['PUT /runs/new'] = () => json({ run: null, kept })
  await run('disable', account('a'))
  expect(told).toEqual([
    { tone: 'warning', title: 'a was not disabled', text: 'It is disabled already.' },
  ])
  // The list did not know it yet.
  expect(statesOf(accountPageQuery(list, 0).queryKey)?.[0]).toEqual(['a', true])
})

test('a warning of the tenant is told with the confirmation', async () => {
  routes['GET /runs/run-a/items'] = () => item('done', { words: 'Slow directory' })
  await run('disable', account('a'))
  expect(told).toMatchObject([{ tone: 'warning', title: 'a: disabled' }])
  expect(told[0]?.text).toContain('Slow directory')
})

test('a removed account leaves every list, and their counts', async () => {
  routes['GET /accounts/a'] = () => refusal(404, 'Unknown')
  await run('remove', account('a'))
  expect(listed()?.items.map(({ id }) => id)).toEqual(['b'])
  expect(listed()?.total).toBe(1)
  expect(told).toEqual([{ tone: 'good', title: 'a: removed' }])
})

test('an account that its source has no longer is said to be gone', async () => {
  routes['GET /accounts/a'] = () => refusal(404, 'Unknown')
  await run('aggregate', account('a'))
  expect(told).toEqual([{ tone: 'warning', title: 'a is no longer in the tenant' }])
})

test('a full rate limit is waited for, and the action asked for again', async () => {
  const put = routes['PUT /runs/new']
  const answers = [json({ message: 'Slow down' }, 429, { 'Retry-After': '2' })]
  routes['PUT /runs/new'] = (request) => answers.shift() ?? put?.(request) ?? json({}, 500)
  await run('disable', account('a'))
  expect(started()).toHaveLength(2)
  expect(told).toMatchObject([{ title: 'a: disabled' }])
})

test('two at once each keep their own end, and only the last one out reads the lists again', async () => {
  const invalidate = vi.spyOn(client, 'invalidateQueries')
  routes['GET /runs/run-b/items'] = () => item('failed', { words: 'No' })
  routes['GET /accounts/b'] = () => json(account('b'))
  routes['GET /runs/run-a/items'] = () => item('sent')
  const both = [
    startAction(client, accountActions.disable, account('a')),
    startAction(client, accountActions.disable, account('b')),
  ]
  await vi.advanceTimersByTimeAsync(1_000)
  expect(pending.get('b')).toBeUndefined()
  expect(pending.get('a')).toBe('disable')
  expect(invalidate).not.toHaveBeenCalled()
  routes['GET /runs/run-a/items'] = () => item('done')
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
