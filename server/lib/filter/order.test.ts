import fc from 'fast-check'
import { expect, test } from 'vitest'

import { inOrder, withId } from './order.ts'

type Row = { id: string; name: string | null }
const read = (row: Row, field: string) => (field === 'id' ? row.id : row.name)
const sorted = (rows: Row[], field: string, descending: boolean) =>
  rows.toSorted(inOrder([{ field, descending }], read)).map(({ id }) => id)

test('what is missing comes first, case does not count, and the id settles ties', () => {
  const rows = [
    { id: '3', name: 'b' },
    { id: '2', name: 'B' },
    { id: '1', name: null },
    { id: '4', name: 'A' },
  ]
  expect(sorted(rows, 'name', false)).toEqual(['1', '4', '2', '3'])
  expect(sorted(rows, 'name', true)).toEqual(['3', '2', '4', '1'])
})

test('text is in the order of its code points, as a database has it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const order = inOrder([], read)({ id: a, name: null }, { id: b, name: null })
      expect(Math.sign(order)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  )
})

test('what stands behind the id is dropped, the id takes the last direction', () => {
  const name = { field: 'name', descending: true }
  const id = { field: 'id', descending: false }
  expect(withId([id, name])).toEqual([id])
  expect(withId([name])).toEqual([name, { field: 'id', descending: true }])
})
