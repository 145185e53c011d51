import { expect, test } from 'vitest'

import { expectContract } from './contract-check.ts'

const account = {
  id: '1',
  name: null,
  sourceId: 's',
  sourceName: null,
  attributes: null,
  authoritative: true,
  disabled: false,
  locked: false,
  nativeIdentity: 'n',
  systemAccount: false,
  uncorrelated: false,
  manuallyCorrelated: false,
  hasEntitlements: false,
  recommendation: null,
  origin: null,
}

test('what the contract says passes, as a schema and as an answer', () => {
  expectContract('Account', account)
  expectContract('listAccounts 200', [account])
  expectContract('listAccounts 400', { detailCode: 'x', messages: [{ locale: null, text: 'x' }] })
})

test.each([
  ['an unknown field', { ...account, colour: 'red' }, 'colour'],
  ['an unknown field inside', { ...account, identity: { colour: 'red' } }, '/identity'],
  ['a missing field', { ...account, locked: undefined }, 'locked'],
  ['a null that is not allowed', { ...account, locked: null }, '/locked'],
  ['a value outside an enum', { ...account, origin: 'FOUND' }, '/origin'],
  ['a time that is none', { ...account, created: 'yesterday' }, '/created'],
])('%s fails, and is named', (_, value, name) => {
  expect(() => expectContract('Account', value)).toThrow(name)
})

test('a schema or an answer that the contract does not have fails', () => {
  expect(() => expectContract('listAccounts 418', {})).toThrow('no answer listAccounts 418')
  expect(() => expectContract('Colour', {})).toThrow('Colour')
})
