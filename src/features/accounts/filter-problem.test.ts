import { expect, test } from 'vitest'

import { placed } from './filter-problem.ts'

const meant = (filter: string, text: string) => {
  const { from, to } = placed(filter, text)
  return from === undefined ? undefined : filter.slice(from, to)
}

test.each([
  ['status eq locked', 'A value needs double quotes: locked at column 11.', 'locked'],
  ['name eq "x', 'The string is not closed at column 9.', '"x'],
  ['name eq "x" or', 'A field is expected, but the filter ends at column 15.', ''],
  ['colour eq "x"', 'This list cannot be filtered by colour. It can by name, text.', 'colour'],
  ['name eq "id" and id co "x"', 'id does not allow co. It allows eq.', 'id'],
  ['name eq "status" and status eq "x"', 'status is compared with enabled, not with x.', 'status'],
  [
    'pr attributes."a b" and attributes."a b" ca ("x")',
    'attributes."a b" does not allow ca. It allows eq.',
    'attributes."a b"',
  ],
  ['"a b" x."a b" eq "1"', 'This list cannot be filtered by x."a b". It can by name.', 'x."a b"'],
  ['name eq attributes."a b', 'The string is not closed at column 20.', '"a b'],
  ['name eq "x"', 'The index is being made anew: try again in a moment.', undefined],
])('in %s, "%s" means %j', (filter, text, part) => {
  expect(meant(filter, text)).toBe(part)
})

test('a word within a string is not taken for the field', () => {
  expect(
    placed('name eq "colour" and colour eq "x"', 'This list cannot be filtered by colour. ').from,
  ).toBe(21)
})
