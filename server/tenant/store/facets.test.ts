import { sql, type Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { seed } from '../seed/seed.ts'
import { openTestDatabase } from '../testing/database.ts'
import { accountRow } from '../testing/rows.ts'
import { facetKeyOf } from './facets.ts'
import type { Database } from './schema.ts'

async function open() {
  const db = await openTestDatabase()
  onTestFinished(() => db.destroy())
  return db
}

/** The key and the number of each facet, and of what the accounts really hold. */
async function facets(db: Kysely<Database>) {
  const kept = await db
    .selectFrom('account_facet')
    .select(['facet', 'key', 'n'])
    .where('n', '<>', 0)
    .orderBy('facet')
    .execute()
  const real = new Map<string, number>()
  for (const account of await db.selectFrom('account').selectAll().execute()) {
    const facet = kept.find(({ facet: number }) => number === account.facet)
    expect(facet?.key).toBe(facetKeyOf(account))
    real.set(facetKeyOf(account), (real.get(facetKeyOf(account)) ?? 0) + 1)
  }
  return { kept: new Map(kept.map(({ key, n }) => [key, n])), real }
}

test('facets count the accounts, whatever is written, and follow a transaction that is undone', async () => {
  const db = await open()
  const rows = ['a', 'b', 'c'].map((id) =>
    accountRow({ id, native_identity: id, origin: id === 'c' ? null : 'AGGREGATED' }),
  )
  await db.insertInto('account').values(rows).execute()
  const first = await facets(db)
  expect([...first.kept.values()].toSorted()).toEqual([1, 2])

  await db.updateTable('account').set({ identity_state: null, disabled: 1 }).execute()
  await db.updateTable('account').set({ uncorrelated: 1 }).where('id', '=', 'a').execute()
  await db.updateTable('account').set({ uncorrelated: 1 }).where('id', '=', 'a').execute()
  const changed = await facets(db)
  expect(changed.kept).toEqual(changed.real)
  expect(changed.kept.size).toBe(3)

  const undone = db.transaction().execute(async (trx) => {
    await trx.deleteFrom('account').execute()
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await facets(db)).toEqual(changed)

  await db.deleteFrom('account').where('id', '=', 'b').execute()
  const left = await facets(db)
  expect(left.kept).toEqual(left.real)
  await db.deleteFrom('account').execute()
  expect((await facets(db)).kept.size).toBe(0)
})

test('the first data set has the facets that the database would have made of it', async () => {
  const db = await open()
  await seed(db, { identities: 60, now: new Date('2026-01-01') })
  const seeded = await facets(db)
  expect(seeded.kept).toEqual(seeded.real)
  expect(seeded.kept.size).toBeGreaterThan(20)

  // A trigger that finds another key would make a facet of its own.
  const before = await db.selectFrom('account_facet').select('facet').execute()
  await db.updateTable('account').set({ origin: 'X' }).execute()
  await sql`update account set origin = 'AGGREGATED'`.execute(db)
  const again = await facets(db)
  expect(again.kept).toEqual(again.real)
  const made = await db.selectFrom('account_facet').select('key').execute()
  expect(new Set(made.map(({ key }) => key)).size).toBe(made.length)
  expect(made.length).toBeLessThan(before.length * 3)
})
