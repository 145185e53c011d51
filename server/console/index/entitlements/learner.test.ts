import { expect, onTestFinished, test } from 'vitest'

import { newIndexPlace } from '../../testing/index-place.ts'
import { createCopy } from '../copy.ts'
import { openIndexFile } from '../store/file.ts'
import type { TenantAccount } from '../store/record.ts'
import { Catalogue } from './catalogue.ts'
import { createLearner } from './learner.ts'

const HOUR = 3_600_000
const told = (value: string, privileged: boolean, name = value) => ({
  id: `e-${value}`,
  name,
  attribute: 'groups',
  value,
  privileged,
})
const account = (id: string, groups: string[]): TenantAccount => ({
  id,
  sourceId: 's1',
  hasEntitlements: groups.length > 0,
  attributes: { groups },
})

/** A copy with accounts, and a learner for whom time passes as the test says. */
async function stage(accounts: TenantAccount[]) {
  const { database, schema } = await newIndexPlace()
  const file = await openIndexFile(database, { warn: () => {} }, schema)
  onTestFinished(() => file.close())
  const catalogue = new Catalogue()
  const held = createCopy(file, () => {}, catalogue)
  await held.load()
  await held.copy.put(accounts, 1)
  const entitlements = new Map<string, ReturnType<typeof told>[]>()
  const calls: string[] = []
  let time = Date.parse('2026-01-01T00:00:00Z')
  const ended = new AbortController()
  const learner = createLearner({
    reader: {
      attributesOf: async () => ['groups'],
      entitlementsOf: async (id) => {
        calls.push(id)
        return structuredClone(entitlements.get(id) ?? [])
      },
    },
    file,
    catalogue,
    memory: () => held.memory,
    isComplete: () => true,
    // The copy catches up at once.
    asOf: () => time + 1,
    changed: () => {},
    signal: ended.signal,
    log: { warn: () => {}, error: (error: unknown) => expect.fail(String(error)) },
    retry: () => 1,
    pace: { unknown: 0, again: 0, idle: 1 },
    now: () => time,
  })
  const running = learner.run()
  onTestFinished(async () => {
    ended.abort()
    await running
  })
  const rows = () => {
    const { privileges } = held.memory
    const ids = (row: number) => accounts[row - 1]?.id
    return {
      yes: privileged(privileges.privileged).map(ids),
      no: privileged(privileges.plain()).map(ids),
    }
  }
  return {
    file,
    catalogue,
    entitlements,
    calls,
    rows,
    put: (changed: TenantAccount[]) => held.copy.put(changed, 1),
    counts: () => held.memory.privileges.counts(held.memory.live),
    pass: (ms: number) => {
      time += ms
    },
  }
}

function privileged(bitmap: { forEach: (visit: (row: number) => void) => void }): number[] {
  const rows: number[] = []
  bitmap.forEach((row) => rows.push(row))
  return rows
}

test('an entitlement that becomes privileged, or no longer is, is noticed within hours', async () => {
  const { entitlements, rows, calls, pass, counts } = await stage([
    account('a', ['x', 'y']),
    account('b', ['x']),
    account('c', ['y']),
  ])
  entitlements.set('a', [told('x', false), told('y', true)])
  await expect.poll(rows).toEqual({ yes: ['a', 'c'], no: ['b'] })
  const before = calls.length

  entitlements.set('a', [told('x', true, 'Now a risk'), told('y', false)])
  pass(5 * HOUR)
  await expect.poll(rows).toEqual({ yes: ['a', 'c'], no: ['b'] })
  expect(calls).toHaveLength(before)
  pass(2 * HOUR)
  await expect.poll(rows).toEqual({ yes: ['a', 'b'], no: ['c'] })
  expect(counts()).toEqual([{ value: 'e-x', label: 'Now a risk', count: 2 }])
})

test('an entitlement that nobody has any more is forgotten', async () => {
  const { entitlements, rows, put, pass, catalogue, file } = await stage([
    account('a', ['x', 'y']),
    account('b', ['x']),
  ])
  entitlements.set('a', [told('x', false), told('y', true)])
  entitlements.set('b', [told('x', false)])
  await expect.poll(rows).toEqual({ yes: ['a'], no: ['b'] })
  entitlements.set('a', [told('x', false)])
  await put([account('a', ['x'])])
  expect(rows()).toEqual({ yes: [], no: ['a', 'b'] })
  pass(7 * HOUR)
  await expect.poll(() => catalogue.progress).toEqual({ known: 1, total: 1 })
  const kept = () => file.read.selectFrom('entitlement').select('body').execute()
  await expect.poll(async () => (await kept()).length).toBe(1)
})

test('what was said to be an entitlement, and no longer is, is no privilege', async () => {
  const { entitlements, rows, pass } = await stage([account('a', ['x', 'y'])])
  entitlements.set('a', [told('x', false), told('y', true)])
  await expect.poll(rows).toEqual({ yes: ['a'], no: [] })
  entitlements.set('a', [told('x', false)])
  pass(7 * HOUR)
  await expect.poll(rows).toEqual({ yes: [], no: ['a'] })
})
