import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'

import { startConsole } from '../testing/console-server.ts'
import { newIndexPlace } from '../testing/index-place.ts'
import { json, startUpstream } from '../testing/upstream-server.ts'

type Account = Record<string, unknown> & { id: string }

/** A tenant with just these accounts, and a console that has copied them. */
async function indexed(accounts: Account[], { refuse = 0 } = {}) {
  const sorted = accounts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  let refused = 0
  const upstream = await startUpstream({
    handler: (request, response) => {
      if (refused < refuse) {
        refused += 1
        return json(response, 429, {}, { 'retry-after': '1' })
      }
      const query = new URL(request.url ?? '', 'http://tenant').searchParams
      const isChanges = query.get('filters')?.startsWith('modified')
      const all = isChanges || !request.url?.startsWith('/v2024/accounts?') ? [] : sorted
      const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 250)]
      const page = all.slice(offset, offset + limit)
      json(response, 200, page, { 'x-total-count': String(all.length) })
    },
  })
  const { url, log, get } = await startConsole({
    baseUrl: upstream.url,
    index: await newIndexPlace(),
    rateLimit: 0,
  })
  const state = async () =>
    (await (await get('/api/console/index')).json()) as { complete: boolean }
  await expect.poll(async () => (await state()).complete, { timeout: 60_000 }).toBe(true)
  const list = async (filters = '', rest = '') => {
    const query = `filters=${encodeURIComponent(filters)}${rest}`
    const answer = await get(`/api/console/accounts?${query}`)
    return (await answer.json()) as { items: Account[]; total: number; bounded: boolean }
  }
  const found = async (filters: string) =>
    (await list(filters)).items.map(({ id }) => id).toSorted()
  return { upstream, url, log, get, list, found }
}

const long = 'x'.repeat(1_000_000)
const nasty: Account[] = [
  {
    id: 'a1',
    name: 'Long',
    attributes: {
      notes: `${long}needle`,
      department: 'Sales',
      nothing: null,
      list: ['a', null, 7],
    },
  },
  {
    id: 'a2',
    name: null,
    attributes: null,
    origin: 'A_NEW_ORIGIN',
    disabled: 'yes',
    modified: 'never',
  },
  {
    id: 'a3',
    surprise: { deep: [1, { er: null }] },
    attributes: { ['__proto__x']: 1, nested: { a: 1 } },
  },
  { id: 'a4', name: 7, attributes: ['not', 'an', 'object'], identity: 'text', sourceId: 12 },
  {
    id: 'a5',
    attributes: { '': 'empty name', flag: true, big: 1e21, lone: '\ud800', nul: 'a\u0000b' },
  },
]

test('whatever the tenant puts into an account is kept as it is', async () => {
  const { list, log } = await indexed(nasty)

  const { items, total } = await list('', '&sorters=id&facets=origin,status,attributes.department')

  expect(total).toBe(nasty.length)
  expect(items).toEqual(JSON.parse(JSON.stringify(nasty)))
  expect(log).toEqual([])
})

test('a condition on an attribute is true of values that search text leaves out', async () => {
  const { found, list } = await indexed(nasty)

  expect(await found('attributes.notes co "needle"')).toEqual(['a1'])
  expect(await found('attributes.flag eq "true"')).toEqual(['a5'])
  expect(await found('attributes.list eq "7"')).toEqual(['a1'])
  expect(await found('pr attributes.nothing')).toEqual([])
  expect((await list('attributes.notes co "needle"')).bounded).toBe(false)
})

const texts: Account[] = [
  { id: 't1', name: 'José Núñez' },
  { id: 't2', name: 'JOSE "the quote" O\'Neil' },
  { id: 't3', name: '100 % sure_thing' },
  { id: 't4', name: 'Wave 👋🏽 Earth', attributes: { city: 'Zürich' } },
  { id: 't5', name: 'Al', attributes: { mail: ['al@example.com', 'second@example.com'] } },
  { id: 't6', name: 'Straße 5', nativeIdentity: 'CN=Al,OU=X*' },
  { id: 't7', name: 'AND OR NOT NEAR(' },
]

test.for([
  ['jose', ['t1', 't2']],
  ['JOSÉ', ['t1', 't2']],
  ['nunez', ['t1']],
  ['"the quote"', ['t2']],
  ["o'neil", ['t2']],
  ['100 %', ['t3']],
  ['0 % s', ['t3']],
  ['%', []],
  ['sure_', ['t3']],
  ['👋🏽 e', ['t4']],
  ['zurich', ['t4']],
  ['second@', ['t5']],
  ['al', ['t5']],
  ['a', ['t5', 't7']],
  ['ou=x*', ['t6']],
  ['near(', ['t7']],
  ['or not', ['t7']],
  ['al@example.com\nsecond', []],
  ['no such text', []],
] as const)('the text %s is found in %j', async ([text, ids]) => {
  const { found } = await indexed(texts)

  const quoted = text.replaceAll(/["\\]/g, '\\$&')
  expect(await found(`text co "${quoted}"`)).toEqual(ids)
})

test('a tenant that asks to wait is left alone, and asked again by itself', async () => {
  const { list, upstream } = await indexed(texts, { refuse: 2 })

  expect((await list()).total).toBe(texts.length)
  const paths = upstream.seen.map(({ url }) => url)
  expect(paths.filter((path) => path.startsWith('/v2024/accounts?sorters=id'))).toHaveLength(3)
})

test('a spreadsheet opens the export as text: formulas, quotes and line ends stay what they are', async () => {
  const names = [
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    'a"b',
    'c,d',
    'e\nf',
    'g\r\nh',
  ]
  const accounts = names.map((name, n) => ({
    id: `c${String(n).padStart(2, '0')}`,
    name,
    attributes: { list: ['=1', 'two'], number: -5, none: null },
  }))
  const { get } = await indexed(accounts)

  const path = '/api/console/accounts/export?sorters=id&columns='
  const answer = await get(
    `${path}id,name,attributes.list,attributes.number,attributes.none,status`,
  )
  const rows: string[][] = parse(await answer.text(), { bom: true })

  expect(answer.headers.get('x-total-count')).toBe(String(names.length))
  expect(rows[0]).toEqual([
    'id',
    'name',
    'attributes.list',
    'attributes.number',
    'attributes.none',
    'status',
  ])
  const formulas = names.slice(0, 10)
  expect(rows.slice(1).map(([, name]) => name)).toEqual([
    ...formulas.map((name) => `'${name}`),
    ...names.slice(10),
  ])
  expect(rows[1]?.slice(2)).toEqual(["'=1|two", '-5', '', 'Enabled'])
})

test('attributes of any name are filtered, counted and exported by it', async () => {
  const odd = 'Cost, "Center" (old)'
  const { get, found } = await indexed([
    { id: 'o1', attributes: { [odd]: '4711', plain: 'x' } },
    { id: 'o2', attributes: { [odd]: '0815', passwordLastSet: '2026-01-02T03:04:05Z' } },
    { id: 'o3', uncorrelated: true },
  ])
  const field = String.raw`attributes."Cost, \"Center\" (old)"`

  expect(await found(`${field} eq "4711"`)).toEqual(['o1'])
  expect(await found(`not pr ${field}`)).toEqual(['o3'])
  expect(await found(`attributes."plain" eq "x" and ${field} in ("4711", "1")`)).toEqual(['o1'])
  const facets = encodeURIComponent(`status,${field}`)
  const counted = await (await get(`/api/console/accounts?limit=0&facets=${facets}`)).json()
  expect(counted.facets).toMatchObject([
    { field: 'status' },
    { field: `attributes.${odd}`, values: [{ value: '0815' }, { value: '4711' }, { value: null }] },
  ])
  const columns = encodeURIComponent(`id,${field},passwordChanged,correlation`)
  const file = await get(`/api/console/accounts/export?sorters=id&columns=${columns}`)
  expect(parse(await file.text(), { bom: true })).toEqual([
    ['id', `attributes.${odd}`, 'passwordChanged', 'correlation'],
    ['o1', '4711', '', 'By rule'],
    ['o2', '0815', '2026-01-02T03:04:05.000Z', 'By rule'],
    ['o3', '', '', 'Uncorrelated'],
  ])
})

test('a column that there is not is refused', async () => {
  const { get } = await indexed(texts)

  const answer = await get('/api/console/accounts/export?columns=id,toString')

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('There is no column toString')
})
