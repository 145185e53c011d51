import fc from 'fast-check'
import { expect, test } from 'vitest'

import { pagesFor } from './row-pages.ts'
import { windowAt } from './use-visible-rows.ts'

test('the pages asked for hold every row on screen, and none beyond the list', () => {
  const range = fc
    .tuple(fc.nat(2000), fc.nat(80))
    .map(([first, rows]) => ({ first, last: first + rows }))
  fc.assert(
    fc.property(range, fc.integer({ min: 1, max: 2000 }), (view, total) => {
      const pages = pagesFor(view, total)
      const last = Math.min(view.last, total - 1)
      for (let row = Math.min(view.first, total - 1); row <= last; row++) {
        expect(pages).toContain(Math.floor(row / 100))
      }
      expect(Math.max(...pages)).toBeLessThanOrEqual(Math.floor((total - 1) / 100))
      expect(Math.min(...pages)).toBeGreaterThanOrEqual(0)
      expect(pages.length).toBeLessThanOrEqual(3)
    }),
  )
})

test('an empty list still asks for its first page', () => {
  expect(pagesFor({ first: 0, last: 0 }, 0)).toEqual([0])
})

test('the mounted rows cover the screen wherever it stands', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 80 }), (top, perScreen) => {
      const { first, last } = windowAt(top, perScreen)
      expect(first).toBeLessThanOrEqual(top)
      expect(last).toBeGreaterThanOrEqual(top + perScreen)
    }),
  )
})
