import { expect, test } from 'vitest'

import { expectAnswer, expectContract } from './contract-check.ts'

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

const answer = (method: string, url: string, status: number, body: unknown) =>
  expectAnswer({ method, url, status, body: body === undefined ? '' : JSON.stringify(body) })
const refusal = { detailCode: '404 Not found', messages: [], causes: [] }
const task = '/v2024/task-status/pending-tasks'

test('an answer is held against its operation, by its year and by its service', () => {
  for (const url of ['/v2024/accounts?limit=1', '/accounts/v1?limit=1']) {
    answer('GET', url, 200, [account])
    expect(() => answer('GET', url, 200, account)).toThrow('listAccounts 200')
  }
  for (const url of ['/v2024/accounts/v1', '/accounts/v1/v1', '/accounts/v1/x']) {
    answer('GET', url, 200, account)
    expect(() => answer('GET', url, 200, { colour: 'red' })).toThrow('getAccount 200')
  }
  answer('GET', '/v2024/accounts/search-attribute-config', 200, [{ name: 'x' }])
  answer('GET', '/accounts/v1/search-attribute-config/enable', 200, { name: 'x' })
})

test('a status that its operation does not have fails', () => {
  answer('GET', '/v2024/accounts/x', 404, refusal)
  expect(() => answer('GET', '/v2024/accounts', 404, refusal)).toThrow('no answer listAccounts 404')
  expect(() => answer('GET', '/v2024/accounts', 201, [])).toThrow('no answer listAccounts 201')
})

test('what has no body comes without one', () => {
  answer('GET', task, 204, undefined)
  expect(() => answer('GET', task, 204, [])).toThrow('getPendingTasks 204 has no body')
  answer('HEAD', task, 200, undefined)
  answer('HEAD', '/v2024/accounts', 200, undefined)
  expect(() => answer('HEAD', task, 200, [])).toThrow('getPendingTaskHeaders 200 has no body')
})

test('what is no operation is answered with 404 and the body of every refusal', () => {
  answer('GET', '/v2024/nothing', 404, refusal)
  answer('PUT', '/v2024/accounts', 404, refusal)
  expect(() => answer('GET', '/v2024/nothing', 200, {})).toThrow('is no operation')
  expect(() => answer('GET', '/v2024/nothing', 404, { colour: 'red' })).toThrow('colour')
})
