import { expect, test } from 'vitest'

import { describeFilter, searchOptions, type Filter } from './filters.ts'

const options = [
  { value: 'a', label: 'Active Directory' },
  { value: 'b', label: 'Büro' },
]
const filter = (kind: Filter['kind']): Filter => ({ id: 'x', label: 'X', kind, options })

test('a chip says what the filter asks for', () => {
  expect(describeFilter(filter('pick'), ['b'])).toBe('Büro')
  expect(describeFilter(filter('pick'), ['a', 'b'])).toBe('Active Directory and 1 more')
  expect(describeFilter(filter('pick'), ['gone'])).toBe('gone')
  expect(describeFilter(filter('yes-no'), ['no'])).toBe('No')
  expect(describeFilter(filter('days'), ['2026-01-02', ''])).toBe('from Jan 2, 2026')
  expect(describeFilter(filter('days'), ['', '2026-01-02'])).toBe('until Jan 2, 2026')
})

test('choices are found whatever their case and accents', () => {
  expect(searchOptions(options, ' BURO ')).toEqual([options[1]])
  expect(searchOptions(options, '')).toBe(options)
})
