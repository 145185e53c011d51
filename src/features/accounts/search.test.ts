import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'

import { PAGE_SIZE } from '#ui/row-pages.ts'

import { accountFilters } from './filters.ts'
import {
  accountParts,
  defaults,
  listOf,
  parseAccountSearch,
  textOf,
  toApiFilter,
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
  })
})

test('the box searches the whole text of an account, with what is typed in quotes', () => {
  expect(filterOf('q=o"x ')).toBe('text co "o\\"x"')
})

test('blanks alone search for nothing', () => {
  expect(filterOf('q=+++')).toBeUndefined()
})

test.each([
  ['source=a1', 'sourceId eq "a1"'],
  ['source=b2&source=a1', 'sourceId in ("a1", "b2")'],
  ['status=locked', 'status eq "locked"'],
  ['status=locked&status=disabled', 'status in ("disabled", "locked")'],
  ['type=machine', 'type eq "machine"'],
  ['lifecycle=inactive', 'cloudLifecycleState eq "inactive"'],
  ['lifecycle=-', 'cloudLifecycleState isnull'],
  [
    'lifecycle=inactive&lifecycle=-',
    '(cloudLifecycleState isnull or cloudLifecycleState eq "inactive")',
  ],
  ['password=unknown', 'passwordChanged isnull'],
  ['correlated=no', 'uncorrelated eq true'],
  ['correlated=yes', 'uncorrelated eq false'],
  ['entitlements=yes', 'hasEntitlements eq true'],
  ['origin=AGGREGATED', 'origin eq "AGGREGATED"'],
  ['manual=no', 'manuallyCorrelated eq false'],
  ['state=ACTIVE', 'identity.identityState eq "ACTIVE"'],
  ['connection=file', 'source.connectionType eq "file"'],
  ['authoritative=yes', 'source.authoritative eq true'],
  ['privileged=yes', 'privileged eq true'],
  ['privileged=unknown', 'privileged isnull'],
  ['privileged=no&privileged=unknown', '(privileged eq false or privileged isnull)'],
  ['entitlement=e1&entitlement=e2', 'privilegedEntitlement in ("e1", "e2")'],
  ['created=2024-01-01..', 'created ge 2024-01-01T00:00:00Z'],
  [
    'modified=2024-01-01..2024-01-31',
    'modified ge 2024-01-01T00:00:00Z and modified lt 2024-02-01T00:00:00Z',
  ],
  ['native=CN%3DAnn', 'nativeIdentity sw "CN=Ann"'],
  ['attr=department~eq~Sales', 'attributes.department eq "Sales"'],
  [
    'attr=department~eq~Sales&attr=mail~unset',
    'attributes.department eq "Sales" and attributes.mail isnull',
  ],
  ['filter=name eq "a" or name eq "b"', '(name eq "a" or name eq "b")'],
])('%s asks the index for %s', (url, filter) => {
  expect(filterOf(url)).toBe(filter)
})

test('the ages of passwords follow each other without a gap', () => {
  vi.useFakeTimers({ now: Date.parse('2026-04-01T12:00:00Z') })
  onTestFinished(() => void vi.useRealTimers())
  const [quarter, half, year] = [
    '2026-01-01T00:00:00.000Z',
    '2025-10-03T00:00:00.000Z',
    '2025-04-01T00:00:00.000Z',
  ]
  expect(filterOf('password=under-90-days')).toBe(`passwordChanged ge ${quarter}`)
  expect(filterOf('password=90-to-180-days')).toBe(
    `passwordChanged lt ${quarter} and passwordChanged ge ${half}`,
  )
  expect(filterOf('password=180-to-365-days')).toBe(
    `passwordChanged lt ${half} and passwordChanged ge ${year}`,
  )
  expect(filterOf('password=over-1-year')).toBe(`passwordChanged lt ${year}`)
  expect(filterOf('password=over-180-days')).toBe(`passwordChanged lt ${half}`)
  expect(filterOf('password=under-90-days&password=unknown')).toBe(
    `((passwordChanged ge ${quarter}) or (passwordChanged isnull))`,
  )
})

test('the ages of passwords are the same all day, so that pages read at any time fit together', () => {
  vi.useFakeTimers({ now: Date.parse('2026-04-01T00:00:01Z') })
  onTestFinished(() => void vi.useRealTimers())
  const inTheMorning = filterOf('password=over-180-days')
  vi.setSystemTime(Date.parse('2026-04-01T23:59:59Z'))
  expect(filterOf('password=over-180-days')).toBe(inTheMorning)
})

test('a text with an or is joined as a whole, whatever stands beside it', () => {
  expect(filterOf('status=locked&filter=name eq "a" or name eq "b"')).toBe(
    'status eq "locked" and (name eq "a" or name eq "b")',
  )
})

test('chips can be turned into text, which asks for the same and can be written on', () => {
  const { filters } = parse('status=locked&attr=mail~set&filter=name eq "a" or name eq "b"')
  const text = textOf(filters)
  expect(text).toBe('status eq "locked" and pr attributes.mail and (name eq "a" or name eq "b")')
  expect(toApiFilter({ q: '', filters: { filter: [text ?? ''] } })).toBe(`(${text})`)
  expect(textOf({})).toBeUndefined()
})

test('search and filters are all required', () => {
  expect(filterOf('q=an&correlated=no&origin=PROVISIONED')).toBe(
    'text co "an" and uncorrelated eq true and origin eq "PROVISIONED"',
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
  'attr=department',
  'attr=+~eq~c',
  'filter=++',
  'status=asleep',
  'password=old',
  'privileged=maybe',
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
const condition = fc
  .tuple(fc.constantFrom('department', 'a.b:c-d'), fc.constantFrom('eq', 'sw', 'co'), text)
  .map((parts) => parts.join('~'))
const anySearch: fc.Arbitrary<AccountSearch> = fc.record({
  q: fc.string({ maxLength: 40 }),
  // Each key may be absent, which a record's type cannot say.
  filters: fc.record(
    Object.fromEntries(
      accountFilters.map(({ id, kind, options, isRepeated }) => [
        id,
        isRepeated
          ? fc.uniqueArray(condition, { minLength: 1, maxLength: 4 })
          : options
            ? fc
                .subarray(options, { minLength: 1 })
                .map((chosen) => chosen.map((option) => option.value).toSorted())
            : valuesOf[kind],
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<AccountSearch['filters']>,
  sort: fc.constantFrom('name', '-name', 'identity.name', '-status', '-passwordChanged', 'type'),
  at: fc.nat(1_000_000),
  part: fc.constantFrom(...accountParts),
  layer: fc.constantFrom('', 'edit', 'entitlement:e1'),
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
  const names = ['q', 'sort', 'at', 'layer', ...accountFilters.map((filter) => filter.id), 'junk']
  const junk = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(junk, (pairs) => {
      const search = parseAccountSearch(new URLSearchParams(pairs))
      expect(parseAccountSearch(toUrl(search))).toEqual(search)
      expect(() => toApiQuery(listOf(search), 0)).not.toThrow()
    }),
  )
})
