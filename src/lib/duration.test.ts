import { expect, test } from 'vitest'

import { durationBetween, formatDuration } from './duration.ts'

test.each([
  [0, '< 1s'],
  [499, '< 1s'],
  [3400, '3s'],
  [59_600, '1m'],
  [65_000, '1m\u00A05s'],
  [3_600_000, '1h'],
  [7_380_000, '2h\u00A03m'],
  [90_000_000, '1d\u00A01h'],
  [-5000, '< 1s'],
])('%i ms are said in the two largest units', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('a duration is known only where both of its ends are times', () => {
  expect(durationBetween('2026-01-01T00:00:00Z', '2026-01-01T00:00:05Z')).toBe(5000)
  expect(durationBetween('2026-01-01T00:00:05Z', '2026-01-01T00:00:00Z')).toBe(0)
  expect(durationBetween('2026-01-01T00:00:00Z', Date.UTC(2026, 0, 1, 0, 1))).toBe(60_000)
  expect(durationBetween(null, '2026-01-01T00:00:00Z')).toBeUndefined()
  expect(durationBetween('2026-01-01T00:00:00Z', null)).toBeUndefined()
  expect(durationBetween('soon', '2026-01-01T00:00:00Z')).toBeUndefined()
})
