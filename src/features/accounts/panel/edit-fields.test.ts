import { describe, expect, test } from 'vitest'

import { accountSchemaOf } from './attribute-schema.ts'
import { changedMeanwhile, changesIn, editFields, problemIn, valuesOf } from './edit-fields.ts'

const schema = accountSchemaOf([
  {
    name: 'account',
    identityAttribute: 'badge',
    attributes: [
      { name: 'badge' },
      { name: 'site' },
      { name: 'floor', type: 'INT' },
      { name: 'serial', type: 'LONG' },
      { name: 'active', type: 'BOOLEAN' },
      { name: 'issued', type: 'DATE' },
      { name: 'zones', isMulti: true },
      { name: 'a/b~c' },
      { name: 'extra' },
    ],
  },
])
const attributes = {
  badge: 'B-1',
  site: 'Berlin',
  floor: 3,
  active: 'true',
  issued: '2026-01-02',
  zones: ['A', 'B'],
  extra: { deep: true },
  unnamed: 'stays',
}
const fields = editFields(attributes, schema)
const field = (name: string) => {
  const found = fields.find((each) => each.name === name)
  if (!found) throw new Error(`There is no field ${name}`)
  return found
}
const values = (draft: Record<string, string>) => valuesOf(changesIn(fields, draft))

test('the form has what the schema names, in its order, with what the account holds', () => {
  expect(fields.map(({ name, kind, initial }) => [name, kind, initial])).toEqual([
    ['badge', 'text', 'B-1'],
    ['site', 'text', 'Berlin'],
    ['floor', 'number', '3'],
    ['serial', 'number', ''],
    ['active', 'flag', 'true'],
    ['issued', 'date', '2026-01-02'],
    ['zones', 'list', 'A\nB'],
    ['a/b~c', 'text', ''],
    ['extra', 'text', '{"deep":true}'],
  ])
})

test('what identifies the account and what is no text cannot change, and say why', () => {
  expect(fields.flatMap(({ name, fixed }) => (fixed ? [name] : []))).toEqual(['badge', 'extra'])
  expect(values({ badge: 'B-2', extra: '' })).toEqual([])
})

describe('only what changed is sent', () => {
  test.each<[string, Record<string, string>, object[]]>([
    ['nothing', {}, []],
    ['what was typed back', { site: 'Berlin ', zones: 'A\n\nB\n' }, []],
    ['a text', { site: ' Bonn' }, [{ name: 'site', value: 'Bonn' }]],
    ['a number stays one', { floor: '4' }, [{ name: 'floor', value: 4 }]],
    ['a flag that is text stays text', { active: 'false' }, [{ name: 'active', value: 'false' }]],
    ['a cleared one', { site: ' ' }, [{ name: 'site', value: null }]],
    ['a list', { zones: 'B\nC ' }, [{ name: 'zones', value: ['B', 'C'] }]],
  ])('%s', (_name, draft, expected) => {
    expect(values(draft)).toEqual(expected)
  })

  test('a secret is sent as one', () => {
    const given = accountSchemaOf([{ name: 'account', attributes: [{ name: 'apiKey' }] }])
    const changes = changesIn(editFields(null, given), { apiKey: 'x' })
    expect(valuesOf(changes)).toEqual([{ name: 'apiKey', value: 'x', isSecret: true }])
  })
})

describe('the schema decides what may be typed', () => {
  test.each([
    ['floor', 'three', true],
    ['floor', '3.5', true],
    ['floor', '2147483648', true],
    ['floor', '-4', false],
    ['serial', '2147483648', false],
    ['serial', '9'.repeat(20), true],
    ['issued', '2026-02-31', true],
    ['issued', 'tomorrow', true],
    ['issued', '2026-02-28', false],
    ['issued', '2026-02-28T10:00:00Z', false],
    ['zones', 'A\nA', true],
    ['zones', 'A\nC', false],
    ['site', 'anything', false],
    ['floor', '', false],
  ])('%s: %j', (name, typed, isWrong) => {
    expect(problemIn(field(name), typed) !== undefined).toBe(isWrong)
  })
})

test('what somebody else changed meanwhile is told, if the form changes it too', () => {
  const changes = changesIn(fields, { site: 'Bonn' })
  expect(changedMeanwhile(changes, { ...attributes, floor: 9 })).toEqual(new Map())
  expect(changedMeanwhile(changes, { ...attributes, site: 'Ulm' })).toEqual(
    new Map([['site', 'Ulm']]),
  )
})
