import fc from 'fast-check'
import { expect, test } from 'vitest'

import { NumberLists } from './number-lists.ts'

test('every row has what was put there last, whatever was put and taken before', () => {
  const change = fc.record({
    row: fc.nat(40),
    numbers: fc.uniqueArray(fc.nat(9), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200, size: 'max' }), (changes) => {
      const lists = new NumberLists(8)
      const plain = new Map<number, number[]>()
      for (const { row, numbers } of changes) {
        const isOther = lists.put(row, numbers)
        const before = (plain.get(row) ?? []).toSorted()
        expect(isOther).toBe(JSON.stringify(before) !== JSON.stringify(numbers.toSorted()))
        plain.set(row, numbers)
      }
      for (let row = 0; row < 50; row += 1) {
        expect(lists.of(row).toSorted()).toEqual((plain.get(row) ?? []).toSorted())
      }
    }),
  )
})
