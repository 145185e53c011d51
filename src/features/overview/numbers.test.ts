import { expect, test, vi } from 'vitest'

import { tablesOf, tilesOf, type Answers } from './numbers.ts'
import type { Counts } from './queries.ts'

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://console.test' }))

type Values = [value: string | boolean | null, count: number, label?: string][]

const counts = (total: number, facets: Record<string, Values>, other = 0): Counts => ({
  total,
  isPartial: false,
  changes: 1,
  facets: Object.fromEntries(
    Object.entries(facets).map(([field, values]) => [
      field,
      {
        field,
        values: values.map(([value, count, label]) => ({ value, count, ...(label && { label }) })),
        other,
      },
    ]),
  ),
})
const day = '2025-01-31'
const nothing: Answers = { all: undefined, enabled: undefined, unchanged: undefined, day }
const tile = (answers: Answers, id: string) => tilesOf(answers).find((each) => each.id === id)

test('before anything is answered there are rows without numbers, and no zero', () => {
  const rows = Object.values(tablesOf(nothing)).flatMap((table) => table.rows)
  expect(rows.length).toBeGreaterThan(15)
  expect([...rows, ...tilesOf(nothing)].map(({ count }) => count)).not.toContain(0)
  expect(new Set([...rows, ...tilesOf(nothing)].map(({ count }) => count))).toEqual(
    new Set([undefined]),
  )
})

test('what no account has is a zero in its place', () => {
  const all = counts(3, { status: [['enabled', 3]], type: [], passwordChanged: [[null, 3]] })
  const { status, password } = tablesOf({ ...nothing, all })
  expect(status.rows.map(({ id, count }) => [id, count])).toEqual([
    ['enabled', 3],
    ['disabled', 0],
    ['locked', 0],
  ])
  expect(password.rows.find(({ id }) => id === 'unknown')?.count).toBe(3)
})

test('sources are called by name and listed by id; one without a name by its id', () => {
  const all = counts(
    9,
    {
      sourceId: [
        ['s1', 5, 'Badges'],
        ['s2', 3],
        [null, 1],
      ],
    },
    4,
  )
  expect(tablesOf({ ...nothing, all }).source.rows).toEqual([
    { id: 'is s1', label: 'Badges', count: 5, who: { source: ['s1'] } },
    { id: 'is s2', label: 's2', count: 3, who: { source: ['s2'] } },
    { id: 'none', label: 'No source', count: 1, who: undefined },
    { id: 'others', label: 'Others', count: 4, who: undefined },
  ])
})

test('leavers are those of every lifecycle state that says so, enabled accounts alone', () => {
  const cloudLifecycleState: Values = [
    ['active', 50],
    ['inactive', 9],
    ['terminated', 4],
    ['archived', 2],
  ]
  const answers = {
    ...nothing,
    all: counts(65, { cloudLifecycleState }),
    enabled: counts(50, {
      cloudLifecycleState: [
        ['active', 44],
        ['inactive', 5],
        ['terminated', 1],
      ],
    }),
  }
  expect(tile(answers, 'left')).toMatchObject({
    count: 6,
    note: 'Lifecycle state inactive, terminated, archived',
    who: { status: ['enabled'], lifecycle: ['inactive', 'terminated', 'archived'] },
  })
  expect(tile({ ...answers, enabled: undefined }, 'left')?.count).toBeUndefined()
})

test('where no lifecycle state says that people left there is no number, and the reason', () => {
  const all = counts(5, { cloudLifecycleState: [['active', 5]] })
  const enabled = counts(5, { cloudLifecycleState: [['active', 5]] })
  expect(tile({ ...nothing, all, enabled }, 'left')).toMatchObject({
    count: undefined,
    who: undefined,
    isMissing: true,
    note: 'No lifecycle state here says that',
  })
})

test('old passwords are those of enabled accounts, of both ages over 180 days', () => {
  const enabled = counts(40, {
    passwordChanged: [
      ['over-1-year', 7],
      ['180-to-365-days', 5],
      ['under-90-days', 20],
      [null, 8],
    ],
  })
  expect(tile({ ...nothing, enabled }, 'old-password')).toMatchObject({
    count: 12,
    who: { status: ['enabled'], password: ['over-180-days'] },
  })
})

test('while it is not known of every account which are privileged, the number is marked, and how far it is', () => {
  const all = counts(9, {
    privileged: [
      [true, 3],
      [null, 6],
    ],
    privilegedEntitlement: [['e1', 2, 'Root (Directory)']],
  })
  const entitlements = { known: 31, total: 42, complete: false, unknown: 6, problem: null }
  const answers = { ...nothing, all, entitlements }
  expect(tile(answers, 'privileged')).toMatchObject({
    count: 3,
    who: { privileged: ['yes'] },
    isPartial: true,
    isMissing: false,
    note: '31 of 42 entitlements known',
  })
  expect(tablesOf(answers).privileged).toMatchObject({
    isPartial: true,
    rows: [{ label: 'Root (Directory)', count: 2, who: { entitlement: ['e1'] } }],
  })
  const asked = { ...entitlements, known: 42 }
  expect(tile({ ...answers, entitlements: asked }, 'privileged')?.note).toBe(
    'Not known of 6 accounts',
  )
})

test('where the tenant tells of no entitlement there is no zero, but its reason', () => {
  const all = counts(2, { privileged: [[null, 2]] })
  const entitlements = { known: 0, total: 5, complete: false, unknown: 2, problem: 'Not for you.' }
  const refused = tile({ ...nothing, all, entitlements }, 'privileged')
  expect(refused).toMatchObject({ isMissing: true, note: 'Not for you.' })
})
