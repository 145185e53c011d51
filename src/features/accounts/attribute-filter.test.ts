import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  describeCondition,
  printCondition,
  readCondition,
  writeCondition,
} from './attribute-filter.ts'

const printed = (text: string) => {
  const condition = readCondition(text)
  return condition && printCondition(condition)
}

test.each([
  ['department~eq~Sales', 'attributes.department eq "Sales"', ['department', 'Sales']],
  ['department~co~a"b', 'attributes.department co "a\\"b"', ['department', 'contains a"b']],
  ['mail~sw~ann~x', 'attributes.mail sw "ann~x"', ['mail', 'starts with ann~x']],
  ['mail~set', 'pr attributes.mail', ['mail', 'is set']],
  ['mail~unset', 'attributes.mail isnull', ['mail', 'is not set']],
  ['a.b:c-d~eq~1', 'attributes.a.b:c-d eq "1"', ['a.b:c-d', '1']],
  ['Cost Center~eq~4711', 'attributes."Cost Center" eq "4711"', ['Cost Center', '4711']],
  ['a"b\\c~set', 'pr attributes."a\\"b\\\\c"', ['a"b\\c', 'is set']],
  ['a~~eq~~b~sw~x~y', 'attributes."a~eq~b" sw "x~y"', ['a~eq~b', 'starts with x~y']],
])('%s asks for %s and is called %o', (text, filter, said) => {
  expect(printed(text)).toBe(filter)
  expect(describeCondition(text)).toEqual(said)
})

test.each([
  '',
  'department',
  'department~',
  'department~eq',
  'department~eq~',
  'department~eq~   ',
  'department~ne~x',
  'department~constructor~x',
  '~eq~x',
  '   ~eq~x',
  'a~b~eq~x',
  `department~eq~${'x'.repeat(201)}`,
  `${'x'.repeat(101)}~eq~x`,
])('%j is no condition', (text) => {
  expect(readCondition(text)).toBeUndefined()
})

test('a condition that is written reads as the same condition', () => {
  const name = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 100 })
    .filter((each) => each.trim() !== '')
  const value = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 50 })
    .filter((each) => each.trim() !== '')
  const condition = fc.oneof(
    fc.record({ name, operator: fc.constantFrom('eq', 'sw', 'co'), value }),
    fc.record({ name, operator: fc.constantFrom('set', 'unset'), value: fc.constant('') }),
  )
  fc.assert(
    fc.property(condition, (given) => {
      expect(readCondition(writeCondition(given))).toEqual(given)
    }),
  )
})
