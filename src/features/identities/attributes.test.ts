import { expect, test } from 'vitest'

import { attributeRows, searchAttributes } from './attributes.ts'

test('values of any kind become text, unset ones are left out, names are in order', () => {
  const attributes = {
    z: 'last',
    n: 0,
    no: false,
    list: ['a', null, 'b'],
    o: { k: 1 },
    e: '',
    u: null,
  }
  expect(attributeRows(attributes)).toEqual([
    { name: 'list', value: 'a, b' },
    { name: 'n', value: '0' },
    { name: 'no', value: 'false' },
    { name: 'o', value: '{"k":1}' },
    { name: 'z', value: 'last' },
  ])
  expect(attributeRows(undefined)).toEqual([])
})

test('the search finds names and values, whatever their case', () => {
  const rows = attributeRows({ department: 'Sales', city: 'Bonn' })
  expect(searchAttributes(rows, ' sALES ')).toEqual([{ name: 'department', value: 'Sales' }])
  expect(searchAttributes(rows, 'CITY')).toHaveLength(1)
  expect(searchAttributes(rows, '')).toHaveLength(2)
})
