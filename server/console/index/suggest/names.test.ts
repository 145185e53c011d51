import fc from 'fast-check'
import { expect, test } from 'vitest'

import { namePartsOf, nameSimilarity } from './names.ts'

const alike = (a: string, b: string) => nameSimilarity(namePartsOf(a), namePartsOf(b))

test.each([
  ['José García', 'Jose Garcia'],
  ["Sinéad O'Brien", 'Sinead OBrien'],
  ['Sinéad O’Brien', "SINEAD O'BRIEN"],
  ['Jürgen Müller-Lüdenscheidt', 'jurgen muller ludenscheidt'],
  ['Lovelace Ada', 'Ada Lovelace'],
  ['Lovelace, Ada', 'Ada Lovelace'],
  ['ada.lovelace', 'Ada Lovelace'],
  ['Jean-Luc Picard', 'Jeanluc Picard'],
  ['Ada Lovelace 2', 'Ada Lovelace'],
  ['Лев Толстой', 'лев толстой'],
])('%s and %s are one name', (a, b) => {
  expect(alike(a, b)).toBe(1)
})

test('a slip of a key makes names a little less alike, a missing part more so', () => {
  const slip = alike('Ada Lovelace', 'Ada Lovelance')
  const missing = alike('Ada Lovelace', 'Ada Augusta Lovelace')
  expect(slip).toBeGreaterThan(0.9)
  expect(slip).toBeLessThan(1)
  expect(missing).toBeGreaterThan(0.7)
  expect(missing).toBeLessThan(slip)
})

test('people who share a first name only are not alike', () => {
  expect(alike('Ada Lovelace', 'Ada Smith')).toBeLessThan(0.5)
})

test('a name without letters is like nothing', () => {
  expect(alike('', '')).toBe(0)
  expect(alike('123', '123')).toBe(0)
})

const name = fc.array(fc.stringMatching(/^[a-zäöé']{1,8}$/), { maxLength: 5 })

test('likeness is the same both ways, from 0 to 1, and 1 for a name itself', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [one, other] = [alike(a.join(' '), b.join(' ')), alike(b.join(' '), a.join(' '))]
      expect(one).toBeCloseTo(other, 10)
      expect(one).toBeGreaterThanOrEqual(0)
      expect(one).toBeLessThanOrEqual(1)
      if (namePartsOf(a.join(' ')).length > 0) expect(alike(a.join(' '), a.join('-'))).toBe(1)
    }),
  )
})

test('the order of the parts does not count', () => {
  fc.assert(
    fc.property(name, (parts) => {
      const [forward, backward] = [parts.join(' '), parts.toReversed().join(' ')]
      if (namePartsOf(forward).length > 0) expect(alike(forward, backward)).toBeCloseTo(1, 10)
    }),
  )
})
