import fc from 'fast-check'
import { expect, test } from 'vitest'

import { plainText, storedValue } from './any-text.ts'

const text = fc
  .array(fc.constantFrom('\u0000', '\u0001', '\u0002', '\u0003', 'a', 'é', '😀'))
  .map((characters) => characters.join(''))
const stored = (value: string) => String(storedValue(value))

test('any text comes back as it was, and holds no character that PostgreSQL refuses', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(stored(value)).not.toContain('\u0000')
      expect(plainText(stored(value))).toBe(value)
    }),
  )
})

test('two texts compare, and one is found in the other, as before', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const order = (one: string, other: string) => Buffer.from(one).compare(Buffer.from(other))
      expect(order(stored(a), stored(b))).toBe(order(a, b))
      expect(stored(a).startsWith(stored(b))).toBe(a.startsWith(b))
      if (a.includes(b)) expect(stored(a)).toContain(stored(b))
    }),
  )
})

test('what is in a list is stored in the same way, and what is no text is left alone', () => {
  expect(storedValue(['a\u0000', 7, null])).toEqual(['a\u0001\u0001', 7, null])
  expect(storedValue(7)).toBe(7)
})
