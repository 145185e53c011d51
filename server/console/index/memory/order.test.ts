import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Bitmap } from './bitmap.ts'
import { Order } from './order.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 100)
const all = (order: Order, descending = false) => [
  ...order.page(undefined, order.size, 0, Infinity, descending),
]

test('a row behind one that is not there is refused, and nothing changes', () => {
  const order = new Order([3, 1, 2])
  expect(() => order.insert(7, 99)).toThrow('Row 99')
  expect(() => order.insert(1, 1)).toThrow('behind itself')
  expect(all(order)).toEqual([3, 1, 2])
  order.remove(99)
  expect(order.size).toBe(3)
})

test('an empty order has no pages, and takes its first row', () => {
  const order = new Order()
  expect(all(order)).toEqual([])
  order.insert(70_000)
  expect(all(order)).toEqual([70_000])
  order.remove(70_000)
  expect(all(order)).toEqual([])
})

test('rows that come, move and go at random leave the order that a plain list has', () => {
  const step = fc.record({ ord: fc.nat({ max: 12_000 }), after: fc.nat(), go: fc.boolean() })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_000 }),
      fc.array(step, { maxLength: 400, size: 'max' }),
      (length, steps) => {
        const list = Array.from({ length }, (_, at) => (at * 7919) % Math.max(1, length))
        const unique = [...new Set(list)]
        const order = new Order(unique)
        for (const { ord, after, go } of steps) {
          const at = unique.indexOf(ord)
          if (at >= 0) unique.splice(at, 1)
          if (go) {
            order.remove(ord)
            continue
          }
          const behind = unique[after % (unique.length + 1)]
          unique.splice(behind === undefined ? 0 : unique.indexOf(behind) + 1, 0, ord)
          order.insert(ord, behind)
        }
        expect(all(order)).toEqual(unique)
        expect(all(order, true)).toEqual(unique.toReversed())
        expect(order.size).toBe(unique.length)
      },
    ),
    { numRuns: runs },
  )
})

test('rows that all come at one place, and then all go, split and join the blocks', () => {
  const order = new Order([0])
  for (let ord = 1; ord <= 20_000; ord += 1) order.insert(ord, 0)
  expect(all(order).slice(0, 4)).toEqual([0, 20_000, 19_999, 19_998])
  for (let ord = 1; ord <= 20_000; ord += 1) if (ord % 1000 !== 0) order.remove(ord)
  expect(all(order)).toHaveLength(21)
  expect(all(order, true).slice(0, 3)).toEqual([1000, 2000, 3000])
  for (let ord = 0; ord <= 20_000; ord += 1) order.remove(ord)
  expect(order.size).toBe(0)
})

test('a page of some of the rows is the same from either end', () => {
  const picked = fc.uniqueArray(fc.nat({ max: 4_999 }), { maxLength: 300, size: 'max' })
  fc.assert(
    fc.property(
      picked,
      fc.nat({ max: 320 }),
      fc.nat({ max: 50 }),
      fc.boolean(),
      (ords, skip, limit, descending) => {
        const sorted = Array.from({ length: 5_000 }, (_, at) => (at * 3989) % 5_000)
        const rows = Bitmap.of(ords)
        const expected = sorted.filter((ord) => rows.has(ord))
        if (descending) expected.reverse()
        const page = new Order(sorted).page(rows, ords.length, skip, limit, descending)
        expect([...page]).toEqual(expected.slice(skip, skip + limit))
      },
    ),
    { numRuns: runs },
  )
})
