import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { campaign, timeout } from '../../lib/runs.ts'
import { openTenant, type TestTenant } from '../testing/tenant.ts'
import { data } from './filter-data.ts'
import { lists } from './filter-lists.ts'
import { queries, sortersText, type Query } from './filter-queries.ts'
import { answer, type Item } from './filter-reference.ts'
import { store } from './filter-rows.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await openTenant()
})
afterAll(() => tenant.close())

/** Storing the data costs more than asking for it, so each is asked for more than once. */
const EACH = 20

const cases = (list: keyof typeof lists) =>
  data.chain((stored) =>
    fc.record({
      stored: fc.constant(stored),
      asked: fc.array(queries(lists[list], stored[list]), {
        minLength: 1,
        maxLength: EACH,
        size: 'max',
      }),
    }),
  )

test.each([
  ['accounts', 20, 800, ''],
  ['identities', 8, 150, '&defaultFilter=NONE'],
  ['sources', 8, 150, '&includeIDNSource=true'],
] as const)(
  'any filter and order of /%s gives what the description of the language says',
  { timeout },
  async (list, short, long, all) => {
    await fc.assert(
      fc.asyncProperty(cases(list), async ({ stored, asked }) => {
        await store(tenant.db, stored)
        for (const query of asked) await check(list, stored[list], query, all)
      }),
      campaign(short, long),
    )
  },
)

async function check(list: string, items: Item[], query: Query, all: string): Promise<void> {
  const { filter, text, sorters, limit, offset } = query
  const asked = new URLSearchParams({
    filters: text,
    sorters: sortersText(sorters),
    limit: String(limit),
    offset: String(offset),
    count: 'true',
  })
  const response = await tenant.call(`/${list}?${asked}${all}`)
  const expected = answer(items, filter, sorters)
  expect(response.json(), text).toMatchObject(
    expected.slice(offset, offset + limit).map((id) => ({ id })),
  )
  expect(response.headers['x-total-count'], text).toBe(String(expected.length))
}

test(
  'identities that belong to nobody are hidden unless they are asked for',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(data, async (stored) => {
        await store(tenant.db, stored)
        const ids = (await tenant.call('/identities')).json().map(({ id }: Item) => id)
        const real = stored.identities.filter(({ correlated }) => correlated)
        expect(ids).toEqual(answer(real, undefined, []))
      }),
      campaign(5, 100),
    )
  },
)

const operators = ['eq', 'ne', 'co', 'sw', 'gt', 'ge', 'lt', 'le', 'in', 'ca', 'isnull', 'pr']
const written = (field: string, operator: string) => {
  if (operator === 'pr') return `pr ${field}`
  const value = { isnull: '', in: '("a")', ca: '("a")' }[operator] ?? '"a"'
  return `${field} ${operator} ${value}`
}

test(
  'a field or an operator that is not published for a list is refused',
  { timeout },
  async () => {
    const unknown = [
      'disabled',
      'locked',
      'attributes.mail',
      'features',
      '__proto__',
      'constructor',
    ]
    const pairs = Object.entries(lists).flatMap(([list, { fields }]) =>
      [...Object.entries(fields), ...unknown.map((field) => [field, { operators: [] }] as const)]
        .filter(([field]) => list !== 'sources' || field !== 'features')
        .flatMap(([field, known]) =>
          operators
            .filter((operator) => !(known.operators as string[]).includes(operator))
            .map((operator) => [list, field, operator] as const),
        ),
    )
    expect(pairs.length).toBeGreaterThan(250)
    for (const [list, field, operator] of pairs) {
      if (list === 'sources' && operator === 'sw' && /^(created|modified)$/.test(field)) continue // published
      const query = new URLSearchParams({ filters: written(field, operator) })
      const response = await tenant.call(`/${list}?${query}`)
      expect(response.statusCode, `${list}: ${written(field, operator)}`).toBe(400)
      expect(response.json().detailCode).toMatch(/^400\.1/)
    }
  },
)

test('a field that is not published for an order is refused', async () => {
  for (const [list, { sorters }] of Object.entries(lists)) {
    for (const field of ['disabled', 'email', '__proto__', '', '-', '--name', 'NAME']) {
      if (field in sorters || field === '') continue
      const { statusCode } = await tenant.call(`/${list}?sorters=${encodeURIComponent(field)}`)
      expect(statusCode, `${list}: ${field}`).toBe(400)
    }
  }
})
