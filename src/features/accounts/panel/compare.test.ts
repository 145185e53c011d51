import { expect, test } from 'vitest'

import type { Account, Entitlement } from '#api/client.ts'

import { compareAccounts, parseIds } from './compare.ts'

const account = (id: string, change: Partial<Account> = {}): Account => ({
  id,
  name: id,
  sourceId: 's1',
  sourceName: 'AD',
  identityId: 'i1',
  identity: { id: 'i1', name: 'Ann' },
  attributes: null,
  authoritative: false,
  disabled: false,
  locked: false,
  nativeIdentity: `CN=${id}`,
  systemAccount: false,
  uncorrelated: false,
  manuallyCorrelated: false,
  hasEntitlements: false,
  ...change,
})
const group = (value: string): Entitlement => ({
  id: `id of ${value} on this account`,
  name: value,
  value,
  attribute: 'memberOf',
  source: { id: 's1' },
})
const different = (accounts: Account[], held: (Entitlement[] | undefined)[] = []) =>
  Object.fromEntries(
    compareAccounts(accounts, held).map(({ id, rows }) => [
      id,
      rows.filter((row) => row.isDifferent).map(({ name }) => name),
    ]),
  )

test('an address names each account once, and no more than can be read side by side', () => {
  const ids = (text: string) => parseIds(new URLSearchParams({ ids: text }))
  expect(ids('a, b,a,,c,d,e')).toEqual(['a', 'b', 'c', 'd'])
  expect(parseIds(new URLSearchParams())).toEqual([])
})

test('what differs is told apart from what is the same, in each group', () => {
  const one = account('a', {
    attributes: { mail: 'x', title: 'Buyer', memberOf: ['A', 'B'], gone: null, pwd: 'one' },
  })
  const two = account('b', {
    locked: true,
    attributes: { mail: 'x', title: 'Seller', memberOf: ['B', 'A'], pwd: 'two' },
  })
  expect(different([one, two], [[group('A'), group('B')], [group('B')]])).toEqual({
    account: ['Status', 'Native identity'],
    attributes: ['pwd', 'title'],
    entitlements: ['A (memberOf)'],
  })
})

test('secrets are compared without being shown', () => {
  const rows = compareAccounts(
    [account('a', { attributes: { pwd: 'one' } }), account('b', { attributes: { pwd: 'two' } })],
    [],
  ).flatMap((each) => each.rows)
  expect(rows.find(({ name }) => name === 'pwd')).toMatchObject({
    isDifferent: true,
    values: [{ is: 'secret' }, { is: 'secret' }],
  })
})

test('entitlements that could not be read are no difference, and not known', () => {
  const [, , entitlements] = compareAccounts(
    [account('a'), account('b')],
    [[group('A')], undefined],
  )
  expect(entitlements?.rows).toMatchObject([
    { name: 'A (memberOf)', isDifferent: false, values: [{ is: 'flag', yes: true }, undefined] },
  ])
})

test('an attribute that is named like what every object has by birth is no difference', () => {
  const odd = account('a', { attributes: JSON.parse('{"toString":"x","__proto__":"y"}') })
  expect(different([odd, account('b')]).attributes).toEqual(['__proto__', 'toString'])
  expect(different([odd, { ...odd, id: 'c' }]).attributes).toEqual([])
})
