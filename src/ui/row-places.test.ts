import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createRowPlaces } from './row-places.ts'

const ROW = 36
const VIEW = 800

/** A scroller as a browser has it: it stays within what is laid out. */
function listOf(count: number, limits?: { tallest: number; end: number }) {
  const places = createRowPlaces(limits)
  places.resize(count, ROW)
  let scrollTop = 0
  const list = {
    clientHeight: VIEW,
    get scrollTop() {
      return scrollTop
    },
    set scrollTop(to: number) {
      scrollTop = Math.min(Math.max(0, to), Math.max(0, places.height() - VIEW))
    },
  }
  return { places, list, top: () => places.top(list), go: (to: number) => places.go(list, to) }
}

test('a list that fits is as tall as its rows, wherever it stands', () => {
  fc.assert(
    fc.property(fc.nat(400_000), fc.nat(20_000_000), (count, to) => {
      const { places, list, top } = listOf(count)
      expect(places.height()).toBe(count * ROW)
      list.scrollTop = to
      expect(top()).toBe(list.scrollTop)
      expect(places.shift()).toBe(0)
    }),
  )
})

describe('one that is too tall', () => {
  const million = () => listOf(1_000_000)

  test('is no taller than a browser lays out, and the bar leads to both of its ends', () => {
    const { places, list, top } = million()
    expect(places.height()).toBeLessThanOrEqual(16_000_000)
    expect(top()).toBe(0)
    list.scrollTop = 1e9
    expect(top()).toBe(1_000_000 * ROW - VIEW)
    list.scrollTop = 0
    expect(top()).toBe(0)
  })

  test('further down the bar is further down the rows, and half is half', () => {
    const { places, list, top } = million()
    const at = (share: number) => {
      list.scrollTop = 0
      top()
      list.scrollTop = share * (places.height() - VIEW)
      return top()
    }
    const tops = Array.from({ length: 101 }, (_, step) => at(step / 100))
    expect(tops.toSorted((a, b) => a - b)).toEqual(tops)
    expect((tops[50] ?? 0) / (1_000_000 * ROW)).toBeCloseTo(0.5, 3)
  })

  test('every place can be gone to, and is then at the top', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 * ROW - VIEW })), (all) => {
        const { places, list, top, go } = million()
        for (const place of all) {
          go(place)
          expect(top()).toBe(place)
          // The rows that are mounted fit between what stands for those above and below.
          expect(place - places.shift()).toBeGreaterThanOrEqual(0)
          expect(place - places.shift() + VIEW).toBeLessThanOrEqual(places.height())
          expect(places.shift() % ROW).toBe(0)
          expect(list.scrollTop).toBe(place - places.shift())
        }
      }),
    )
  })

  test('reading on moves the rows by as much as the wheel, however far it goes', () => {
    const step = fc.integer({ min: -2 * VIEW, max: 2 * VIEW })
    const start = fc.integer({ min: 0, max: 1_000_000 * ROW - VIEW })
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 200 }), (from, steps) => {
        const { list, top, go } = million()
        go(from)
        for (const by of steps) {
          const before = top()
          const wanted = Math.min(Math.max(0, before + by), 1_000_000 * ROW - VIEW)
          list.scrollTop += by
          expect(top()).toBe(wanted)
        }
      }),
    )
  })

  test.each([-1, 1])(
    'who reads on from the middle comes to the end, and no further (%i)',
    (sign) => {
      // Small, so that the bar comes to its end first.
      const { list, top, go } = listOf(20_000, { tallest: 100_000, end: 20_000 })
      go(360_000)
      const step = sign * 1500
      for (let steps = 0; steps < 600; steps += 1) {
        const before = top()
        list.scrollTop += step
        expect(top()).toBe(Math.min(Math.max(0, before + step), 20_000 * ROW - VIEW))
      }
      expect(top()).toBe(sign < 0 ? 0 : 20_000 * ROW - VIEW)
    },
  )

  test('a shorter list in its place is as it is', () => {
    const { places, list, go, top } = million()
    go(30_000_000)
    places.resize(500, ROW)
    go(0)
    expect([top(), list.scrollTop, places.shift()]).toEqual([0, 0, 0])
  })
})
