import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseTime, relativeTime } from './dates.ts'

const iso = (value: unknown) => parseTime(value)?.toISOString()

test('times are read as sources write them', () => {
  expect(iso('2026-03-01T10:20:30Z')).toBe('2026-03-01T10:20:30.000Z')
  expect(iso(1_700_000_000_000)).toBe('2023-11-14T22:13:20.000Z')
  expect(iso('1700000000000')).toBe('2023-11-14T22:13:20.000Z')
  expect(iso('1700000000')).toBe('2023-11-14T22:13:20.000Z')
  expect(iso('133444736000000000')).toBe('2023-11-14T22:13:20.000Z')
})

test('what is no time, and "never", is none', () => {
  const none = [
    null,
    undefined,
    '',
    ' ',
    'never',
    'room 12',
    '42',
    0,
    '0',
    -1,
    NaN,
    Infinity,
    {},
    [],
  ]
  for (const value of none) expect(parseTime(value)).toBeUndefined()
  expect(parseTime('9223372036854775807')).toBeUndefined()
  expect(parseTime('2026-99-99')).toBeUndefined()
})

test('whatever a source gives, it is a valid time or none', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.string(), fc.double(), fc.bigInt().map(String)),
      (value) => {
        const time = parseTime(value)
        if (time) expect(Number.isNaN(time.getTime())).toBe(false)
      },
    ),
  )
})

test('relative times use the largest unit that fits, in both directions', () => {
  const now = Date.parse('2026-06-15T12:00:00Z')
  const at = (text: string) => relativeTime(new Date(text), now)
  expect(at('2026-06-15T11:59:40Z')).toBe('just now')
  expect(at('2026-06-15T11:15:00Z')).toBe('45 minutes ago')
  expect(at('2026-06-14T12:00:00Z')).toBe('yesterday')
  expect(at('2026-03-15T12:00:00Z')).toBe('3 months ago')
  expect(at('2024-06-01T12:00:00Z')).toBe('2 years ago')
  expect(at('2026-06-17T13:00:00Z')).toBe('in 2 days')
})
