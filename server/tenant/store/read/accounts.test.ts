import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { checkFilter } from '../../../lib/filter/check.ts'
import { evaluate, type Stored } from '../../../lib/filter/evaluate.ts'
import { parseFilter } from '../../../lib/filter/parse.ts'
import { expectContract } from '../../contract-check.ts'
import { openTestDatabase } from '../../testing/database.ts'
import { accountRow, identityRow, sourceRow } from '../../testing/rows.ts'
import type { AccountTable, Database } from '../schema.ts'
import { accountColumns, findAccount, listAccounts } from './accounts.ts'
import { fieldTable } from './columns.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 300)
const names = ['Anna', 'anna', 'Änne', 'Bo', 'bob', 'B%o', 'b_b', '"q"', '\\', '']
const row = fc.record({
  name: fc.constantFrom(...names),
  identity_name: fc.constantFrom(...names),
  source_id: fc.constantFrom('s1', 's2'),
  disabled: fc.constantFrom(0 as const, 1 as const),
  has_entitlements: fc.constantFrom(0 as const, 1 as const),
  origin: fc.constantFrom('AGGREGATED', 'PROVISIONED', null),
  identity_state: fc.constantFrom('ACTIVE', 'INACTIVE', null),
  created: fc.constantFrom('2024-05-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'),
})

const flag = fc.boolean().map(String)
const quoted = fc
  .constantFrom(...names, 's1', 'A', 'b', 'AGGREGATED', 'ACTIVE')
  .map((text) => JSON.stringify(text))
const leaf = fc
  .oneof(
    fc.tuple(
      fc.constantFrom('name', 'identity.name', 'sourceId', 'nativeIdentity'),
      fc.constantFrom('eq', 'sw'),
      quoted,
    ),
    fc.tuple(
      fc.constantFrom('hasEntitlements', 'entitlements', 'uncorrelated'),
      fc.constant('eq'),
      flag,
    ),
    fc.tuple(
      fc.constantFrom('origin', 'identity.identityState', 'name'),
      fc.constant('in'),
      quoted.map((text) => `(${text}, "s2")`),
    ),
    fc.tuple(
      fc.constant('created'),
      fc.constantFrom('eq', 'ge', 'gt', 'le', 'lt'),
      fc.constantFrom('2025', '2024-05-01'),
    ),
    fc.tuple(fc.constant('recommendation.method'), fc.constant('isnull')),
  )
  .map((words) => words.join(' '))
const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc
      .tuple(tie('filter'), fc.constantFrom('and', 'or'), tie('filter'))
      .map(([a, word, b]) => `(${a}) ${word} (${b})`),
    tie('filter').map((inner) => `not (${inner})`),
  ),
}))
const sorter = fc.constantFrom(
  'name',
  '-name',
  'created,-name',
  'origin',
  '-origin',
  'identity.name,created',
  '-sourceId,name',
)

let db: Kysely<Database>
beforeAll(async () => {
  db = await openTestDatabase()
  await db.insertInto('source').values(sourceRow()).execute()
})
afterAll(() => db.destroy())

test('random filters and sorters find what the plain meaning finds, in the same order', async () => {
  const table = fieldTable(accountColumns)
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      filter,
      sorter,
      async (random, text, sorters) => {
        const rows = random.map((change, n) =>
          accountRow({
            ...change,
            id: `id${String(n).padStart(2, '0')}`,
            native_identity: `${change.name}${n}`,
          }),
        ) as AccountTable[] // inserted whole
        await db.deleteFrom('account').execute()
        if (rows.length) await db.insertInto('account').values(rows).execute()
        const meaning = checkFilter(parseFilter(text), table)
        const expected = rows
          .filter((candidate) => evaluate(meaning, (name) => read(candidate, name)))
          .toSorted((a, b) => compare(a, b, sorters))
        const page = await listAccounts(db, {
          filters: text,
          sorters,
          limit: 250,
          offset: 0,
          count: true,
        })
        expect(page.items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(page.total).toBe(expected.length)
      },
    ),
    { numRuns: runs },
  )
})

/** The value as the filter language sees it. */
function read(candidate: AccountTable, field: string): Stored {
  const column = accountColumns[field]
  if (!column) throw new Error(field)
  const value = candidate[column.name as keyof AccountTable]
  return column.type === 'flag' ? value === 1 : (value ?? null)
}

const codePoints = (text: string) => Buffer.from(text)
function compare(a: AccountTable, b: AccountTable, sorters: string): number {
  const wanted = sorters.split(',')
  const last = wanted.at(-1)?.startsWith('-') ? '-id' : 'id'
  for (const part of [...wanted, last]) {
    const field = part.replace('-', '')
    const [left, right] = [a, b].map((candidate) => read(candidate, field))
    const difference =
      left === right
        ? 0
        : left === null
          ? -1
          : right === null
            ? 1
            : Buffer.compare(codePoints(String(left)), codePoints(String(right)))
    if (difference !== 0) return part.startsWith('-') ? -difference : difference
  }
  return 0
}

test('an account is what the contract says, in both levels of detail', async () => {
  await db.deleteFrom('account').execute()
  await db.insertInto('identity').values(identityRow()).execute()
  await db
    .insertInto('account')
    .values(
      accountRow({
        attributes: '{"mail":["a",null]}',
        recommendation_type: 'MACHINE',
        recommendation_method: 'SOURCE',
        owner_identity_id: 'identity',
      }),
    )
    .execute()
  expectContract('Account', await findAccount(db, 'account'))
  const slim = await listAccounts(db, { limit: 1, offset: 0, count: false, detailLevel: 'SLIM' })
  expectContract('listAccounts 200', slim.items)
  expect(slim.items[0]).not.toHaveProperty('identity')
  expect(await findAccount(db, 'nobody')).toBeUndefined()
})

test('a limit of 0 gives the count alone', async () => {
  expect(await listAccounts(db, { limit: 0, offset: 0, count: true })).toEqual({
    items: [],
    total: 1,
  })
})

test('a filter of many parts, and a prefix with the last character, are answered', async () => {
  const many = Array.from({ length: 1300 }, () => 'id eq ""').join(' or ')
  const page = { limit: 250, offset: 0, count: true }
  expect((await listAccounts(db, { ...page, filters: many })).total).toBe(0)
  await db.updateTable('account').set({ name_key: 'a\u{10FFFF}b' }).execute()
  for (const prefix of ['', 'A', 'a\u{10FFFF}']) {
    expect((await listAccounts(db, { ...page, filters: `name sw "${prefix}"` })).total).toBe(1)
  }
  expect((await listAccounts(db, { ...page, filters: 'name sw "b"' })).total).toBe(0)
})

test('words of the contract match without regard to case, ids as they stand', async () => {
  const total = async (text: string) =>
    (await listAccounts(db, { filters: text, limit: 0, offset: 0, count: true })).total
  expect(await total('origin eq "aggregated"')).toBe(1)
  expect(await total('identity.identityState in ("x", "Active")')).toBe(1)
  expect(await total('source.connectionType eq "DIRECT"')).toBe(1)
  expect(await total('sourceId eq "source"')).toBe(1)
  expect(await total('sourceId eq "SOURCE"')).toBe(0)
})
