import { expect, test, vi } from 'vitest'

vi.stubGlobal('location', { origin: 'http://console.test' })
// The client takes the fetch that there is when it is made.
let answer: (request: Request) => Response
vi.stubGlobal('fetch', async (request: Request) => answer(request))
const { accountCountsQuery, everything, withCounts } = await import('./counts.ts')
const { createQueryClient } = await import('#api/query-client.ts')

/** Asks for the counts, and returns what the server was asked and what came of its answer. */
async function ask(filters: Record<string, string[]>, ids: string[], facets: object[] = []) {
  const asked: URL[] = []
  answer = (request) => {
    asked.push(new URL(request.url))
    return Response.json({ items: [], total: 0, facets, bounded: false, partial: true })
  }
  const client = createQueryClient()
  const counts = await client.query(accountCountsQuery({ ...everything, filters }, ids))
  return { counts, params: asked[0]?.searchParams }
}

test('one question counts the values of all filters, and no account is sent', async () => {
  const { params } = await ask({ status: ['locked'] }, ['source', 'lifecycle'])
  expect(params?.get('limit')).toBe('0')
  expect(params?.get('facets')).toBe('sourceId,cloudLifecycleState')
  expect(params?.get('filters')).toBe('status eq "locked"')
})

test('a written filter narrows the counts of the field that it speaks of as well', async () => {
  const { params } = await ask({ filter: ['sourceName eq "AD"'] }, ['source'])
  expect(params?.get('filters')).toBe('((sourceName eq "AD") or id eq "")')
})

test('a written filter that is none stays as it is, and is refused', async () => {
  const { params } = await ask({ filter: ['a) or (b'] }, ['source'])
  expect(params?.get('filters')).toBe('a) or (b')
})

test('what is counted is told in the values of the filters', async () => {
  const { counts } = await ask(
    {},
    ['source', 'correlated', 'password', 'lifecycle'],
    [
      { field: 'sourceId', values: [{ value: 's1', count: 3, label: 'AD' }], other: 0 },
      {
        field: 'uncorrelated',
        values: [
          { value: true, count: 1 },
          { value: false, count: 2 },
        ],
        other: 0,
      },
      { field: 'passwordChanged', values: [{ value: null, count: 4 }], other: 0 },
      { field: 'cloudLifecycleState', values: [{ value: null, count: 5 }], other: 0 },
    ],
  )
  expect(counts.isPartial).toBe(true)
  const told = Object.entries(counts.byFilter).flatMap(([id, options]) =>
    options.map(({ value, label, count }) => [id, value, label, count]),
  )
  expect(told).toEqual([
    ['source', 's1', 'AD', 3],
    ['correlated', 'no', 'no', 1],
    ['correlated', 'yes', 'yes', 2],
    ['password', 'unknown', 'unknown', 4],
    ['lifecycle', '-', '-', 5],
  ])
})

test('an age that the index does not count by itself is the sum of those within it', () => {
  const filter = {
    id: 'password',
    label: 'Password',
    kind: 'pick' as const,
    options: ['180-to-365-days', 'over-1-year', 'over-180-days'].map((value) => ({
      value,
      label: value,
    })),
  }
  const counted = [
    { value: '180-to-365-days', label: '', count: 2 },
    { value: 'over-1-year', label: '', count: 3 },
  ]
  expect(withCounts(filter, counted)?.map(({ count }) => count)).toEqual([2, 3, 5])
  expect(withCounts(filter, undefined)).toBe(filter.options)
})
