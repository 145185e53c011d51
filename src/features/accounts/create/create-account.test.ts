import { beforeEach, describe, expect, test, vi } from 'vitest'

import type { EditField } from '../panel/edit-fields.ts'
import { account, answerBy, calls, json, refusal } from '../testing/answers.ts'
import type { Clock } from './pacer.ts'

vi.mock('#lib/uuid.ts', () => ({ newUuid: () => 'new' }))
/** Nobody tells of runs here: they are looked at. */
vi.stubGlobal('EventSource', function EventSource() {
  return Object.assign(new EventTarget(), { close() {} })
})
vi.stubGlobal('document', { hidden: false, addEventListener() {} })
const { createAccount } = await import('./create-account.ts')

const wanted = { sourceId: 's1', nativeIdentity: 'B"1', attributes: { badge: 'B"1' }, lists: [] }
const made = account('a', { nativeIdentity: 'B"1' })
/** Time passes only where somebody waits. */
function testClock(): Clock & { waited: () => number } {
  let time = 0
  return {
    now: () => time,
    sleep: async (ms) => {
      time += ms
    },
    waited: () => time,
  }
}
let routes: ReturnType<typeof answerBy>
let asked: string[]

/** Answers a list with the next of these, and then with the last of them for good. */
function lists(...pages: (object[] | Response)[]) {
  let at = 0
  routes['GET /accounts'] = (request) => {
    asked.push(new URL(request.url).searchParams.get('filters') ?? '')
    const page = pages[Math.min(at, pages.length - 1)] ?? []
    at += 1
    return page instanceof Response ? page.clone() : json(page)
  }
}
const task = (completionStatus: string | null, ...texts: string[]) =>
  json({
    id: 't1',
    launched: '2026-01-01T00:00:00Z',
    completed: completionStatus && '2026-01-01T00:00:01Z',
    completionStatus,
    messages: texts.map((message) => ({ type: 'ERROR', localizedText: { locale: 'en', message } })),
  })
const posts = () => calls.filter((call) => call === 'POST /accounts').length

beforeEach(() => {
  asked = []
  routes = answerBy({
    'POST /accounts': () => json({ id: 't1' }, 202),
    'GET /task-status/t1': () => task('SUCCESS'),
  })
})

test('it is created once the tenant lists it, and until then it is looked for', async () => {
  let body: unknown
  routes['POST /accounts'] = async (request) => {
    body = await request.json()
    return json({ id: 't1' }, 202)
  }
  lists([], [], [made])
  expect(await createAccount(wanted, testClock())).toEqual({
    is: 'created',
    account: made,
    warnings: [],
  })
  expect(body).toEqual({ attributes: { badge: 'B"1', sourceId: 's1' } })
  expect(new Set(asked)).toEqual(new Set(['sourceId eq "s1" and nativeIdentity eq "B\\"1"']))
})

test('where there is one already, nothing is sent: the tenant would change it', async () => {
  lists([made])
  expect(await createAccount(wanted, testClock())).toEqual({ is: 'taken', account: made })
  expect(posts()).toBe(0)
})

test('where nobody can tell whether there is one, nothing is sent either', async () => {
  lists(refusal(500, 'An internal fault occurred.'))
  await expect(createAccount(wanted, testClock())).rejects.toThrow('An internal fault occurred.')
  expect(posts()).toBe(0)
})

test('a task that fails says why, even where the account was looked for first', async () => {
  lists([])
  const tasks = [task(null), task('ERROR', 'The attribute zone is too long.')]
  routes['GET /task-status/t1'] = () => (tasks.shift() ?? task('ERROR')).clone()
  expect(await createAccount(wanted, testClock())).toEqual({
    is: 'failed',
    words: 'The attribute zone is too long.',
    taskId: 't1',
  })
})

test('what a task warns of is told beside the account', async () => {
  lists([], [made])
  routes['GET /task-status/t1'] = () => task('WARNING', 'No identity fits.')
  expect(await createAccount(wanted, testClock())).toMatchObject({
    is: 'created',
    warnings: ['No identity fits.'],
  })
})

test('a task that may not be read leaves it to the account', async () => {
  lists([], [], [made])
  routes['GET /task-status/t1'] = () => refusal(403, 'Not yours.')
  expect(await createAccount(wanted, testClock())).toMatchObject({ is: 'created' })
})

test('one that never shows is not confirmed, and is not sent again', async () => {
  lists([])
  const clock = testClock()
  expect(await createAccount(wanted, clock)).toEqual({ is: 'not-confirmed', taskId: 't1' })
  expect(posts()).toBe(1)
  expect(clock.waited()).toBeGreaterThan(10_000)
})

test('one whose answer was lost is settled by looking for it', async () => {
  routes['POST /accounts'] = () => refusal(504, 'No answer in time')
  lists([], [made])
  expect(await createAccount(wanted, testClock())).toMatchObject({ is: 'created' })
  lists([])
  await expect(createAccount(wanted, testClock())).rejects.toThrow('No answer in time')
  expect(posts()).toBe(2)
})

describe('several values of one attribute', () => {
  const zones = { field: { name: 'zones', kind: 'list' } as EditField, from: '', to: 'A\nB' }
  const withZones = { ...wanted, lists: [zones] }

  const verdict = (state: string, words: string | null = null) =>
    json({ items: [{ state, words }], total: 1 })

  test('are given to the new account by a run of its own', async () => {
    const bodies: unknown[] = []
    routes['PUT /runs/new'] = async (request) => {
      bodies.push(await request.json())
      return json({ run: { id: 'run-a' }, kept: null }, 201)
    }
    routes['GET /runs/run-a/items'] = () => verdict('done')
    const after = { ...made, attributes: { badge: 'B"1', zones: ['B', 'A'] } }
    routes['GET /accounts/a'] = () => json(after)
    lists([], [{ ...made, attributes: { badge: 'B"1' } }])
    expect(await createAccount(withZones, testClock())).toEqual({
      is: 'created',
      account: after,
      warnings: [],
    })
    const attributes = [{ name: 'zones', value: ['A', 'B'] }]
    expect(bodies).toEqual([{ action: 'edit', selection: { accountIds: ['a'] }, attributes }])
  })

  test.each([
    ['not begun', () => refusal(400, 'No such zone.'), /zones.*No such zone/],
    [
      'refused',
      () => json({ run: { id: 'run-a' }, kept: null }, 201),
      /zones.*The tenant knows no zone/,
    ],
  ])('%s: the account is there all the same, and that is said', async (_name, answer, words) => {
    routes['PUT /runs/new'] = answer
    routes['GET /runs/run-a/items'] = () => verdict('failed', 'The tenant knows no zone.')
    routes['GET /accounts/a'] = () => json(made)
    lists([], [made])
    const created = await createAccount(withZones, testClock())
    expect(created).toMatchObject({ is: 'created', warnings: [expect.stringMatching(words)] })
    expect(posts()).toBe(1)
  })
})

test('a refusal is the last word', async () => {
  lists([], [made])
  routes['POST /accounts'] = () => refusal(400, 'attributes.badge is too long')
  await expect(createAccount(wanted, testClock())).rejects.toThrow('too long')
  expect(asked).toHaveLength(1)
})
