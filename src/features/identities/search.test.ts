import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  identityFilters,
  isForTenant,
  listOf,
  parseIdentitySearch,
  toApiQuery,
  toTenantQuery,
  toUrl,
} from './search.ts'

const parse = (url: string) => parseIdentitySearch(new URLSearchParams(url))
const filtersOf = (url: string) => toApiQuery(listOf(parse(url)), 0).filters

test('the plain list has a plain URL and asks for no filter', () => {
  expect(toUrl(parse('')).toString()).toBe('')
  expect(toApiQuery(listOf(parse('')), 2)).toEqual({
    filters: undefined,
    sorters: 'name,alias',
    limit: 100,
    offset: 200,
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

test('the search asks the index for text anywhere, and the tenant for the start of each field', () => {
  expect(filtersOf('q=an')).toBe('text co "an"')
  expect(filtersOf(`q=${encodeURIComponent(' o"x\\ ')}`)).toBe('text co "o\\"x\\\\"')
  expect(filtersOf('q=%20%20')).toBeUndefined()
  expect(toTenantQuery(listOf(parse('q=an')), 0).filters).toBe(
    '(name sw "an" or alias sw "an" or email sw "an" or firstname sw "an" or lastname sw "an")',
  )
})

test("lifecycle states are the tenant's own, so any is asked for, each once", () => {
  expect(filtersOf('lifecycle=left&lifecycle=active&lifecycle=left&lifecycle=%20')).toBe(
    '(lifecycleState eq "active" or lifecycleState eq "left")',
  )
  expect(filtersOf('manager=yes')).toBe('isManager eq true')
  expect(filtersOf('manager=perhaps')).toBeUndefined()
})

test('several values of a field that knows eq only are joined with or', () => {
  expect(filtersOf('status=LOCKED&status=ACTIVE')).toBe(
    '(cloudStatus eq "ACTIVE" or cloudStatus eq "LOCKED")',
  )
  expect(filtersOf('status=ACTIVE&processing=ERROR')).toBe(
    'cloudStatus eq "ACTIVE" and processingState eq "ERROR"',
  )
})

test('identities that are not correlated are asked of the tenant, in its words', () => {
  const list = listOf(parse('correlated=no&sort=-modified&status=ACTIVE'))
  expect(isForTenant(list)).toBe(true)
  expect(toTenantQuery(list, 1)).toEqual({
    filters: 'cloudStatus eq "ACTIVE" and correlated eq false',
    defaultFilter: 'NONE',
    sorters: 'name,alias',
    limit: 100,
    offset: 100,
    count: true,
  })
  expect(isForTenant(listOf(parse('correlated=yes')))).toBe(false)
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
      toTenantQuery(listOf(search), 0)
    }),
  )
})
