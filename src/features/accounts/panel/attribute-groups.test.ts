import { expect, test } from 'vitest'

import { groupAttributes } from './attribute-groups.ts'
import { accountSchemaOf } from './attribute-schema.ts'
import { findAttributes } from './attribute-value.ts'

const attributes = {
  sAMAccountName: 'ann',
  mail: 'ann@example.com',
  memberOf: ['CN=A'],
  accessPoints: ['gate 1'],
  whenCreated: '20240205000000.0Z',
  hireDate: '2024-02-05',
  startsOn: null,
  userPassword: 'hunter2',
  objectGUID: '{1}',
}
const grouped = (schema?: Parameters<typeof groupAttributes>[1]) =>
  Object.fromEntries(
    groupAttributes(findAttributes(attributes, ''), schema).map(({ id, items }) => [
      id,
      items.map(({ name }) => name),
    ]),
  )

test('without a schema, names and values say what belongs together', () => {
  expect(grouped()).toEqual({
    identity: ['mail', 'sAMAccountName'],
    entitlements: ['memberOf'],
    dates: ['hireDate', 'whenCreated'],
    other: ['accessPoints', 'objectGUID', 'startsOn', 'userPassword'],
  })
})

test('what the schema says goes before what a name looks like', () => {
  const schema = accountSchemaOf([
    { name: 'group', attributes: [{ name: 'mail', isEntitlement: true }] },
    {
      name: 'account',
      attributes: [
        { name: 'accessPoints', isEntitlement: true },
        { name: 'memberOf', isEntitlement: false },
        { name: 'startsOn', type: 'DATE' },
      ],
    },
  ])
  expect(grouped(schema.attributes)).toMatchObject({
    entitlements: ['accessPoints'],
    dates: ['hireDate', 'startsOn', 'whenCreated'],
    other: ['memberOf', 'objectGUID', 'userPassword'],
  })
})

test('every attribute is in exactly one group, and no group is empty', () => {
  const groups = groupAttributes(findAttributes(attributes, ''), undefined)
  const names = groups.flatMap(({ items }) => items.map(({ name }) => name))
  expect(names.toSorted()).toEqual(Object.keys(attributes).toSorted())
  expect(groupAttributes([], undefined)).toEqual([])
})
