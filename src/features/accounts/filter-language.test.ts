import fc from 'fast-check'
import { expect, test } from 'vitest'

import { betweenDays, isDay, oneOf, quote, startsWith } from './filter-language.ts'

test('quotes and backslashes are escaped, nothing else is touched', () => {
  expect(startsWith('name', 'a"b\\c')).toBe('name sw "a\\"b\\\\c"')
  expect(quote('Zoë O’Hara #1 & 50% (x)')).toBe('"Zoë O’Hara #1 & 50% (x)"')
})

test('any text survives quoting: no inner quote can end the string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inner = quote(text).slice(1, -1)
      expect(inner.replace(/\\(["\\])/g, '$1')).toBe(text)
      expect(inner.replace(/\\["\\]/g, '')).not.toMatch(/["\\]/)
    }),
  )
})

test('one value is an eq, several are an in, none is nothing', () => {
  expect(oneOf('origin', ['A'])).toBe('origin eq "A"')
  expect(oneOf('origin', ['A', 'B'])).toBe('origin in ("A", "B")')
  expect(oneOf('origin', [])).toBeUndefined()
})

test('a range of days includes both of them, over the end of a leap month too', () => {
  expect(betweenDays('created', '2024-02-28', '2024-02-29')).toBe(
    'created ge 2024-02-28T00:00:00Z and created lt 2024-03-01T00:00:00Z',
  )
  expect(betweenDays('created', '', '2024-12-31')).toBe('created lt 2025-01-01T00:00:00Z')
  expect(betweenDays('created', '', '')).toBeUndefined()
})

test('a day that does not exist is none', () => {
  expect(isDay('2023-02-29')).toBe(false)
  expect(isDay('2024-13-01')).toBe(false)
  expect(isDay('0000-00-00')).toBe(false)
  expect(isDay('2024-2-9')).toBe(false)
  expect(isDay('2024-02-29')).toBe(true)
})
