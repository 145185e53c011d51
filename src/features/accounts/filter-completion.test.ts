import { expect, test } from 'vitest'

import { completionsAt, placeAt } from './filter-completion.ts'

const known = {
  attributes: ['department', 'mail', 'Cost "Center"'],
  values: [{ value: 's1', label: 'Active Directory' }, { value: 'a"b' }],
}

/** The caret is where the bar stands. */
const place = (text: string) => {
  const caret = text.indexOf('|')
  return placeAt(text.replace('|', ''), caret)
}
const offered = (text: string) => completionsAt(place(text), known).map(({ label }) => label)
const inserted = (text: string) => completionsAt(place(text), known).map(({ insert }) => insert)

test.each([
  ['|', 'field', ''],
  ['sta|', 'field', 'sta'],
  ['status |', 'operator', ''],
  ['status eq |', 'value', ''],
  ['status eq "lo|', 'value', '"lo'],
  ['status eq "locked"|', 'joint', ''],
  ['status eq "locked" a|', 'joint', 'a'],
  ['status eq "locked" and |', 'field', ''],
  ['status eq "locked" and not (|', 'field', ''],
  ['not (status eq "locked") |', 'joint', ''],
  ['status in |', 'list', ''],
  ['status in (|', 'item', ''],
  ['status in ("locked"|', 'more', ''],
  ['status in ("locked", |', 'item', ''],
  ['status in ("locked") |', 'joint', ''],
  ['pr |', 'present', ''],
  ['pr attributes.mail |', 'joint', ''],
  ['attributes.mail isnull |', 'joint', ''],
  ['name eq "a and b" |', 'joint', ''],
  ['name eq "say \\"or\\" |', 'value', '"say \\"or\\" '],
  ['stat| eq "locked"', 'field', 'stat'],
  ['attributes."Cost Ce|', 'field', 'attributes."Cost Ce'],
  ['attributes."Cost Center" |', 'operator', ''],
  ['attributes."and (" eq |', 'value', ''],
  ['pr attributes."Cost Center" |', 'joint', ''],
])('at %s a %s is expected', (text, expects, typed) => {
  expect(place(text)).toMatchObject({ expects, typed })
})

test('what has been typed is the part that is replaced', () => {
  expect(place('status eq "locked" and attributes.dep|').from).toBe(23)
  expect(place('status eq |').from).toBe(10)
})

test('fields are offered by their beginning first, attributes among them', () => {
  expect(offered('st|')[0]).toBe('status')
  expect(offered('attributes.d|')).toEqual(['attributes.department'])
  expect(offered('NAME|')[0]).toBe('name')
  expect(offered('nothing-like-it|')).toEqual([])
})

test('a name that is no word is put in with quotes, and found with and without them', () => {
  const whole = 'attributes."Cost \\"Center\\"" '
  expect(inserted('attributes.Cost|')).toEqual([whole])
  expect(inserted('attributes."cost|')).toEqual([whole])
  expect(place('attributes."Cost \\"Center\\"" eq |').field).toBe('attributes.Cost "Center"')
  expect(offered('attributes."Cost \\"Center\\"" |')).toContain('isnull')
})

test('only operators that the field knows are offered', () => {
  expect(offered('status |')).toEqual(['eq', 'ne', 'in'])
  expect(offered('text |')).toEqual(['co'])
  expect(offered('no-such-field |')).toEqual([])
})

test('only fields that may be absent are offered after pr', () => {
  expect(offered('pr s|')).not.toContain('status')
  expect(offered('pr source|')).toContain('sourceId')
})

test('values are put in as the language writes them, and found by what they are called', () => {
  expect(inserted('status eq |')).toEqual(['"enabled" ', '"disabled" ', '"locked" '])
  expect(inserted('disabled eq t|')).toEqual(['true '])
  expect(inserted('sourceId eq "act|')).toEqual(['"s1" '])
  expect(inserted('attributes.department eq "a"|')).toEqual(['and ', 'or '])
  expect(inserted('attributes.department eq "a|')).toContain('"a\\"b" ')
})
