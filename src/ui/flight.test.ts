import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createFlight } from './flight.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const told: boolean[] = []
/** Each pair: milliseconds that pass, then the row at the top. */
function scrolled(...steps: [ms: number, row: number][]) {
  told.length = 0
  const flight = createFlight((isFlying) => told.push(isFlying))
  for (const [ms, row] of steps) {
    vi.advanceTimersByTime(ms)
    flight.see(row)
  }
  return flight
}

test('reading is no flight, and neither is a jump, nor one after the other', () => {
  scrolled([0, 0], [16, 2], [16, 4], [16, 6], [16, 8])
  expect(told).toEqual([])
  scrolled([0, 500_000])
  expect(told).toEqual([])
  scrolled([0, 0], [60, 20], [60, 40], [60, 60])
  expect(told).toEqual([])
})

test.each([1, -1])('a fling is told once, and its end after a rest (%i)', (sign) => {
  scrolled([0, 1000], [16, 1000 + 15 * sign], [16, 1000 + 30 * sign], [16, 1000 + 45 * sign])
  expect(told).toEqual([true])
  vi.advanceTimersByTime(80)
  expect(told).toEqual([true])
  vi.advanceTimersByTime(20)
  expect(told).toEqual([true, false])
})

test('one that slows down goes on until it rests, and can begin anew', () => {
  const flight = scrolled([0, 0], [16, 20], [80, 21], [80, 22])
  expect(told).toEqual([true])
  vi.advanceTimersByTime(100)
  expect(told).toEqual([true, false])
  flight.see(22)
  vi.advanceTimersByTime(16)
  flight.see(40)
  expect(told).toEqual([true, false, true])
})

test('after the end nothing is told', () => {
  const flight = scrolled([0, 0], [16, 20])
  flight.end()
  vi.advanceTimersByTime(500)
  expect(told).toEqual([true])
})
