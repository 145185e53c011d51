import { expect, test } from 'vitest'

import { accountFields, attributeFields } from '../server/console/index/questions/fields.ts'
import { checkFilter } from '../server/lib/filter/check.ts'
import { FilterError } from '../server/lib/filter/errors.ts'
import { parseFilter } from '../server/lib/filter/parse.ts'
import { fieldOf, filterFields } from '../src/features/accounts/filter-fields.ts'
import { placed } from '../src/features/accounts/filter-problem.ts'
import { toApiFilter } from '../src/features/accounts/search.ts'

const sorted = (operators: readonly string[] | undefined) => operators?.toSorted()

test('what is suggested while a filter is written is what the index understands', () => {
  expect(Object.keys(filterFields).toSorted()).toEqual(Object.keys(accountFields).toSorted())
  for (const [name, { operators, values }] of Object.entries(accountFields)) {
    const offered = fieldOf(name)
    expect([name, sorted(offered?.operators)]).toEqual([name, sorted(operators)])
    if (values) expect(offered?.values).toEqual(values)
  }
  const attribute = 'attributes.department'
  expect(sorted(fieldOf(attribute)?.operators)).toEqual(
    sorted(attributeFields.find(attribute)?.operators),
  )
})

test.each([
  ['name eq "x" and', 15],
  ['name eq "x" and (status eq "locked"', 35],
  ['name = "x"', 5],
  ['name eq "x', 8],
  ['name eq x', 8],
  ['text eq "x"', 0],
  ['name eq "x" and colour eq "red"', 16],
  ['name eq "x" and status eq "asleep"', 16],
  ['disabled eq "x"', 0],
])('the fault that the server finds in %s is shown at %i', (filter, from) => {
  expect(placed(filter, messageOf(filter)).from).toBe(from)
})

test.each(['name eq "a") or (name eq "b"', '(name eq "a"', 'name eq "a', 'name eq "a"))'])(
  'the text %s, which is no filter by itself, does not become one beside a chip',
  (text) => {
    const filter = toApiFilter({ q: '', filters: { status: ['locked'], filter: [text] } }) ?? ''
    expect(() => parseFilter(filter)).toThrow(FilterError)
  },
)

function messageOf(filter: string): string {
  try {
    checkFilter(parseFilter(filter), accountFields, attributeFields)
  } catch (error) {
    if (error instanceof FilterError) return error.message
    throw error
  }
  throw new Error(`${filter} is understood.`)
}
