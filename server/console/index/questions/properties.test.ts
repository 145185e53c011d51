import fc from 'fast-check'
import { expect, test } from 'vitest'

import { keyOf } from '../../../lib/filter/key.ts'
import { orderFields } from '../memory/account-memory.ts'
import { passwordAges } from './facets.ts'
import { sortableFields } from './sorting.ts'
import { attributeNames, changes, filter } from './testing/arbitraries.ts'
import { matching, read, sorted, withoutFacet } from './testing/naive.ts'
import { afterwards, ask, changed, check, now } from './testing/stage.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 200)
const ascending = (ords: number[]) => ords.toSorted((a, b) => a - b)

test('any filter finds the rows that it finds by the plain meaning of the language', () => {
  fc.assert(
    fc.property(changes, fc.array(filter, { minLength: 1, maxLength: 8 }), (list, filters) => {
      const stage = afterwards([])
      // Asked again after each few changes, for what memory keeps of an answer to grow old.
      for (let from = 0; from <= list.length; from += 15) {
        changed(stage, list.slice(from, from + 15))
        expect(stage.memory.size).toBe(stage.accounts.size)
        for (const condition of filters.map(check)) {
          const { ords, total } = ask(stage, condition)
          expect(ords).toEqual(ascending(matching(stage.accounts, condition)))
          expect(total).toBe(ords.length)
        }
      }
    }),
    { numRuns: runs },
  )
})

test('pages in any order follow each other without a gap, and go both ways', () => {
  const sorter = fc.record({ field: fc.nat(), descending: fc.boolean() })
  const question = fc.record({
    sorters: fc.array(sorter, { minLength: 1, maxLength: 3 }),
    limit: fc.integer({ min: 1, max: 7 }),
    condition: fc.option(filter, { nil: undefined, freq: 2 }),
  })
  fc.assert(
    fc.property(changes, question, (list, { sorters: picked, limit, condition }) => {
      const stage = afterwards(list, true)
      const sortable = sortableFields(stage.memory)
      const sorters = picked.map(({ field, descending }) => ({
        field: sortable[field % sortable.length] ?? 'name',
        descending,
      }))
      const base = sorters.findIndex(({ field }) => orderFields.some((each) => each === field))
      const meant =
        base >= 0 ? sorters.slice(0, base + 1) : [...sorters, { field: 'name', descending: false }]
      const only = condition && check(condition)
      const expected = sorted(stage.accounts, matching(stage.accounts, only), meant)

      const { total } = ask(stage, only, { sorters, limit: 0 })
      const pages: number[] = []
      for (let offset = 0; offset <= total; offset += limit) {
        pages.push(...ask(stage, only, { sorters, limit, offset }).ords)
      }
      expect(pages).toEqual(expected)
    }),
    { numRuns: runs },
  )
})

/** What a facet counts of an account; it may count several things. */
function valuesOf(facet: string, each: Record<string, unknown>): (string | boolean | null)[] {
  if (facet === 'passwordChanged') {
    const text = read(each, facet)
    const time = typeof text === 'string' ? Date.parse(text) : undefined
    const age = passwordAges(now).find(({ from, before }) =>
      time === undefined
        ? from === undefined && before === undefined
        : (from !== undefined || before !== undefined) &&
          time >= (from ?? -Infinity) &&
          time < (before ?? Infinity),
    )
    return [age?.value ?? null]
  }
  const value = read(each, facet)
  if (Array.isArray(value)) return value
  return [typeof value === 'number' ? String(value) : value]
}

test('a facet counts what a filter by it would find among the rows of the other parts', () => {
  const facets = [
    'sourceId',
    'status',
    'type',
    'uncorrelated',
    'manuallyCorrelated',
    'hasEntitlements',
    'origin',
    'cloudLifecycleState',
    'identityState',
    'passwordChanged',
    ...attributeNames.map((name) => `attributes.${name}`),
  ]
  fc.assert(
    fc.property(changes, fc.array(filter, { maxLength: 4 }), (list, parts) => {
      const stage = afterwards(list)
      const condition = check({ kind: 'and', parts })
      const answered = ask(stage, condition, { facets, limit: 0 }).facets
      for (const facet of facets) {
        const others = withoutFacet(condition, facet)
        const counts = new Map<string | boolean | null, number>()
        for (const ord of matching(stage.accounts, others)) {
          for (const value of valuesOf(facet, stage.accounts.get(ord) ?? {})) {
            const form = typeof value === 'string' && facet !== 'sourceId' ? keyOf(value) : value
            counts.set(form, (counts.get(form) ?? 0) + 1)
          }
        }
        const given = answered[facet]
        if (given === null) {
          expect(stage.memory.attributes.find(facet.slice('attributes.'.length))).toBe('outside')
          continue
        }
        const byForm = given?.counts.map(({ value, count }) => [
          typeof value === 'string' && facet !== 'sourceId' ? keyOf(value) : value,
          count,
        ])
        expect(new Map(byForm as [string, number][])).toEqual(counts)
        expect(given?.other).toBe(0)
        const order = given?.counts.map(({ count }) => count) ?? []
        expect(order).toEqual(order.toSorted((a, b) => b - a))
      }
    }),
    { numRuns: runs },
  )
})
