import fc from 'fast-check'
import { expect, test } from 'vitest'

import { passwordChanged as ofTheScreens } from '../../../../src/features/accounts/password-changed.ts'
import { factsOf } from './facts.ts'
import { passwordChanged } from './password-changed.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 1000)

const fields = fc.constantFrom('sourceId', 'disabled', 'created', 'attributes', 'recommendation')

test('anything at all gives facts', () => {
  fc.assert(
    fc.property(fc.dictionary(fields, fc.anything()), (account) => {
      expect(factsOf(account).flags).toBeTypeOf('number')
    }),
    { numRuns: runs },
  )
})

test('facts are the same after a stay in the database', () => {
  fc.assert(
    fc.property(fc.dictionary(fields, fc.jsonValue({ maxDepth: 3 })), (given) => {
      const account = JSON.parse(JSON.stringify(given)) // as the API's answer is read
      const facts = factsOf(account)
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
    }),
    { numRuns: runs },
  )
})

test('values that no column holds are remembered as being there', () => {
  const attributes = {
    groups: ['a', 'b'],
    none: [],
    nested: { a: 1 },
    long: 'x'.repeat(101),
    fits: 'x'.repeat(100),
    absent: null,
    empty: '',
    number: 0,
    flag: false,
    ['n'.repeat(101)]: 'a name too long to be held',
  }
  expect(factsOf({ attributes }).attributes).toEqual({
    groups: null,
    none: null,
    nested: null,
    long: null,
    fits: 'x'.repeat(100),
    empty: '',
    number: 0,
    flag: false,
  })
})

test('a name that objects have by nature is an attribute like any other', () => {
  const account = JSON.parse('{"attributes":{"__proto__":"a","constructor":"b"}}')
  const stored = JSON.stringify(factsOf(account).attributes)
  expect(stored).toBe('{"__proto__":"a","constructor":"b"}')
})

test('only true is true, and a wrong type is no value', () => {
  expect(
    factsOf({
      disabled: 'true',
      locked: 1,
      uncorrelated: true,
      authoritative: true,
      sourceId: 7,
      created: 7,
      modified: 'soon',
      origin: null,
      attributes: ['a'],
      recommendation: 'DISCOVERY',
    }),
  ).toEqual({ flags: 0b1000_0100 })
})

test('the last change of the password is what the screens say it is', () => {
  const name = fc.constantFrom(
    'pwdLastSet',
    'PWDLASTSET',
    'passwordLastSet',
    'lastPasswordChangeDateTime',
    'lastPasswordChange',
    'lastPasswordChangeDate',
    'passwordLastChanged',
    'passwordChanged',
    'pwdChangedTime',
    'password',
  )
  const value = fc.oneof(
    fc.constantFrom('133515648000000000', '0', '9223372036854775807', '', ' 2024-02-05 ', 'soon'),
    fc.constantFrom(1707091200, 1707091200000, 0, -1, NaN, null, true, '1707091200'),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.double(),
    fc.maxSafeNat().map(String),
  )
  fc.assert(
    fc.property(fc.dictionary(name, value), (attributes) => {
      const time = passwordChanged(attributes)
      expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(
        ofTheScreens({ attributes }),
      )
    }),
    { numRuns: runs * 5 },
  )
})
