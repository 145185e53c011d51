import fc from 'fast-check'
import { expect, test } from 'vitest'

import { identityFilters, listOf, parseIdentitySearch, toApiQuery, toUrl } from './search.ts'

const parse = (url: string) => parseIdentitySearch(new URLSearchParams(url))
const filtersOf = (url: string) => toApiQuery(listOf(parse(url)), 0).filters

test('the plain list has a plain URL and asks for no filter', () => {
  expect(toUrl(parse('')).toString()).toBe('')
  expect(toApiQuery(listOf(parse('')), 2)).toEqual({
    filters: undefined,
    defaultFilter: undefined,
    sorters: 'name,alias',
    limit: 100,
    offset: 200,
    count: true,
  })
})

test('junk in the URL falls back field by field and never throws', () => {
  const plain = parse('')
  for (const url of ['sort=hack', 'sort=--name', 'at=-4', 'at=1.5', 'at=NaN', 'status=NOPE']) {
    expect(parse(url)).toEqual(plain)
  }
  expect(parse('correlated=maybe&sort=-alias').sort).toBe('-alias')
  expect(parse('status=__proto__&status=ACTIVE').filters).toEqual({ status: ['ACTIVE'] })
})

test('the search asks for the start of each field, with quotes and backslashes escaped', () => {
  expect(filtersOf('q=an')).toBe(
    '(name sw "an" or alias sw "an" or email sw "an" or firstname sw "an" or lastname sw "an")',
  )
  expect(filtersOf(`q=${encodeURIComponent('o"x\\')}`)).toContain('name sw "o\\"x\\\\"')
  expect(filtersOf('q=%20%20')).toBeUndefined()
})

test('several values of a field that knows eq only are joined with or', () => {
  expect(filtersOf('status=LOCKED&status=ACTIVE')).toBe(
    '(cloudStatus eq "ACTIVE" or cloudStatus eq "LOCKED")',
  )
  expect(filtersOf('status=ACTIVE&processing=ERROR')).toBe(
    'cloudStatus eq "ACTIVE" and processingState eq "ERROR"',
  )
})

test('identities that are not correlated are shown only when asked for', () => {
  expect(toApiQuery(listOf(parse('correlated=no')), 0)).toMatchObject({
    filters: 'correlated eq false',
    defaultFilter: 'NONE',
  })
  expect(toApiQuery(listOf(parse('correlated=yes')), 0)).toMatchObject({
    filters: 'correlated eq true',
    defaultFilter: undefined,
  })
})

test('any URL reads to a state that its own URL reads back to', () => {
  const value = fc.oneof(
    fc.constantFrom('ACTIVE', 'LOCKED', 'yes', 'no', '-name', 'cloudStatus', '7', '0'),
    fc.string({ unit: 'binary' }),
  )
  const key = fc.constantFrom('q', 'sort', 'at', 'junk', ...identityFilters.map(({ id }) => id))
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
      const search = parseIdentitySearch(new URLSearchParams(pairs))
      expect(parseIdentitySearch(new URLSearchParams(toUrl(search).toString()))).toEqual(search)
      toApiQuery(listOf(search), 0)
    }),
  )
})
