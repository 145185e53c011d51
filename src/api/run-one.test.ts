import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://console.test' }))

type Answer = { status?: number; body?: unknown } | 'lost'
let answers: Record<string, Answer[]>
const calls: string[] = []
// The API client keeps the fetch that it finds when it is made. The last answer holds for ever.
vi.stubGlobal('fetch', async ({ method, url }: Request) => {
  const key = `${method} ${new URL(url).pathname.replace('/api/console', '')}`
  calls.push(key)
  const script = answers[key] ?? []
  const answer = script.length > 1 ? script.shift() : script[0]
  if (answer === undefined || answer === 'lost') throw new TypeError('fetch failed')
  return Response.json(answer.body, { status: answer.status ?? 200 })
})

/** What the console tells, as far as somebody listens. */
const news = Object.assign(new EventTarget(), { close() {} })
vi.stubGlobal('EventSource', function EventSource() {
  return news
})
vi.stubGlobal('document', { hidden: false, addEventListener() {} })
const tell = (id: string) =>
  news.dispatchEvent(new MessageEvent('run', { data: JSON.stringify({ id }) }))

vi.mock('#lib/uuid.ts', () => ({ newUuid: () => 'new' }))
type RunAction = import('./run-one.ts').RunAction
const { runOne } = await import('./run-one.ts')
const of = (action: RunAction) => ({ action, selection: { accountIds: ['a'] } })

const item = (state: string) => ({ body: { items: [{ state }], total: 1 } })
const looks = () => calls.filter((call) => call === 'GET /runs/r1/items').length

beforeEach(() => {
  vi.useFakeTimers()
  calls.length = 0
  answers = {
    'PUT /runs/new': [{ status: 201, body: { run: { id: 'r1' }, kept: null } }],
    'GET /runs/r1/items': [item('done')],
  }
})
afterEach(() => vi.useRealTimers())

async function ended(verdict: Promise<unknown>) {
  const outcome = verdict.then(
    (value) => value,
    (error: unknown) => error,
  )
  await vi.runAllTimersAsync()
  return outcome
}

test('it waits until the account has its verdict', async () => {
  answers['GET /runs/r1/items'] = ['planned', 'sent', 'accepted', 'failed'].map(item)
  const verdict = await ended(runOne(of('disable')))
  expect(verdict).toEqual({ is: 'settled', item: { state: 'failed' } })
  expect(looks()).toBe(4)
})

test('news of the run make it look at once, and those of others do not', async () => {
  answers['GET /runs/r1/items'] = [item('sent'), item('done')]
  const verdict = runOne(of('disable'))
  await vi.advanceTimersByTimeAsync(100)
  tell('another')
  await vi.advanceTimersByTimeAsync(100)
  expect(looks()).toBe(1)
  tell('r1')
  await vi.advanceTimersByTimeAsync(0)
  expect(await verdict).toEqual({ is: 'settled', item: { state: 'done' } })
})

test('what is not sent says why', async () => {
  const kept = { code: 'notLocked', text: 'It is not locked.' }
  answers['PUT /runs/new'] = [{ body: { run: null, kept } }]
  expect(await ended(runOne(of('unlock')))).toEqual({ is: 'kept', words: 'It is not locked.' })
  expect(calls).toEqual(['PUT /runs/new'])
})

test('an answer that is lost on the way is asked for again: the same id is one run', async () => {
  const begun = { body: { run: { id: 'r1' }, kept: null } }
  answers['PUT /runs/new'] = ['lost', { status: 502, body: {} }, begun]
  expect(await ended(runOne(of('disable')))).toMatchObject({ is: 'settled' })
})

test('a refusal to start it is thrown at once', async () => {
  answers['PUT /runs/new'] = [{ status: 409, body: { messages: [{ text: 'Look again.' }] } }]
  expect(await ended(runOne(of('disable')))).toMatchObject({ status: 409, text: 'Look again.' })
  expect(calls.filter((call) => call === 'PUT /runs/new')).toHaveLength(1)
})

test('a console that is away for a while does not end the waiting', async () => {
  answers['GET /runs/r1/items'] = ['lost', { status: 503, body: {} }, item('sent'), item('done')]
  expect(await ended(runOne(of('disable')))).toMatchObject({ is: 'settled' })
})

test('a run that is not there any more ends it', async () => {
  answers['GET /runs/r1/items'] = [item('sent'), { status: 404, body: {} }]
  expect(await ended(runOne(of('disable')))).toMatchObject({ status: 404 })
})
