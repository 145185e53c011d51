import fc from 'fast-check'
import { expect, test } from 'vitest'

import { AccountMemory } from '../memory/account-memory.ts'
import { factsOf } from '../memory/facts.ts'
import { answer } from '../questions/answer.ts'
import { planOf } from '../questions/plan.ts'
import { checked, now } from '../questions/testing/stage.ts'
import { Catalogue, PLAIN, PRIVILEGED, type Status } from './catalogue.ts'

const zones = ['door', 'safe', 'vault', 'lift', '7']
const status: Record<string, Status> = { door: PLAIN, safe: PRIVILEGED, vault: PRIVILEGED }
/** What the tenant has not told yet. */
const isUnknown = (zone: string) => status[zone] === undefined

type Given = { id: string; sourceId: string; disabled: boolean; zones: string[] }

const account: fc.Arbitrary<Given> = fc.record({
  id: fc.uuid(),
  sourceId: fc.constantFrom('sure', 'unsure'),
  disabled: fc.boolean(),
  zones: fc.uniqueArray(fc.constantFrom(...zones), { maxLength: 4 }),
})

const asTold = ({ zones: held, ...rest }: Given) => ({
  ...rest,
  hasEntitlements: held.length > 0,
  // One value is a number, as some sources give it.
  attributes: { zones: held.map((zone) => (zone === '7' ? 7 : zone)) },
})

function catalogueOf() {
  const catalogue = new Catalogue()
  for (const id of ['sure', 'unsure']) {
    const source = catalogue.source(id)
    catalogue.describe(source, { attributes: new Set(['zones']), isSure: id === 'sure' })
    for (const [zone, what] of Object.entries(status)) {
      const value = catalogue.value(source, { attribute: 'zones', value: zone })
      if (value) catalogue.learn(value, what, 1, { id: `id of ${zone}`, label: zone })
    }
  }
  return catalogue
}

function stageOf(changes: { row: number; account: Given | null }[]) {
  const memory = new AccountMemory(0, catalogueOf())
  const accounts = new Map<number, Given>()
  for (const { row, account: given } of changes) {
    if (given) {
      memory.put(row, factsOf(asTold(given)))
      memory.privileges.judge(row, asTold(given))
      accounts.set(row, given)
    } else {
      memory.remove(row)
      accounts.delete(row)
    }
  }
  const ask = (filter: string) => {
    const plan = planOf(checked(filter), memory)
    return answer(memory, {
      plan,
      limit: 10_000,
      now,
      facets: ['privileged', 'privilegedEntitlement'],
    })
  }
  const rows = (is: (given: Given) => boolean) =>
    [...accounts].flatMap(([row, given]) => (is(given) ? [row] : [])).toSorted((a, b) => a - b)
  return { memory, ask, rows }
}

const isPrivileged = ({ zones: held }: Given) => held.some((zone) => status[zone] === PRIVILEGED)
const isPlain = (given: Given) =>
  given.zones.length === 0 ||
  (given.sourceId === 'sure' && given.zones.every((zone) => status[zone] === PLAIN))

const changes = fc.array(fc.record({ row: fc.nat(60), account: fc.option(account, { freq: 4 }) }), {
  maxLength: 120,
  size: 'max',
})

test('an account is privileged, is not, or nobody knows, whatever came and went before', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const { ask, rows } = stageOf(list)
      const ords = (filter: string) => ask(filter).ords.toSorted((a, b) => a - b)
      const isOpen = (given: Given) => !isPrivileged(given) && !isPlain(given)
      expect(ords('privileged eq true')).toEqual(rows(isPrivileged))
      expect(ords('privileged ne false')).toEqual(rows(isPrivileged))
      expect(ords('privileged eq false')).toEqual(rows(isPlain))
      expect(ords('privileged ne true')).toEqual(rows(isPlain))
      expect(ords('privileged isnull')).toEqual(rows(isOpen))
      expect(ords('pr privileged')).toEqual(rows((given) => !isOpen(given)))
      expect(ords('not (privileged eq true)')).toEqual(rows((given) => !isPrivileged(given)))
      expect(ords('privilegedEntitlement eq "id of safe"')).toEqual(
        rows(({ zones: held }) => held.includes('safe')),
      )
      expect(ords('privilegedEntitlement in ("id of safe","id of vault","none")')).toEqual(
        rows(isPrivileged),
      )
      expect(ords('privilegedEntitlement eq "id of door"')).toEqual([])
    }),
  )
})

test('each count of a facet is the number of rows that its filter finds among the others', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const { ask, rows } = stageOf(list)
      const facets = ask('disabled eq true').facets
      const found = (filter: string) => ask(`disabled eq true and ${filter}`).total
      for (const { value, count } of facets.privileged?.counts ?? []) {
        expect(count).toBe(
          found(value === null ? 'privileged isnull' : `privileged eq ${String(value)}`),
        )
      }
      for (const { value, count } of facets.privilegedEntitlement?.counts ?? []) {
        expect(count).toBe(found(`privilegedEntitlement eq "${String(value)}"`))
      }
      const all = (facets.privileged?.counts ?? []).reduce((sum, { count }) => sum + count, 0)
      expect(all).toBe(rows(({ disabled }) => disabled).length)
    }),
  )
})

test('what is not known yet can be asked for, the account with the most values first', () => {
  const { memory } = stageOf([
    { row: 1, account: { id: 'a', sourceId: 'sure', disabled: false, zones: ['lift'] } },
    { row: 2, account: { id: 'b', sourceId: 'sure', disabled: false, zones: ['lift', '7'] } },
  ])
  const open = [...memory.privileges.catalogue.values].filter(({ value }) => isUnknown(value))
  expect(open.map(({ value, sample }) => [value, sample])).toEqual([
    ['lift', 2],
    ['7', 2],
  ])
  expect(memory.privileges.catalogue.progress).toEqual({ known: 0, total: 2 })
})

test('values that are no text keep an account from being settled, and are no entitlement', () => {
  const catalogue = catalogueOf()
  const judge = (attributes: unknown, more = {}) =>
    catalogue.judge(1, { sourceId: 'sure', hasEntitlements: true, attributes, ...more })
  expect(judge({ zones: ['door', { id: 'safe' }] })).toEqual({ codes: [], isSettled: false })
  expect(judge({ zones: [`${'x'.repeat(3000)}`] }).isSettled).toBe(false)
  expect(judge({ zones: ['door', null, ''] }).isSettled).toBe(true)
  expect(judge({ zones: 'safe' }).codes).toHaveLength(1)
  expect(judge({ zones: true }).isSettled).toBe(false)
  expect(judge(null).isSettled).toBe(false)
  expect(judge(['zones']).isSettled).toBe(false)
  expect(judge({ zones: ['lift'] }, { hasEntitlements: false }).isSettled).toBe(true)
  expect(judge({ zones: ['lift'] }, { sourceId: 7 }).isSettled).toBe(false)
  expect(judge({}, { hasEntitlements: undefined }).isSettled).toBe(true)
})
