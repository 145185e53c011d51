import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Bitmap } from '../memory/bitmap.ts'
import { factsOf } from '../memory/facts.ts'
import { answer } from './answer.ts'
import { OutdatedPlan } from './matching.ts'
import { planOf } from './plan.ts'
import { account } from './testing/arbitraries.ts'
import { afterwards, ask, changed, checked, now } from './testing/stage.ts'

test('a row that needs more room is found by what it does not have', () => {
  const stage = afterwards([{ ord: 0, account: { attributes: { title: 'a' } } }])
  const conditions = ['attributes.title isnull', 'origin isnull', 'created isnull'].map(checked)
  for (const condition of conditions) ask(stage, condition)
  changed(stage, [{ ord: 5_000, account: {} }])
  const found = conditions.map((condition) => ask(stage, condition).ords)
  expect(found).toEqual([[5_000], [0, 5_000], [0, 5_000]])
})

test('a condition that the database answered for a row that went since finds nothing', () => {
  const [one] = fc.sample(account, { numRuns: 1, seed: 1 })
  const stage = afterwards([{ ord: 4, account: one ?? {} }])
  const plan = planOf(checked('name sw ""'), stage.memory)
  stage.memory.remove(4)
  const found = answer(stage.memory, { plan, resolved: [Bitmap.of([4, 9])], limit: 5, now })
  expect(found).toEqual({ ords: [], total: 0, facets: {} })
})

test('a plan that counts on a column that memory gave up is refused, and a new one asks the database', () => {
  const stage = afterwards([{ ord: 0, account: { attributes: { tags: 'a' } } }])
  const condition = checked('attributes.tags eq "a"')
  const plan = planOf(condition, stage.memory)
  expect(plan.outside).toEqual([])
  stage.memory.put(1, factsOf({ attributes: { tags: ['a', 'b'] } }))
  expect(() => answer(stage.memory, { plan, limit: 5, now })).toThrow(OutdatedPlan)
  expect(planOf(condition, stage.memory).outside).toEqual([condition])
})

test('an unresolved condition is an error, never an empty list', () => {
  const { memory } = afterwards([])
  const plan = planOf(checked('name eq "a"'), memory)
  expect(() => answer(memory, { plan, limit: 5, now })).toThrow('Condition 0 of the plan')
})

test('a facet shows fifty values, first those of most accounts, and sums up the rest', () => {
  const list = Array.from({ length: 120 }, (_, ord) => ({
    ord,
    account: {
      attributes: { title: ord < 40 ? 'Clerk' : `title ${String(ord).padStart(3, '0')}` },
    },
  }))
  const { facets } = ask(afterwards(list), undefined, { facets: ['attributes.title'] })
  const title = facets['attributes.title']
  expect(title?.counts.slice(0, 2)).toEqual([
    { value: 'Clerk', count: 40 },
    { value: 'title 040', count: 1 },
  ])
  expect(title?.counts).toHaveLength(50)
  expect(title?.other).toBe(31)
})

test('passwords are as old as a filter says that names the day, at any hour', () => {
  const evening = Date.parse('2026-04-01T20:00:00Z')
  const times = ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59.999Z', '2025-10-03T10:00:00Z']
  const stage = afterwards(
    times.map((pwdLastSet, ord) => ({ ord, account: { attributes: { pwdLastSet } } })),
  )
  const { facets } = ask(stage, undefined, { facets: ['passwordChanged'], now: evening })
  const young = ask(stage, checked('passwordChanged ge 2026-01-01T00:00:00Z'))
  const older = ask(
    stage,
    checked('passwordChanged lt 2026-01-01T00:00:00Z and passwordChanged ge 2025-10-03T00:00:00Z'),
  )
  expect(facets.passwordChanged?.counts).toEqual([
    { value: '90-to-180-days', count: older.total },
    { value: 'under-90-days', count: young.total },
  ])
  expect([young.total, older.total]).toEqual([1, 2])
})

test('sources are counted under their ids, with the names that their accounts give', () => {
  const rows = [
    { sourceId: 's1', sourceName: null },
    { sourceId: 's2', sourceName: 'Badges' },
    { sourceId: 's1', sourceName: 'Active Directory' },
    { sourceId: 's3' },
    {},
  ]
  const stage = afterwards(rows.map((each, ord) => ({ ord, account: each })))
  stage.memory.remove(1)
  stage.memory.put(5, factsOf({ sourceId: 's2', sourceName: 'Badge system' }))
  const { facets } = ask(stage, checked('disabled eq false'), { facets: ['sourceId'] })
  expect(facets.sourceId?.counts).toEqual([
    { value: 's1', count: 2, label: 'Active Directory' },
    { value: 's2', count: 1, label: 'Badge system' },
    { value: 's3', count: 1 },
    { value: null, count: 1 },
  ])
})

test('each of many sources is counted by itself', () => {
  const list = Array.from({ length: 499 }, (_, ord) => ({ ord, account: { sourceId: `s${ord}` } }))
  const { sourceId } = ask(afterwards(list), undefined, { facets: ['sourceId'] }).facets
  expect(sourceId?.counts).toHaveLength(499)
  expect(sourceId?.other).toBe(0)
})

test.each([
  ['facets', { facets: ['name'] }, 'There is no facet name.'],
  ['facets', { facets: ['toString'] }, 'There is no facet toString.'],
  ['sorters', { sorters: [{ field: 'text', descending: false }] }, 'cannot be sorted by text'],
  ['sorters', { sorters: [{ field: 'valueOf', descending: true }] }, 'cannot be sorted by valueOf'],
])('%s that do not exist are refused by name: %o', (_, question, message) => {
  expect(() => ask(afterwards([]), undefined, question)).toThrow(message)
})

test.each([
  ['attributes.level eq 7', [0, 1]],
  ['attributes.level eq "7"', [0, 1]],
  ['attributes.level in (10, "TRUE")', [2, 4]],
  ['attributes.level eq true', [4]],
  ['attributes.level gt 8', [2]],
  ['attributes.level le 7', [0, 1]],
  ['attributes.level gt "8"', [4, 5]],
  ['attributes.level sw "S"', [5]],
  ['attributes.level ne "sales"', [0, 1, 2, 3, 4]],
  ['attributes.level isnull', [6, 7]],
  ['pr attributes.level and attributes.level co ""', [0, 1, 2, 3, 4, 5]],
  ['attributes.nobody ne "a" or not attributes.nobody isnull', []],
])('an attribute is text, and a number where it is compared by size: %s', (text, expected) => {
  const values = [7, '7', 10, '', true, 'Sales', null, undefined]
  const stage = afterwards(
    values.map((level, ord) => ({ ord, account: { attributes: { level } } })),
  )
  expect(ask(stage, checked(text)).ords).toEqual(expected)
})

test('an order that memory was not given yet leaves the rows as numbered, all of them', () => {
  const stage = afterwards([3, 1, 2].map((ord) => ({ ord, account: { disabled: ord === 1 } })))
  const by = (field: string) =>
    ask(stage, undefined, { sorters: [{ field, descending: true }] }).ords
  expect(by('name')).toEqual([1, 2, 3])
  expect(by('disabled')).toEqual([1, 2, 3])
})

test('behind the end and with no rows at all a page is empty', () => {
  const sorters = [{ field: 'name', descending: true }]
  expect(ask(afterwards([]), undefined, { sorters, offset: 3 }).ords).toEqual([])
  const stage = afterwards([{ ord: 0, account: {} }])
  expect(ask(stage, undefined, { sorters, offset: 1 }).ords).toEqual([])
  const byStatus = [{ field: 'status', descending: false }]
  expect(ask(stage, undefined, { sorters: byStatus, offset: 1 }).ords).toEqual([])
})
