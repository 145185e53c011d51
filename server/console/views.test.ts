import { expect, onTestFinished, test } from 'vitest'

import { lastingDatabase, onPostgres } from '../database/testing.ts'
import { startConsole } from './testing/console-server.ts'
import { json, startUpstream } from './testing/upstream-server.ts'

type Body = Record<string, unknown>

const locked = { list: 'accounts', name: 'Locked on AD', query: 'status=locked&sort=-modified' }

/** A console that acts as somebody, and what calls its operations on views. */
async function consoleOf(operator: string, database?: string, baseUrl?: string) {
  const upstream = await startUpstream({
    token: (_request, response) => {
      const claims = Buffer.from(JSON.stringify({ user_name: operator })).toString('base64url')
      json(response, 200, { access_token: `e30.${claims}.c2ln`, expires_in: 700 })
    },
  })
  const { url, app } = await startConsole({
    baseUrl: baseUrl ?? upstream.url,
    database: database ?? (await lastingDatabase()),
  })
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/console/views${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : undefined }
  }
  return {
    app,
    upstream,
    list: async (query = ''): Promise<Body[]> => (await call('GET', query)).body,
    create: (body: unknown) => call('POST', '', body),
    change: (id: unknown, body: unknown) => call('PATCH', `/${String(id)}`, body),
    remove: (id: unknown) => call('DELETE', `/${String(id)}`),
    read: (query = '') => call('GET', query),
  }
}

function refusal(status: number, text: string | RegExp) {
  const matching = typeof text === 'string' ? text : expect.stringMatching(text)
  return {
    status,
    body: { messages: expect.arrayContaining([expect.objectContaining({ text: matching })]) },
  }
}

test('a view is saved, listed by name, changed and deleted', async () => {
  const views = await consoleOf('amy')
  const created = await views.create(locked)
  await views.create({ list: 'identities', name: 'Äpfel', query: '', pinned: true })

  expect(created).toEqual({
    status: 201,
    body: { ...locked, id: expect.any(String), pinned: false, isDefault: false },
  })
  expect(await views.list('?list=identities')).toMatchObject([{ name: 'Äpfel', pinned: true }])
  expect((await views.list()).map(({ name }) => name)).toEqual(['Locked on AD', 'Äpfel'])

  const { id } = created.body
  const changed = await views.change(id, { name: ' Locked   now ', query: 'status=locked' })
  expect(changed).toEqual({
    status: 200,
    body: { ...created.body, name: 'Locked now', query: 'status=locked' },
  })
  expect(await views.change(id, { pinned: true })).toMatchObject({ body: { pinned: true } })
  expect(await views.list('?list=accounts')).toMatchObject([{ name: 'Locked now', pinned: true }])

  expect(await views.remove(id)).toEqual({ status: 204, body: undefined })
  expect(await views.list('?list=accounts')).toEqual([])
})

test('views are still there after a restart, and belong to their operator and tenant', async () => {
  const database = await lastingDatabase()
  const amy = await consoleOf('amy', database)
  const { body } = await amy.create(locked)
  await amy.app.close()

  const bob = await consoleOf('bob', database)
  expect(await bob.list()).toEqual([])
  expect(await bob.change(body.id, { name: 'Mine' })).toMatchObject(refusal(404, /no such view/))
  expect(await bob.remove(body.id)).toMatchObject(refusal(404, /no such view/))
  expect(await bob.create(locked)).toMatchObject({ status: 201 })
  await bob.app.close()

  // Another tenant: the upstream of each console has an address of its own.
  const elsewhere = await consoleOf('amy', database)
  expect(await elsewhere.list()).toEqual([])
})

test('a restart at the same tenant finds the views', async () => {
  const database = await lastingDatabase()
  const upstream = await startUpstream()
  const first = await startConsole({ baseUrl: upstream.url, database })
  const body = JSON.stringify(locked)
  const headers = { 'content-type': 'application/json' }
  await fetch(`${first.url}/api/console/views`, { method: 'POST', body, headers })
  await first.app.close()

  const second = await startConsole({ baseUrl: upstream.url, database })
  const answer = await second.get('/api/console/views')

  expect(await answer.json()).toMatchObject([locked])
})

test('a name is taken once per list, whatever its case and spaces', async () => {
  const views = await consoleOf('amy')
  await views.create(locked)
  const other = await views.create({ ...locked, name: 'Other' })

  expect(await views.create({ ...locked, name: ' LOCKED  on ad' })).toMatchObject(
    refusal(409, 'This list has a view called Locked on AD already.'),
  )
  expect(await views.change(other.body.id, { name: 'locked on AD' })).toMatchObject(
    refusal(409, 'This list has a view called Locked on AD already.'),
  )
  // Of its own name only the case changes, and the other list has names of its own.
  expect(await views.change(other.body.id, { name: 'OTHER' })).toMatchObject({ status: 200 })
  expect(await views.create({ ...locked, list: 'identities' })).toMatchObject({ status: 201 })
})

test('of many who save one name at once, one does', async () => {
  const views = await consoleOf('amy')
  const answers = await Promise.all(Array.from({ length: 8 }, () => views.create(locked)))

  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(409)])
  expect(await views.list()).toHaveLength(1)
})

test('a list has one default at most, however many are made it at once', async () => {
  const views = await consoleOf('amy')
  const ids: string[] = []
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    ids.push((await views.create({ ...locked, name, isDefault: name === 'a' })).body.id)
  }
  await views.create({ ...locked, list: 'identities', isDefault: true })

  const answers = await Promise.all(ids.map((id) => views.change(id, { isDefault: true })))

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const defaults = async (list: string) =>
    (await views.list(`?list=${list}`)).filter(({ isDefault }) => isDefault)
  expect(await defaults('accounts')).toHaveLength(1)
  expect(await defaults('identities')).toHaveLength(1)

  const [holder] = await defaults('accounts')
  await views.change(holder?.id, { isDefault: false })
  expect(await defaults('accounts')).toEqual([])
})

test.for([
  ['no name', { name: '' }, 'A view needs a name.'],
  ['a name of blanks', { name: ' \t ' }, 'A view needs a name.'],
  ['81 characters', { name: 'x'.repeat(81) }, 'The name is longer than 80 characters.'],
  ['a control', { name: 'a\u0000b' }, 'The name holds characters that cannot be seen.'],
  ['a turned order', { name: 'a\u202Eb' }, 'The name holds characters that cannot be seen.'],
  ['half a character', { name: 'a\uD800' }, 'The name holds characters that cannot be seen.'],
  ['a long query', { query: `q=${'x'.repeat(4000)}` }, /longer than 4000 characters/],
  ['a space in the query', { query: 'q=a b' }, /not the query of an address/],
  ['half a percent sign', { query: 'q=%' }, /not the query of an address/],
  ['bytes that are no text', { query: 'q=%FF' }, /not the query of an address/],
  ['an encoded zero', { query: 'q=%00' }, /not the query of an address/],
  ['a fragment', { query: '#top' }, /not the query of an address/],
  ['a letter that is not encoded', { query: 'q=ä' }, /not the query of an address/],
  ['an unknown list', { list: 'sources' }, /list must be equal to one of the allowed values/],
  ['no query', { query: undefined }, /must have required property 'query'/],
] as const)('a view with %s is refused, and says why', async ([, wrong, text]) => {
  const views = await consoleOf('amy', ':memory:')

  expect(await views.create({ ...locked, ...wrong })).toMatchObject(refusal(400, text))
  expect(await views.list()).toEqual([])
})

test('a name of 80 characters of any script and a query of 4,000 are kept as they are', async () => {
  const views = await consoleOf('amy')
  const name = '👩‍💻'.repeat(10) + 'ß漢字'.repeat(10) + ' ' + 'z'.repeat(8)
  const query = 'q=' + '%C3%A4'.repeat(666)

  expect([...name].length).toBeLessThanOrEqual(80)
  expect(await views.create({ ...locked, name, query })).toMatchObject({ status: 201 })
  expect(await views.list()).toMatchObject([{ name, query }])
})

test('a change that cannot be kept changes nothing', async () => {
  const views = await consoleOf('amy')
  const { body } = await views.create({ ...locked, isDefault: true })

  expect(await views.change(body.id, { pinned: true, name: ' ' })).toMatchObject({ status: 400 })
  expect(await views.change(body.id, { pinned: true, query: '?' + ' ' })).toMatchObject({
    status: 400,
  })
  expect(await views.change(body.id, {})).toMatchObject({ status: 400 })
  expect(await views.change('unknown', { pinned: true })).toMatchObject({ status: 404 })
  expect(await views.list()).toEqual([body])
})

test('there are 200 views at most', async () => {
  const views = await consoleOf('amy')
  for (let number = 1; number <= 200; number += 1) {
    await views.create({ ...locked, name: `View ${number}` })
  }

  expect(await views.create({ ...locked, list: 'identities' })).toMatchObject(
    refusal(409, 'There are 200 views already: delete one first.'),
  )
  const [first] = await views.list()
  await views.remove(first?.id)
  expect(await views.create(locked)).toMatchObject({ status: 201 })
})

test('without a token nobody is known whose views they could be, and the answer says why', async () => {
  const upstream = await startUpstream({
    token: (_request, response) => json(response, 401, { error: 'invalid_client' }),
  })
  const { get } = await startConsole({ baseUrl: upstream.url })

  const answer = await get('/api/console/views')

  expect(answer.status).toBe(502)
  expect(await answer.text()).toMatch(/credentials/)
})

test.runIf(onPostgres)('consoles on one database show the same views', async () => {
  const database = await lastingDatabase()
  const one = await consoleOf('amy', database)
  const other = await consoleOf('amy', database, one.upstream.url)
  // At the same time: neither may miss what the other writes.
  const names = Array.from({ length: 12 }, (_, n) => `View ${n % 6}`)
  const made = await Promise.all(
    names.map((name, n) => (n < 6 ? one : other).create({ list: 'accounts', name, query: '' })),
  )
  expect(made.filter(({ status }) => status === 201)).toHaveLength(6)
  expect(made.filter(({ status }) => status === 409)).toHaveLength(6)
  expect(await one.list()).toEqual(await other.list())
})

test.skipIf(onPostgres)(
  'a file that a console has open is refused to another, in one sentence',
  async () => {
    const database = await lastingDatabase()
    const upstream = await startUpstream()
    const first = await startConsole({ baseUrl: upstream.url, database })
    onTestFinished(() => first.app.close())

    await expect(startConsole({ baseUrl: upstream.url, database })).rejects.toThrow(
      /^The database [^\n]+ is in use by another process: stop that, or name another \w+\.$/,
    )
  },
)
