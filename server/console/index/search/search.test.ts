import type { IncomingMessage, ServerResponse } from 'node:http'

import { expect, test } from 'vitest'

import type { components } from '../../../../src/api/console-schema.d.ts'
import { startConsole } from '../../testing/console-server.ts'
import { newIndexPlace } from '../../testing/index-place.ts'
import { json, startUpstream } from '../../testing/upstream-server.ts'

type Schemas = components['schemas']
type Row = Record<string, unknown> & { id: string; name: string }
type Tenant = { accounts: Row[]; identities: Row[]; sources: Row[]; forbidden?: string[] }

const identity = (id: string, name: string, rest: object = {}): Row => ({
  id,
  name,
  alias: `${id}-alias`,
  emailAddress: null,
  attributes: {},
  ...rest,
})
const account = (id: string, name: string, rest: object = {}): Row => ({
  id,
  name,
  nativeIdentity: `native-${id}`,
  sourceId: 's1',
  sourceName: 'Human Resources',
  modified: '2026-01-01T00:00:00Z',
  attributes: {},
  ...rest,
})

/** Lists of a tenant as ISC pages them, one row by its id, and a refusal where one is wanted. */
function answering(tenant: Tenant) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://tenant')
    const [, , kind = '', id] = pathname.split('/')
    if (tenant.forbidden?.includes(kind)) {
      return json(response, 403, { messages: [{ text: `Not your ${kind}.` }] })
    }
    const rows =
      kind === 'accounts'
        ? tenant.accounts
        : kind === 'identities'
          ? tenant.identities
          : tenant.sources
    if (id) {
      const found = rows.find((row) => row.id === id)
      return json(response, found ? 200 : 404, found ?? {})
    }
    const ids = /^id in \((.*)\)$/.exec(searchParams.get('filters') ?? '')?.[1]
    const key = searchParams.get('sorters')?.startsWith('name') ? 'name' : 'id'
    const all = rows
      .filter((row) => !ids || ids.includes(`"${row.id}"`))
      .toSorted((a, b) => (a[key] < b[key] ? -1 : 1))
    const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit'))]
    json(response, 200, all.slice(offset, offset + limit), { 'x-total-count': String(all.length) })
  }
}

async function consoleOn(tenant: Tenant) {
  const upstream = await startUpstream({ handler: answering(tenant) })
  const { get } = await startConsole({ baseUrl: upstream.url, index: await newIndexPlace() })
  const search = async (q: string, limit = 5): Promise<Schemas['SearchAnswer']> =>
    (await get(`/api/console/search?${new URLSearchParams({ q, limit: String(limit) })}`)).json()
  const list = async (query: Record<string, string> = {}): Promise<Schemas['IndexedIdentities']> =>
    (await get(`/api/console/identities?${new URLSearchParams(query)}`)).json()
  const complete = () =>
    expect
      .poll(
        async () => {
          const { identities, accounts } = await search('')
          return identities.complete && accounts.complete
        },
        { timeout: 20_000 },
      )
      .toBe(true)
  return { upstream, get, search, list, complete }
}

const names = (hits: { items: { name: string }[] }) => hits.items.map(({ name }) => name)
const empty: Tenant = { accounts: [account('a0', 'somebody')], identities: [], sources: [] }

test('equal comes first, then what begins so, then a word that does, then the inside', async () => {
  const all = ['Joanna', 'Berg Ann', 'Annabel', 'ann', 'Xann', 'Bo']
  const { search, complete } = await consoleOn({
    accounts: all.map((name, n) => account(`a${n}`, name)),
    identities: all.map((name, n) => identity(`i${n}`, name)),
    sources: ['Planning', 'ANN', 'HR Annex'].map((name, n) => ({ id: `s${n}`, name })),
  })
  await complete()
  const found = await search('Ann')
  const expected = ['ann', 'Annabel', 'Berg Ann', 'Joanna', 'Xann']
  expect(names(found.identities)).toEqual(expected)
  expect(names(found.accounts)).toEqual(expected)
  expect(names(found.sources)).toEqual(['ANN', 'HR Annex', 'Planning'].slice(0, 3))
  expect(found.identities).toMatchObject({ total: 5, more: false, complete: true })
  expect(names((await search('ann', 2)).accounts)).toEqual(expected.slice(0, 2))
})

test('accents and case do not count, on either side', async () => {
  const { search, complete } = await consoleOn({
    accounts: [account('a1', 'josé.müller')],
    identities: [identity('i1', 'José Müller')],
    sources: [{ id: 's1', name: 'Zürich' }],
  })
  await complete()
  for (const q of ['jose mu', 'JOSÉ MÜ', 'müller', ' muller ']) {
    expect([q, names((await search(q)).identities)]).toEqual([q, ['José Müller']])
  }
  expect(names((await search('jose.m')).accounts)).toEqual(['josé.müller'])
  expect(names((await search('zur')).sources)).toEqual(['Zürich'])
})

test('a person is found by login, email and employee number, and what shows it is told', async () => {
  const ann = identity('i1', 'Ann Berg', {
    emailAddress: 'ann.berg@example.com',
    attributes: { identificationNumber: '100187', department: 'Sales', tags: ['north', 'south'] },
  })
  const { search, complete } = await consoleOn({ ...empty, identities: [ann] })
  await complete()
  expect(names((await search('i1-a')).identities)).toEqual(['Ann Berg'])
  expect((await search('ann.berg@')).identities.items[0]?.found).toBeNull()
  expect((await search('1001')).identities.items[0]?.found).toEqual({
    field: 'identificationNumber',
    value: '100187',
  })
  expect((await search('south')).identities.items[0]?.found).toEqual({
    field: 'tags',
    value: 'south',
  })
})

test('a text that means something to the index is only text', async () => {
  const { search, complete } = await consoleOn({
    ...empty,
    identities: [identity('i1', 'Ann "the" Berg% OR *')],
  })
  await complete()
  for (const q of ['"the"', '% or *', 'berg%']) {
    expect([q, (await search(q)).identities.total]).toEqual([q, 1])
  }
  for (const q of ['"', 'an* OR b', '%%%', "'; drop table identity", '\u0000\u0001', '   ']) {
    expect([q, (await search(q)).identities.total]).toEqual([q, 0])
  }
})

test('more than a thousand are counted as more, and the equal one is still the first', async () => {
  const many = Array.from({ length: 1100 }, (_, n) => account(`a${n}`, `robot ${n}`))
  const { search, complete } = await consoleOn({
    ...empty,
    accounts: [...many, account('z', 'Robot')],
  })
  await complete()
  const { accounts } = await search('robot')
  expect(accounts).toMatchObject({ total: 1000, more: true })
  expect(accounts.items[0]?.name).toBe('Robot')
})

test('the number that search tells is the number of rows in the list', async () => {
  const { search, get, complete } = await consoleOn({
    accounts: ['Ann', 'ANNA', 'Bo', 'Jo Ann'].map((name, n) => account(`a${n}`, name)),
    identities: ['Ann', 'Joan', 'Bo'].map((name, n) => identity(`i${n}`, name)),
    sources: [],
  })
  await complete()
  for (const q of ['a', 'an', 'ann', 'jo', 'nothing']) {
    const found = await search(q)
    for (const kind of ['accounts', 'identities'] as const) {
      const filters = encodeURIComponent(`text co ${JSON.stringify(q)}`)
      const { total } = await (await get(`/api/console/${kind}?filters=${filters}`)).json()
      expect([q, kind, found[kind].total]).toEqual([q, kind, total])
    }
  }
})

test('an uncorrelated account names nobody, and counts for nobody', async () => {
  const { search, list, complete } = await consoleOn({
    accounts: [
      account('a1', 'one', { identityId: 'i1', identity: { id: 'i1', name: 'Ann' } }),
      account('a2', 'two', { identityId: 'i1', identity: { id: 'i1', name: 'Ann' } }),
      account('a3', 'stray', { identityId: 'i1', identity: { name: 'Ann' }, uncorrelated: true }),
    ],
    identities: [identity('i1', 'Ann'), identity('i2', 'Bo')],
    sources: [],
  })
  await complete()
  expect((await search('stray')).accounts.items[0]).toMatchObject({
    identityName: null,
    uncorrelated: true,
  })
  expect((await list({ sorters: 'name' })).items.map(({ accounts }) => accounts)).toEqual([2, 0])
})

test('who may not list sources finds those that accounts are on, with their number', async () => {
  const { search, complete } = await consoleOn({
    accounts: [account('a1', 'one'), account('a2', 'two')],
    identities: [],
    sources: [],
    forbidden: ['sources'],
  })
  await complete()
  expect((await search('human')).sources.items).toEqual([
    { id: 's1', name: 'Human Resources', type: null, accounts: 2 },
  ])
})

test('who may not list identities is told so, rather than shown an empty list', async () => {
  const { get, search } = await consoleOn({ ...empty, forbidden: ['identities'] })
  const answer = await get('/api/console/identities')
  expect([answer.status, (await answer.json()).messages[0].text]).toEqual([
    403,
    'Not your identities.',
  ])
  // Accounts are read beside the refusal, and may come in after it.
  await expect.poll(async () => (await search('some')).accounts.total).toBe(1)
  expect((await search('some')).identities).toMatchObject({ total: 0, complete: false })
})

test('an identity that somebody has just been shown is searched for as it is now', async () => {
  const tenant = { ...empty, identities: [identity('i1', 'Ann'), identity('i2', 'Bo')] }
  const { get, list, search, complete } = await consoleOn(tenant)
  await complete()
  tenant.identities = [identity('i1', 'Zoe')]
  await (await get('/api/v2024/identities/i1')).text()
  await (await get('/api/v2024/identities/i2')).text()
  expect((await list()).items).toMatchObject([{ id: 'i1', name: 'Zoe' }])
  expect(names((await search('zoe')).identities)).toEqual(['Zoe'])
  expect((await search('ann')).identities.total).toBe(0)
})

test('a question that cannot be asked is refused', async () => {
  const { get, complete } = await consoleOn({ ...empty, identities: [identity('i1', 'Ann')] })
  await complete()
  const status = async (path: string) => (await get(`/api/console/${path}`)).status
  expect(await status('search')).toBe(400)
  expect(await status('search?q=a&limit=21')).toBe(400)
  expect(await status(`search?q=${'a'.repeat(201)}`)).toBe(400)
  expect(await status('identities?filters=name')).toBe(400)
  expect(await status('identities?filters=salary+eq+1')).toBe(400)
  expect(await status('identities?sorters=salary')).toBe(400)
})
