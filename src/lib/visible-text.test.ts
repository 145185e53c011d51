import { expect, test } from 'vitest'

import { labelOf, oneLine, undisguised } from './visible-text.ts'

test('an override of the direction is written out, so that exe does not read as png', () => {
  expect(undisguised('abc\u202Egnp.exe')).toBe('abc[U+202E]gnp.exe')
})

test('right-to-left names stay as they are', () => {
  expect(labelOf('محمد بن سلمان')).toBe('محمد بن سلمان')
})

test('lines and controls become one line', () => {
  expect(oneLine('a\nb\tc\u0085')).toBe('a␊b␉c[U+0085]')
})

test('a name without anything to see is no name', () => {
  for (const text of ['', '   ', '\u200B\u200B', '\u00AD', '\t\n', null, undefined]) {
    expect(labelOf(text)).toBeUndefined()
  }
})

test('a name of 10 kB does not put 10 kB into each row', () => {
  expect(labelOf('x'.repeat(10_000))?.length).toBeLessThan(400)
})
