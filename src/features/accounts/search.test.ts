import fc from 'fast-check'
import { expect, test } from 'vitest'

import { PAGE_SIZE } from '#ui/row-pages.ts'

import { accountFilters } from './filters.ts'
import {
  accountParts,
  defaults,
  listOf,
  parseAccountSearch,
  toApiQuery,
  toUrl,
  type AccountSearch,
} from './search.ts'

const parse = (text: string) => parseAccountSearch(new URLSearchParams(text))
const filterOf = (text: string) => toApiQuery(listOf(parse(text)), 0).filters

test('the plain list has a plain URL and no filter', () => {
  expect(parse('')).toEqual(defaults)
  expect(toUrl(defaults).toString()).toBe('')
  expect(toApiQuery(listOf(defaults), 0)).toEqual({
    filters: undefined,
    sorters: 'name,id',
    limit: PAGE_SIZE,
    offset: 0,
    count: true,
  })
})

test('the box searches account name, native identity and identity name from their start', () => {
  expect(filterOf('q=o"x ')).toBe(
    '(name sw "o\\"x" or nativeIdentity sw "o\\"x" or identity.name sw "o\\"x")',
  )
})

test('blanks alone search for nothing', () => {
  expect(filterOf('q=+++')).toBeUndefined()
})

test.each([
  ['source=a1', 'sourceId eq "a1"'],
  ['source=b2&source=a1', 'sourceId in ("a1", "b2")'],
  ['correlated=no', 'uncorrelated eq true'],
  ['correlated=yes', 'uncorrelated eq false'],
  ['entitlements=yes', 'hasEntitlements eq true'],
  ['origin=AGGREGATED', 'origin eq "AGGREGATED"'],
  ['manual=no', 'manuallyCorrelated eq false'],
  ['state=ACTIVE', 'identity.identityState eq "ACTIVE"'],
  ['connection=file', 'source.connectionType eq "file"'],
  ['authoritative=yes', 'source.authoritative eq true'],
  ['created=2024-01-01..', 'created ge 2024-01-01T00:00:00Z'],
  [
    'modified=2024-01-01..2024-01-31',
    'modified ge 2024-01-01T00:00:00Z and modified lt 2024-02-01T00:00:00Z',
  ],
  ['native=CN%3DAnn', 'nativeIdentity sw "CN=Ann"'],
])('%s asks the tenant for %s', (url, filter) => {
  expect(filterOf(url)).toBe(filter)
})

test('search and filters are all required', () => {
  expect(filterOf('q=an&correlated=no&origin=PROVISIONED')).toBe(
    '(name sw "an" or nativeIdentity sw "an" or identity.name sw "an") and uncorrelated eq true and origin eq "PROVISIONED"',
  )
})

test('a page is asked for by its offset, with a sort order that leaves no ties', () => {
  const query = toApiQuery(listOf(parse('sort=-modified')), 3)
  expect(query).toMatchObject({ offset: 3 * PAGE_SIZE, limit: PAGE_SIZE, sorters: '-modified,id' })
})

test.each([
  'sort=hack',
  'sort=-',
  'sort=__proto__',
  'at=-1',
  'at=1.5',
  'at=1e400',
  'at=x',
  'part=x',
])('a stale or hand-edited %s falls back to the default', (url) => {
  expect(parse(url)).toEqual(defaults)
})

test.each([
  'correlated=maybe',
  'origin=MARS',
  'created=2024-02-30',
  'created=..',
  'source=',
  'native=+',
])('the filter %s, which the tenant could not answer, is left out', (url) => {
  expect(parse(url).filters).toEqual({})
})

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const text = fc.string({ minLength: 1, maxLength: 40 }).filter((value) => value.trim() !== '')

const valuesOf: Record<(typeof accountFilters)[number]['kind'], fc.Arbitrary<string[]>> = {
  'yes-no': fc.constantFrom(['yes'], ['no']),
  pick: fc.uniqueArray(text, { minLength: 1, maxLength: 5 }).map((values) => values.toSorted()),
  days: fc.oneof(
    fc.tuple(day, day),
    fc.tuple(day, fc.constant('')),
    fc.tuple(fc.constant(''), day),
  ),
  text: fc.tuple(text),
}
const anySearch: fc.Arbitrary<AccountSearch> = fc.record({
  q: fc.string({ maxLength: 40 }),
  // Each key may be absent, which a record's type cannot say.
  filters: fc.record(
    Object.fromEntries(
      accountFilters.map(({ id, kind, options }) => [
        id,
        options
          ? fc
              .subarray(options, { minLength: 1 })
              .map((chosen) => chosen.map((option) => option.value).toSorted())
          : valuesOf[kind],
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<AccountSearch['filters']>,
  sort: fc.constantFrom('name', '-name', 'identity.name', '-modified', 'source.displayableName'),
  at: fc.nat(1_000_000),
  part: fc.constantFrom(...accountParts),
})

test('every list state survives the way into the URL and back', () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const url = toUrl(search).toString()
      expect(parseAccountSearch(new URLSearchParams(url))).toEqual(search)
    }),
  )
})

test('no URL makes it throw, and what is read prints to a URL that reads the same', () => {
  const names = ['q', 'sort', 'at', ...accountFilters.map((filter) => filter.id), 'junk']
  const junk = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(junk, (pairs) => {
      const search = parseAccountSearch(new URLSearchParams(pairs))
      expect(parseAccountSearch(toUrl(search))).toEqual(search)
      expect(() => toApiQuery(listOf(search), 0)).not.toThrow()
    }),
  )
})
