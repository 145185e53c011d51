import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Bitmap } from './bitmap.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 500)
const ords = fc.uniqueArray(fc.oneof(fc.nat({ max: 70 }), fc.nat({ max: 5_000 })))
const listOf = (bitmap: Bitmap) => {
  const list: number[] = []
  bitmap.forEach((ord) => list.push(ord))
  return list
}
const ascending = (list: Iterable<number>) => [...list].toSorted((a, b) => a - b)

test('bitmaps of unlike lengths combine as sets do', () => {
  fc.assert(
    fc.property(ords, ords, (a, b) => {
      const right = new Set(b)
      expect(listOf(Bitmap.of(a).and(Bitmap.of(b)))).toEqual(
        ascending(a.filter((ord) => right.has(ord))),
      )
      expect(listOf(Bitmap.of(a).or(Bitmap.of(b)))).toEqual(ascending(new Set([...a, ...b])))
      expect(listOf(Bitmap.of(a).andNot(Bitmap.of(b)))).toEqual(
        ascending(a.filter((ord) => !right.has(ord))),
      )
    }),
    { numRuns: runs },
  )
})

test('what is set can be counted, paged, walked from anywhere, and cleared', () => {
  fc.assert(
    fc.property(ords, fc.nat({ max: 120 }), fc.nat({ max: 5_100 }), (list, skip, from) => {
      const bitmap = Bitmap.of(list)
      const sorted = ascending(list)
      expect(bitmap.count()).toBe(list.length)
      expect(bitmap.page(skip, 10)).toEqual(sorted.slice(skip, skip + 10))
      const walked: number[] = []
      bitmap.forEach((ord) => walked.push(ord), from)
      expect(walked).toEqual(sorted.filter((ord) => ord >= from))
      const copy = bitmap.copy()
      for (const ord of [...list, 99_999]) bitmap.clear(ord)
      expect(bitmap.count()).toBe(0)
      expect(listOf(copy)).toEqual(sorted)
    }),
    { numRuns: runs },
  )
})
