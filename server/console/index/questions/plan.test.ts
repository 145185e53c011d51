import { expect, test } from 'vitest'

import { checkFilter } from '../../../lib/filter/check.ts'
import { FilterMeaningError } from '../../../lib/filter/errors.ts'
import { parseFilter } from '../../../lib/filter/parse.ts'
import { AccountMemory } from '../memory/account-memory.ts'
import { factsOf } from '../memory/facts.ts'
import { accountFields, attributeFields } from './fields.ts'
import { planOf } from './plan.ts'

const check = (text: string) => checkFilter(parseFilter(text), accountFields, attributeFields)
const outside = (text: string, memory = new AccountMemory()) =>
  planOf(check(text), memory).outside.map((leaf) => [leaf.field, leaf.operator])

test.each([
  ['status eq "active"', 'status is compared with enabled, disabled, locked, not with active.'],
  ['type in ("human", "robot")', 'type is compared with human, machine, not with robot.'],
  ['status eq true', 'status is compared with enabled, disabled, locked, not with true.'],
  ['text eq "a"', 'text does not allow eq. It allows co.'],
  ['created gt "soon"', 'created is compared with a date as in RFC 3339, not with soon.'],
  ['attributes. eq "a"', 'cannot be filtered by attributes..'],
  ['attribute.a eq "a"', 'modified, passwordChanged, attributes.NAME.'],
  ['toString isnull', 'cannot be filtered by toString.'],
])('%s is refused: %s', (text, message) => {
  expect(() => check(text)).toThrow(FilterMeaningError)
  expect(() => check(text)).toThrow(message)
})

test('what differs from row to row is for the database, once however often it is said', () => {
  expect(outside('name sw "a" or (name sw "a" and locked eq true) or text co "b"')).toEqual([
    ['name', 'sw'],
    ['text', 'co'],
  ])
})

test('the database is never asked for all rows but one', () => {
  expect(outside('name ne "a"')).toEqual([['name', 'eq']])
  expect(outside('uuid ne "a" and pr uuid')).toEqual([
    ['uuid', 'eq'],
    ['uuid', 'isnull'],
  ])
})

test('an attribute that no account has needs nobody to be asked; one that memory gave up does', () => {
  const memory = new AccountMemory()
  memory.put(0, factsOf({ attributes: { groups: ['a'], department: 'Sales' } }))
  expect(outside('attributes.department eq "Sales" and attributes.none eq "a"', memory)).toEqual([])
  expect(outside('attributes.groups eq "a"', memory)).toEqual([['attributes.groups', 'eq']])
})

test('a part speaks of a facet where it names nothing else, whatever the name', () => {
  const { parts } = planOf(
    check(
      '(sourceId eq "a" or not sourceId in ("b")) and isMachine eq true and ' +
        '(locked eq true or disabled eq true) and (status eq "locked" and type eq "human")',
    ),
    new AccountMemory(),
  )
  expect(parts.map(({ facet }) => facet)).toEqual(['sourceId', 'type', undefined, 'status', 'type'])
})
