import { expect, test } from 'vitest'

import { changeOf } from './change.ts'

const state = (change = {}) => ({
  disabled: false,
  locked: false,
  identityId: 'i1',
  identityName: 'Ann Brown',
  manuallyCorrelated: false,
  ...change,
})

test('what was and what is are told, and one word where they are the same', () => {
  const told = (before = {}, after = {}) =>
    changeOf({ event: 'done', before: state(before), after: state(after) })
  expect(told({}, { disabled: true })).toBe('enabled → disabled')
  expect(told({ locked: true }, {})).toBe('enabled, locked → enabled')
  expect(told()).toBe('enabled')
  const nobody = { identityId: null, identityName: null }
  expect(told({}, nobody)).toBe('Ann Brown → uncorrelated')
  expect(told(nobody, { identityId: 'i2', identityName: 'Bob' })).toBe('uncorrelated → Bob')
  // Earlier versions kept no names.
  expect(told({ identityName: null }, { identityId: 'i2', identityName: 'Bob' })).toBe('i1 → Bob')
})

test('of a run about attributes these are told, a secret only as one', () => {
  const attributes = (...values: [string, unknown, boolean?][]) =>
    state({
      attributes: values.map(([name, value, isSecret]) => ({
        name,
        value,
        ...(isSecret && { isSecret }),
      })),
    })
  const before = attributes(['city', 'Bern'], ['zones', null], ['pin', null, true])
  const after = attributes(['city', 'Basel'], ['zones', ['A', 'B']], ['pin', null, true])
  expect(changeOf({ event: 'done', before, after })).toBe(
    'city: Bern → Basel, zones: nothing → A, B, pin: hidden',
  )
  expect(changeOf({ event: 'failed', before, after: null })).toBe(
    'city: Bern, zones: nothing, pin: hidden',
  )
})

test('what is gone is said only where that was done', () => {
  expect(changeOf({ event: 'done', before: state(), after: null })).toBe('enabled → gone')
  expect(changeOf({ event: 'failed', before: state(), after: null })).toBeUndefined()
  expect(changeOf({ event: 'done', before: null, after: null })).toBeUndefined()
})
