import fc from 'fast-check'
import { applyPatch } from 'rfc6902'
import { describe, expect, test } from 'vitest'

import { accountSchemaOf } from './attribute-schema.ts'
import {
  changedMeanwhile,
  changesIn,
  editFields,
  operationsFor,
  problemIn,
  showsAll,
  type Attributes,
} from './edit-fields.ts'

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
const attributes: Attributes = {
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
const patch = (draft: Record<string, string>, now: Attributes = attributes) =>
  operationsFor(changesIn(fields, draft), now)

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
  expect(patch({ badge: 'B-2', extra: '' })).toEqual([])
})

describe('only what changed is sent', () => {
  test.each<[string, Record<string, string>, object[]]>([
    ['nothing', {}, []],
    ['what was typed back', { site: 'Berlin ', zones: 'A\n\nB\n' }, []],
    ['a text', { site: 'Bonn' }, [{ op: 'replace', path: '/attributes/site', value: 'Bonn' }]],
    ['a new one', { serial: '9' }, [{ op: 'add', path: '/attributes/serial', value: '9' }]],
    [
      'a number stays one',
      { floor: '4' },
      [{ op: 'replace', path: '/attributes/floor', value: 4 }],
    ],
    [
      'a flag that is text stays text',
      { active: 'false' },
      [{ op: 'replace', path: '/attributes/active', value: 'false' }],
    ],
    ['a cleared one', { site: ' ' }, [{ op: 'remove', path: '/attributes/site' }]],
    [
      'a list',
      { zones: 'B\nC ' },
      [{ op: 'replace', path: '/attributes/zones', value: ['B', 'C'] }],
    ],
    [
      'a name that a pointer has to escape',
      { 'a/b~c': 'x' },
      [{ op: 'add', path: '/attributes/a~1b~0c', value: 'x' }],
    ],
  ])('%s', (_name, draft, operations) => {
    expect(patch(draft)).toEqual(operations)
  })

  test('of an account without attributes, all are added', () => {
    expect(patch({ site: 'Bonn' }, null)).toEqual([
      { op: 'add', path: '/attributes', value: { site: 'Bonn' } },
    ])
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

test('whatever is typed, the patched account shows it, and nothing else has changed', () => {
  const names = ['site', 'a/b~c', 'active', 'zones']
  const anyDraft = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const changes = changesIn(fields, draft)
      const after = { attributes: structuredClone(attributes) }
      const problems = applyPatch(after, operationsFor(changes, attributes) as never[])
      expect(problems.filter(Boolean)).toEqual([])
      expect(showsAll(changes, after.attributes)).toBe(true)
      const touched = new Set(changes.map((change) => change.field.name))
      for (const [name, value] of Object.entries(attributes)) {
        if (!touched.has(name)) expect(after.attributes?.[name]).toEqual(value)
      }
    }),
  )
})

test('an account that does not show every change is not confirmed', () => {
  const changes = changesIn(fields, { site: 'Bonn', zones: 'C\nA', floor: '' })
  expect(showsAll(changes, { site: 'Bonn', zones: ['A', 'C'] })).toBe(true)
  expect(showsAll(changes, { site: 'Bonn', zones: ['A', 'C'], floor: 3 })).toBe(false)
  expect(showsAll(changes, { ...attributes, site: 'Bonn' })).toBe(false)
  expect(showsAll(changes, null)).toBe(false)
})

test('what somebody else changed meanwhile is told, if the form changes it too', () => {
  const changes = changesIn(fields, { site: 'Bonn' })
  expect(changedMeanwhile(changes, { ...attributes, floor: 9 })).toEqual(new Map())
  expect(changedMeanwhile(changes, { ...attributes, site: 'Ulm' })).toEqual(
    new Map([['site', 'Ulm']]),
  )
})
