import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { checkFilter, type FieldTable } from './check.ts'
import { FilterError, FilterMeaningError, FilterSyntaxError } from './errors.ts'
import { evaluate } from './evaluate.ts'
import { printName, readNames } from './names.ts'
import { parseFilter } from './parse.ts'
import { printFilter } from './print.ts'
import { parseSorters } from './sorters.ts'
import type { Filter, Value } from './syntax.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 500)
const field = fc.constantFrom('name', 'identity.name', 'created', 'notable')
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ type: fc.constant('string' as const), value: fc.string({ unit: 'grapheme' }) }),
  fc.record({ type: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({
    type: fc.constant('word' as const),
    value: fc.constantFrom('2018-12-18T23:05:55Z', '7', '-1.5'),
  }),
)
const position = fc.constant(0)
const comparison = fc.constantFrom('eq', 'ne', 'co', 'sw', 'gt', 'ge', 'lt', 'le')
const { filter } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
  leaf: fc.oneof(
    fc.record({
      kind: fc.constant('compare' as const),
      field,
      operator: comparison,
      value,
      position,
    }),
    fc.record({
      kind: fc.constant('list' as const),
      field,
      operator: fc.constantFrom('in', 'ca'),
      values: fc.array(value, { minLength: 1, maxLength: 4 }),
      position,
    }),
    fc.record({
      kind: fc.constant('test' as const),
      field,
      operator: fc.constantFrom('pr', 'isnull'),
      position,
    }),
  ) as fc.Arbitrary<Filter>, // constantFrom widens the operators
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({ kind: fc.constant('not' as const), part: tie('filter') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}))

/** Where a field stood is no part of what the filter says. */
const bare = (parsed: Filter): unknown =>
  JSON.parse(JSON.stringify(parsed, (key, item) => (key === 'position' ? 0 : item)))

const table: FieldTable = {
  name: { type: 'string', operators: ['eq', 'in', 'sw'] },
  disabled: { type: 'boolean', operators: ['eq'] },
  created: { type: 'date', operators: ['eq', 'ge', 'gt', 'le', 'lt'] },
}
const check = (text: string) => checkFilter(parseFilter(text), table)
const error = (run: () => unknown) => {
  try {
    run()
  } catch (caught) {
    return caught
  }
  return undefined
}

test('what is printed is read as the same filter', () => {
  fc.assert(
    fc.property(filter, (random) => {
      expect(bare(parseFilter(printFilter(random)))).toEqual(bare(random))
    }),
    { numRuns: runs },
  )
})

const anyName = fc.string({ unit: 'binary', maxLength: 20 }).map((name) => `attributes.${name}`)
const renamed = fc.tuple(filter, anyName).map(([random, name]) => {
  function rename(part: Filter): Filter {
    switch (part.kind) {
      case 'and':
      case 'or':
        return { kind: part.kind, parts: part.parts.map(rename) }
      case 'not':
        return { kind: 'not', part: rename(part.part) }
      default:
        return { ...part, field: name }
    }
  }
  return rename(random)
})

test('a field of any name is printed so that it is read as the same field', () => {
  fc.assert(
    fc.property(renamed, (random) => {
      const text = printFilter(random)
      expect(bare(parseFilter(text, { quotedNames: true }))).toEqual(bare(random))
    }),
    { numRuns: runs },
  )
})

test('names between commas are read as they were printed', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyName, field)), (fields) => {
      expect(readNames(fields.map(printName).join(','))).toEqual(fields)
    }),
    { numRuns: runs },
  )
})

test('random text is a filter or a FilterSyntaxError with a position inside it', () => {
  const word = fc.constantFrom(
    'name',
    'eq',
    'in',
    '(',
    ')',
    '"',
    '"a"',
    ',',
    'not',
    'and',
    'or',
    'pr',
    'a."b c"',
    'a."',
    '\\',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (text) => {
        const quotedNames = text.length % 2 === 0
        const caught = error(() => parseFilter(text, { quotedNames }))
        if (caught === undefined) return
        expect(caught).toBeInstanceOf(FilterSyntaxError)
        expect((caught as FilterSyntaxError).position).toBeLessThanOrEqual(text.length)
      },
    ),
    { numRuns: runs * 4 },
  )
})

describe('precedence', () => {
  test.each([
    ['a isnull or b isnull and c isnull', 'a isnull or (b isnull and c isnull)'],
    ['not a isnull and b isnull', '(not a isnull) and b isnull'],
    ['not (a isnull or b isnull)', 'not (a isnull or b isnull)'],
  ])('%s means %s', (text, same) => {
    expect(bare(parseFilter(text))).toEqual(bare(parseFilter(same)))
  })
})

test.each([
  ['', 'A field is expected, but the filter ends at column 1.'],
  ['name', 'An operator is expected after name, but the filter ends at column 5.'],
  ['name EQ "a"', 'An operator is expected after name, not EQ at column 6.'],
  ["name eq 'a'", "Unexpected ' at column 9."],
  [
    'name eq a',
    'A value that is no number, date, true or false needs double quotes: a at column 9.',
  ],
  ['name eq "a', 'The string is not closed at column 9.'],
  ['name eq "\\n"', 'Only \\" and \\\\ may follow a backslash at column 10.'],
  ['(name eq "a"', 'A closing parenthesis is missing at column 13.'],
  ['name eq "a" name eq "b"', 'and, or, or the end is expected, not name at column 13.'],
  ['name in ()', 'A value is expected, not ) at column 10.'],
])('%s is refused: %s', (text, message) => {
  const caught = error(() => parseFilter(text))
  expect(caught).toBeInstanceOf(FilterSyntaxError)
  expect((caught as FilterSyntaxError).message).toBe(message)
})

test.each([
  ['a."b c" eq "x"', 'a.b c'],
  ['a."b \\"c\\\\" eq "x"', 'a.b "c\\'],
  ['a."b"isnull', 'a.b'],
  ['pr a."and ("', 'a.and ('],
  ['not a."" isnull', 'a.'],
])('%s speaks of the field %j', (text, name) => {
  expect(JSON.stringify(parseFilter(text, { quotedNames: true }))).toContain(
    `"field":${JSON.stringify(name)}`,
  )
})

test.each([
  ['a."b c eq "x', 'An operator is expected after a."b c eq ", not x at column 12.'],
  ['a."b c', 'The string is not closed at column 3.'],
  ['a."b c" eq', 'A value is expected, but the filter ends at column 11.'],
  ['name eq 5."x"', 'A value is expected, not 5.x at column 9.'],
  ['a."x" "y" eq "z"', 'An operator is expected after a.x, not y at column 7.'],
  ['"a" eq "b"', 'A field is expected, not a at column 1.'],
])('%s is refused where names may stand in quotes: %s', (text, message) => {
  const caught = error(() => parseFilter(text, { quotedNames: true }))
  expect(caught).toBeInstanceOf(FilterSyntaxError)
  expect((caught as FilterSyntaxError).message).toBe(message)
})

test('lists of which every field is known take no quoted names', () => {
  expect(() => parseFilter('a."b c" eq "x"')).toThrow('An operator is expected after a., not b c')
})

test('what a name means is told as the filter writes it', () => {
  const parsed = parseFilter('x."b c" eq "y"', { quotedNames: true })
  expect(() => checkFilter(parsed, table)).toThrow('cannot be filtered by x."b c". It can')
})

test('deep nesting and endless text are refused, not followed', () => {
  expect(() => parseFilter('('.repeat(5000))).toThrow(FilterSyntaxError)
  expect(() => parseFilter(`name eq "${'x'.repeat(20_000)}"`)).toThrow(FilterSyntaxError)
})

test.each([
  ['title eq "a"', 'This list cannot be filtered by title. It can by name, disabled, created.'],
  [
    'toString eq "a"',
    'This list cannot be filtered by toString. It can by name, disabled, created.',
  ],
  ['name co "a"', 'name does not allow co. It allows eq, in, sw.'],
  ['disabled eq "true"', 'disabled is compared with true or false, not with true.'],
  ['created gt "soon"', 'created is compared with a date as in RFC 3339, not with soon.'],
  ['name eq 5', 'name is compared with a string in double quotes, not with 5.'],
])('%s is refused: %s', (text, message) => {
  const caught = error(() => check(text))
  expect(caught).toBeInstanceOf(FilterMeaningError)
  expect((caught as FilterError).message).toBe(message)
})

test('dates compare in UTC, quoted or bare, a bare year included', () => {
  expect(check('created gt 2018')).toMatchObject({ value: '2018-01-01T00:00:00.000Z' })
  expect(check('created gt "2018-12-18T23:05:55+01:00"')).toMatchObject({
    value: '2018-12-18T22:05:55.000Z',
  })
  expect(check('created gt 2018-12-18T23:05:55')).toMatchObject({
    value: '2018-12-18T23:05:55.000Z',
  })
})

test('strings match without regard to case', () => {
  const read = () => 'Ines Moreau'
  expect(evaluate(check('name sw "INES"'), read)).toBe(true)
  expect(evaluate(check('name in ("x", "ines moreau")'), read)).toBe(true)
  expect(evaluate(check('not name eq "ines"'), read)).toBe(true)
  expect(evaluate(check('name eq "a"'), () => null)).toBe(false)
})

test('sorters are read in order, and an unknown one is named', () => {
  expect(parseSorters('name,-created', ['name', 'created'])).toEqual([
    { field: 'name', descending: false },
    { field: 'created', descending: true },
  ])
  expect(() => parseSorters('name,title', ['name'])).toThrow('cannot be sorted by title')
})
