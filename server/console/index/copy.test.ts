import fc from 'fast-check'
import { expect, test } from 'vitest'

import { administer, onPostgres } from '../../database/testing.ts'
import { fewerRuns, newIndexPlace } from '../testing/index-place.ts'
import { createCopy } from './copy.ts'
import { listAccounts } from './list.ts'
import { openIndexFile } from './store/file.ts'
import { orderFields } from './store/orders.ts'
import type { TenantAccount } from './store/record.ts'
import { emptyState } from './sync/sync.ts'

const quiet = { warn: (text: string) => expect.fail(text) }

async function openCopy() {
  const { database, schema } = await newIndexPlace()
  const file = await openIndexFile(database, quiet, schema)
  const copy = createCopy(file, () => {})
  await copy.load()
  const list = async (sorters: string) => {
    const asked = { filters: '', sorters, limit: 250, offset: 0, facets: [] }
    const { bodies, total } = await listAccounts(file.read, copy.memory, asked)
    return { total, accounts: bodies.map((body): TenantAccount => JSON.parse(body)) }
  }
  return { file, ...copy, memory: () => copy.memory, list, where: { database, schema } }
}

const day = (nth: number) => new Date(Date.UTC(2026, 0, 1 + nth)).toISOString()
/** Few values, so that many accounts share one, and none at all now and then. */
const account = fc
  .record({
    id: fc.nat(40).map((n) => `id-${n}`),
    name: fc.constantFrom('Anna', 'anna', 'Zoë', '', null),
    nativeIdentity: fc.constantFrom('a', 'B', 'c', undefined),
    created: fc.constantFrom(day(1), day(2), null),
    modified: fc.nat(3).map(day),
    identity: fc.constantFrom({ name: 'Bo' }, { name: 'Cy' }, null),
    identityId: fc.constantFrom('i1', 'i2', null),
    uuid: fc.constantFrom('u1', 'u2', null),
    attributes: fc.constantFrom({ pwdLastSet: day(5) }, { pwdLastSet: day(9) }, null),
  })
  .map((made): TenantAccount => made)

test('rows that were put in one by one stand in the order that the database gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(account, { maxLength: 20 }), { maxLength: 8 }),
      async (rounds) => {
        const one = await openCopy()
        await one.copy.firstPassEnded()
        for (const [nth, accounts] of rounds.entries()) {
          await one.copy.put(accounts, 1)
          if (nth % 3 === 2) await one.copy.remove(accounts.slice(0, 4).map(({ id }) => id))
        }
        const before = await Promise.all(orderFields.map((field) => one.list(field)))
        await one.copy.writeState({ ...emptyState, complete: true })
        await one.load()

        expect(before).toEqual(await Promise.all(orderFields.map((field) => one.list(field))))
        await one.file.close()
      },
    ),
    { numRuns: fewerRuns(60) },
  )
})

test.runIf(onPostgres)(
  'what another process wrote while the database was out of reach is in memory',
  async () => {
    const { copy, list, memory, file, where } = await openCopy()
    await copy.firstPassEnded()
    await copy.writeState({ ...emptyState, complete: true })
    await copy.put(
      ['a', 'b', 'c'].map((id) => ({ id, name: id })),
      1,
    )
    const before = memory()

    const schema = String(where.schema)
    await administer(
      where.database,
      `delete from ${schema}.account where id = 'b'`,
      `update ${schema}.account set name_key = 'z' where id = 'a'`,
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    )
    const failures = async () => {
      await copy.readState().catch(() => undefined) // as often as the sync would
      return memory() === before
    }
    await expect.poll(failures).toBe(false)

    const { accounts } = await list('name')
    expect(accounts.map(({ id }) => id)).toEqual(['c', 'a'])
    await file.close()
  },
)

test('a list that is asked for during a write misses no row and has none twice', async () => {
  const { copy, list, file } = await openCopy()
  await copy.firstPassEnded()
  const made = (value: number) =>
    Array.from({ length: 200 }, (_, n) => ({
      id: `id-${n}`,
      name: `${value}`,
      modified: day(value),
    }))
  await copy.put(made(0), 1)

  const seen = new Set<string>()
  let writing = true
  const writer = (async () => {
    for (let value = 1; value <= 5; value += 1) await copy.put(made(value), 1)
    writing = false
  })()
  while (writing) {
    const { total, accounts } = await list('name')
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(total)
    expect(accounts).toHaveLength(total)
    seen.add(String(accounts[0]?.name))
    await new Promise(setImmediate)
  }
  await writer

  expect(seen.size).toBeGreaterThan(1)
  expect((await list('-modified')).accounts.every(({ name }) => name === '5')).toBe(true)
  await file.close()
})

test('accounts of one identity that tell different things are named, and those that are surely old', async () => {
  const { copy, outdated, file } = await openCopy()
  await copy.firstPassEnded()
  const made = (id: string, identityId: string | null, identityState: string) => ({
    id,
    identityId,
    identityState,
  })
  await copy.put(
    [made('a1', 'A', 'ACTIVE'), made('a2', 'A', 'ACTIVE'), made('b1', 'B', 'ACTIVE')],
    1,
  )
  await copy.put([made('n1', null, 'ACTIVE'), made('n2', null, 'DISABLED')], 1)
  expect(await copy.disagreeing()).toEqual([])

  await copy.put([made('a1', 'A', 'DISABLED')], 1)
  expect((await copy.disagreeing()).toSorted()).toEqual(['a1', 'a2'])
  expect(await copy.disagreeing()).toEqual([])

  outdated(['B', 'nobody'])
  expect(await copy.disagreeing()).toEqual(['b1'])
  expect(await copy.disagreeing()).toEqual([])
  await file.close()
})
