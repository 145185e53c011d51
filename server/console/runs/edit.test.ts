import fc from 'fast-check'
import { applyPatch } from 'rfc6902'
import { expect, test } from 'vitest'

import {
  attributesOf,
  backToAttributes,
  changedSince,
  editPatch,
  isEdited,
  namesIn,
  type Edit,
} from './edit.ts'
import { factsOf, stateIn, stateOf, type AccountFacts } from './facts.ts'

const names = ['site', 'a/b~c', 'zones', '~1', '', 'floor', 'toString']
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
)
const someOf = (values: fc.Arbitrary<unknown>) =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...names), values), { selector: ([name]) => name })
const edits = someOf(fc.oneof(fc.constant(null), value)).map((pairs) => ({
  attributes: pairs.map(([name, wanted]) => ({ name, value: wanted })),
}))
const account = (attributes: unknown) => ({ id: 'a', attributes })
const kept = (facts: AccountFacts, edit: Edit) => stateIn(stateOf(facts, attributesOf(facts, edit)))

test('whatever is asked for, the patched account shows it, nothing else changes, and undoing is exact', () => {
  const before = someOf(value).map((pairs) => Object.fromEntries(pairs))
  fc.assert(
    fc.property(before, edits, (attributes, edit) => {
      const facts = factsOf(account(attributes), namesIn(edit))
      const state = kept(facts, edit)
      const after = { attributes: structuredClone(attributes) }
      const { json } = editPatch(edit, facts.attributes)
      expect(applyPatch(after, json as never[]).filter(Boolean)).toEqual([])
      const edited = factsOf(account(after.attributes), namesIn(edit))
      expect(isEdited(edited, edit)).toBe(true)
      const touched = new Set(edit.attributes.map(({ name }) => name))
      for (const [name, was] of Object.entries(attributes)) {
        if (!touched.has(name)) expect(after.attributes[name]).toEqual(was)
      }
      if (!state) throw new Error('Its state was not kept.')
      const back = backToAttributes(state)
      const made = kept(edited, edit)
      expect(changedSince(edited, state, made)).toBeUndefined()
      const undone = editPatch(back, factsOf(account(after.attributes), namesIn(back)).attributes)
      expect(applyPatch(after, undone.json as never[]).filter(Boolean)).toEqual([])
      expect(after.attributes).toEqual(attributes)
    }),
  )
})

test('of an account without attributes all are added at once', () => {
  const edit = {
    attributes: [
      { name: 'site', value: 'Bonn' },
      { name: 'floor', value: null },
    ],
  }
  const { attributes } = factsOf(account(null), namesIn(edit))
  expect(attributes).toBeNull()
  expect(editPatch(edit, attributes).json).toEqual([
    { op: 'add', path: '/attributes', value: { site: 'Bonn' } },
  ])
})

test('a source may put a list into another order, and a number into text', () => {
  const edit = {
    attributes: [
      { name: 'zones', value: ['A', 'B'] },
      { name: 'floor', value: 4 },
    ],
  }
  const shows = (attributes: unknown) => isEdited(factsOf(account(attributes), namesIn(edit)), edit)
  expect(shows({ zones: ['B', 'A'], floor: '4 ' })).toBe(true)
  expect(shows({ zones: ['B'], floor: 4 })).toBe(false)
  expect(shows({ zones: ['A', 'B'], floor: 5 })).toBe(false)
  expect(shows(null)).toBe(false)
})

test('an account that was not read shows nothing', () => {
  const edit = { attributes: [{ name: 'floor', value: null }] }
  expect(isEdited(factsOf(account({})), edit)).toBe(false)
  expect(editPatch(edit, undefined).json).toEqual([{ op: 'remove', path: '/attributes/floor' }])
})
