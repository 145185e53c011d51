import { expect, test } from 'vitest'

import { accountSchemaOf } from '../panel/attribute-schema.ts'
import { createFields, newAccountOf, problemOf } from './create-fields.ts'

const schema = accountSchemaOf([
  {
    name: 'account',
    identityAttribute: 'badge',
    displayAttribute: 'holder',
    attributes: [
      { name: 'site' },
      { name: 'zones', isMulti: true },
      { name: 'holder' },
      { name: 'floor', type: 'INT' },
      { name: 'active', type: 'BOOLEAN' },
      { name: 'sourceId' },
      { name: 'badge' },
    ],
  },
])
const fields = createFields(schema) ?? []
const field = (name: string) => {
  const found = fields.find((each) => each.name === name)
  if (!found) throw new Error(`There is no field ${name}`)
  return found
}

test('what says which account it is comes first, and the rest as the schema has it', () => {
  expect(fields.map(({ name }) => name)).toEqual([
    'badge',
    'holder',
    'site',
    'zones',
    'floor',
    'active',
  ])
  expect(fields.every(({ fixed }) => fixed === undefined)).toBe(true)
})

test('one attribute that is both is asked for once', () => {
  const both = accountSchemaOf([
    {
      name: 'account',
      identityAttribute: 'mail',
      displayAttribute: 'mail',
      attributes: [{ name: 'city' }, { name: 'mail' }],
    },
  ])
  expect(createFields(both)?.map(({ name }) => name)).toEqual(['mail', 'city'])
})

test.each([
  ['no schema of accounts', []],
  ['none that identifies', [{ name: 'account', attributes: [{ name: 'city' }] }]],
  ['one that it does not have', [{ name: 'account', identityAttribute: 'x', attributes: [] }]],
])('%s: there is no form', (_name, schemas) => {
  expect(createFields(accountSchemaOf(schemas))).toBeUndefined()
})

test('what identifies it is needed, and the schema decides on the rest', () => {
  expect(problemOf(field('badge'), { badge: ' ' }, true)).toBeTruthy()
  expect(problemOf(field('badge'), { badge: 'B1' }, true)).toBeUndefined()
  expect(problemOf(field('floor'), {}, false)).toBeUndefined()
  expect(problemOf(field('floor'), { floor: 'third' }, false)).toBeTruthy()
})

test('values are sent as strings, and what is empty is not sent', () => {
  const draft = {
    badge: ' B1 ',
    holder: ' ',
    zones: 'A\n',
    floor: '3',
    active: 'false',
  }
  expect(newAccountOf('s1', fields, draft)).toEqual({
    sourceId: 's1',
    nativeIdentity: 'B1',
    attributes: { badge: 'B1', zones: 'A', floor: '3', active: 'false' },
    lists: [],
  })
})

test('several values of one attribute wait for the account: they are no string', () => {
  const draft = { badge: 'B1', zones: 'A\n\n B ' }
  expect(newAccountOf('s1', fields, draft)).toMatchObject({
    attributes: { badge: 'B1' },
    lists: [{ field: { name: 'zones' }, from: '', to: 'A\n\n B' }],
  })
})
