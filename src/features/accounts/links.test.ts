import fc from 'fast-check'
import { expect, test } from 'vitest'

import { accountsFilter, accountsUrl } from './links.ts'
import { listOf, parseAccountSearch, toApiQuery } from './search.ts'

test.each([
  [{}, '/accounts', undefined],
  [{ status: ['locked'] }, '/accounts?status=locked', 'status eq "locked"'],
  [
    { status: ['enabled'], lifecycle: ['left', 'inactive'] },
    '/accounts?status=enabled&lifecycle=left&lifecycle=inactive',
    'status eq "enabled" and cloudLifecycleState in ("left", "inactive")',
  ],
  [
    { modified: ['', '2025-01-31'] },
    '/accounts?modified=..2025-01-31',
    'modified lt 2025-02-01T00:00:00Z',
  ],
])('%o is listed at %s and asked for as %s', (some, url, filter) => {
  expect(accountsUrl(some)).toBe(url)
  expect(accountsFilter(some)).toBe(filter)
})

test('a link opens what its number was asked with, or there is no link', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 220 }),
    fc.constantFrom('', ' ', '-'),
  )
  fc.assert(
    fc.property(fc.constantFrom('source', 'lifecycle'), fc.array(value), (id, values) => {
      const some = { [id]: values }
      const url = accountsUrl(some)
      if (url === undefined) return
      const search = parseAccountSearch(new URL(url, 'http://console.test').searchParams)
      const asked = toApiQuery(listOf(search), 0).filters
      const sorted = accountsFilter({ [id]: values.toSorted() })
      expect(asked).toBe(sorted)
    }),
  )
})

test.each([
  ['a value that a link leaves out', { lifecycle: ['  '] }],
  ['a value that does not exist', { status: ['asleep'] }],
  ['a filter that does not exist', { colour: ['red'] }],
  ['more values than a link takes', { source: Array.from({ length: 101 }, (_, at) => `s${at}`) }],
])('%s has no link, rather than one to other rows', (_, some) => {
  expect(accountsUrl(some)).toBeUndefined()
})
