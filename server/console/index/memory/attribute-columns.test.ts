import { expect, test } from 'vitest'

import { AccountMemory } from './account-memory.ts'
import { AttributeColumns, MOST_COLUMNS } from './attribute-columns.ts'
import { DictionaryColumn, MOST_VALUES } from './dictionary-column.ts'

test('values that differ by case are one, shown as first met; by accent they are two', () => {
  const column = new DictionaryColumn(32)
  for (const [ord, value] of ['Zoë', 'ZOË', 'zoe', 'zoë'].entries()) column.put(ord, value)
  expect(Array.from(column.codes.subarray(0, 4))).toEqual([1, 1, 2, 1])
  expect(column.values).toEqual(['', 'Zoë', 'zoe'])
  expect(column.codeOf('ZoË')).toBe(1)
  expect(column.codeOf('zo')).toBe(0)
})

test('exact values keep their case', () => {
  const column = new DictionaryColumn(32, { exact: true })
  column.put(0, 'a')
  column.put(1, 'A')
  expect(Array.from(column.codes.subarray(0, 2))).toEqual([1, 2])
  expect(column.codeOf('A')).toBe(2)
})

test('a column takes as many values as it may, and refuses the next', () => {
  const column = new DictionaryColumn(32, { most: 2 })
  expect(['a', 'b', 'A', 'c', 'b'].map((value) => column.put(0, value))).toEqual([
    true,
    true,
    true,
    false,
    true,
  ])
})

test('with more values than a byte tells apart, the rows before keep theirs', () => {
  const column = new DictionaryColumn(320)
  const values = Array.from({ length: 300 }, (_, ord) => `value ${ord}`)
  values.forEach((value, ord) => column.put(ord, value))
  column.grow(352)
  const held = values.map((_, ord) => column.values[column.codes[ord] ?? 0])
  expect(held).toEqual(values)
  expect(column.codes[320]).toBe(0)
})

test('ranks follow the values, whether these come one by one or many at once', () => {
  const values = Array.from(
    { length: 300 },
    (_, at) => `${(at * 7919) % 300}${at % 2 ? 'é' : '😀'}`,
  )
  const column = new DictionaryColumn(32)
  values.forEach((value, at) => {
    column.put(0, value)
    if (at % 70 > 60) column.ranks()
  })
  const ranks = column.ranks()
  const sorted = column.keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  expect(sorted.map((key) => ranks[column.codeOf(key)])).toEqual(sorted.map((_, at) => at))
})

test('an attribute with too many values is given up, and never taken up again', () => {
  const columns = new AttributeColumns(32)
  for (let value = 0; value <= MOST_VALUES; value += 1)
    columns.put(0, { mail: `${value}`, l: 'a' }, true)
  expect(columns.find('mail')).toBe('outside')
  columns.put(1, { mail: 'a' }, true)
  expect(columns.find('mail')).toBe('outside')
  expect(columns.names).toEqual(['l'])
})

test('an attribute with a value that is not held is given up, first or later', () => {
  const columns = new AttributeColumns(32)
  columns.put(0, { groups: null, title: 'a' }, true)
  columns.put(1, { groups: 'a', title: null }, true)
  expect(columns.find('groups')).toBe('outside')
  expect(columns.find('title')).toBe('outside')
  expect(columns.find('never met')).toBe('nobody')
  expect(columns.find('n'.repeat(101))).toBe('outside')
})

test('with many accounts the attributes that most of them share are kept', () => {
  const memory = new AccountMemory(51_000)
  for (let ord = 0; ord < 51_000; ord += 1) {
    const attributes: Record<string, string> = { unit: `u${ord % 900}` }
    if (ord % 3 === 0) attributes.mail = `m${ord}`
    for (let at = 0; at < 60; at += 1) if (ord % (at + 1) === 0) attributes[`rare${at}`] = 'x'
    memory.put(ord, { flags: 0, attributes })
  }
  const kept = memory.attributes.names
  expect(kept).toHaveLength(MOST_COLUMNS)
  expect(kept).toContain('unit')
  expect(kept).not.toContain('mail')
  expect(kept).not.toContain('rare59')
  expect(memory.attributes.find('rare59')).toBe('outside')
})

test('names without end are not remembered one by one, and none of them is denied', () => {
  const columns = new AttributeColumns(32)
  for (let at = 0; at < 5_000; at += 1) columns.put(0, { [`name${at}`]: 'x' }, true)
  for (let at = 0; at < 5_000; at += 1) expect(columns.find(`name${at}`)).not.toBe('nobody')
})

test('a field that every account has differently is given up like an attribute', () => {
  const memory = new AccountMemory()
  for (let ord = 0; ord <= MOST_VALUES; ord += 1) {
    memory.put(ord, { flags: 0, origin: `o${ord}`, sourceName: 'a' })
  }
  expect(memory.column('origin')).toBeUndefined()
  expect(memory.column('sourceName')).toBeDefined()
})
