import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { onPostgres } from '../../../database/testing.ts'
import { newIndexPlace } from '../../testing/index-place.ts'
import type { Leaf } from '../questions/plan.ts'
import { openIndexFile } from './file.ts'
import { idPrefixes, idsWithPrefix } from './ids.ts'
import type { IndexFile } from './index-file.ts'
import { neighboursBefore, orderColumns, orderFields, readOrder } from './orders.ts'
import { recordOf, type TenantAccount } from './record.ts'
import { resolveLeaf } from './resolve.ts'
import { accountsAfter, accountsOf, putAccounts, removeAccounts, unseenIds } from './rows.ts'

const quiet = { warn: (text: string) => expect.fail(text) }

const rare = [...'\\"\' ŠßİøΣ中😀', '\u0000', '\u0001', '\u0002', '\u0003', '\ud800']
/** Few of them often, so that texts meet. */
const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'aAé%_') },
  { weight: 1, arbitrary: fc.constantFrom(...rare) },
)
const word = fc.array(character, { maxLength: 6 }).map((several) => several.join(''))
/** Longer than a key, and than PostgreSQL lets an index have. */
const long = fc
  .tuple(fc.constantFrom(498, 499, 500), word)
  .map(([length, end]) => `${'x'.repeat(length)}${end}${'y'.repeat(9000)}`)
const text = fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: long })
const value = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom(null, 7, true, [], {}) },
)
const time = fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', null, 'soon')
const id = fc
  .tuple(fc.constantFrom('a', 'A', '\u0000', 'ab', '中', '😀'), fc.nat(9))
  .map((parts) => parts.join(''))
const account = fc
  .record({
    id,
    name: value,
    nativeIdentity: value,
    identity: fc.option(fc.record({ name: value })),
    identityId: fc.option(fc.constantFrom('i1', 'i2\u0000', 'I1')),
    uuid: fc.option(text),
    created: time,
    modified: time,
    attributes: fc.option(
      fc.record(
        { note: value, list: fc.array(value, { maxLength: 3 }), surprise: fc.jsonValue() },
        { requiredKeys: [] },
      ),
    ),
  })
  .map((made): TenantAccount => made)

type Round = { accounts: TenantAccount[]; gone: string[] }
const rounds = fc.array(
  fc.record({
    accounts: fc.array(account, { maxLength: 40 }),
    gone: fc.array(id, { maxLength: 3 }),
  }),
  { maxLength: 4 },
)

const compared = (fields: string[], ...operators: ('eq' | 'sw' | 'co')[]) =>
  fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constantFrom(...fields),
    operator: fc.constantFrom(...operators),
    value: text,
    exact: fc.constant(false),
  })
const listed = (fields: string[]) =>
  fc.record({
    kind: fc.constant('list' as const),
    field: fc.constantFrom(...fields),
    operator: fc.constant('in' as const),
    values: fc.array(text, { minLength: 1, maxLength: 3 }),
    exact: fc.constant(false),
  })
const keys = ['name', 'nativeIdentity', 'identity.name', 'id', 'identityId', 'uuid']
const attributes = ['attributes.note', 'attributes.list']
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  compared(keys, 'eq', 'sw'),
  listed([...keys, ...attributes]),
  compared(attributes, 'eq', 'sw', 'co'),
  compared(['text'], 'co'),
  fc.record({
    kind: fc.constant('test' as const),
    field: fc.constant('uuid'),
    operator: fc.constantFrom('pr' as const, 'isnull' as const),
  }),
)

async function filled(database: string, schema: string | undefined, changes: Round[]) {
  const file = await openIndexFile(database, quiet, schema)
  for (const [nth, { accounts, gone }] of changes.entries()) {
    const byId = new Map(accounts.map((each) => [each.id, recordOf(each, nth || null)]))
    await putAccounts(file.write, [...byId.values()], nth)
    await removeAccounts(file.write, gone)
  }
  return file
}

/** Everything that the store answers, about all that is in it. */
async function answers({ read }: IndexFile, leaves: Leaf[]) {
  const rows = await accountsAfter(read, 0, 1000)
  const orders = []
  for (const field of orderFields) {
    const values = new Map(
      rows.map(({ ord, body }) => {
        const { columns } = recordOf(JSON.parse(body), 1)
        return [ord, columns[orderColumns[field]]]
      }),
    )
    const before = await neighboursBefore(read, field, values, async () => {})
    orders.push({ field, ords: await readOrder(read, field, async () => {}), before })
  }
  const found = []
  for (const each of leaves) {
    const { ords, bounded } = await resolveLeaf(read, each)
    found.push({ each, ords: ords.toSorted((a, b) => a - b), bounded })
  }
  const prefixes = await Promise.all(
    ['', 'a', '\u0000', '中'].map((each) => idPrefixes(read, each)),
  )
  return {
    rows,
    orders,
    found,
    prefixes,
    ids: await idsWithPrefix(read, 'a'),
    unseen: await unseenIds(read, 2, 1000),
    ofOne: (await accountsOf(read, ['i2\u0000', 'I1'])).map((row) => row.id).toSorted(),
  }
}

describe.runIf(onPostgres)('the store', () => {
  test('answers the same on PostgreSQL as on SQLite, whatever a tenant puts into accounts', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, fc.array(leaf, { maxLength: 8 }), async (changes, leaves) => {
        const { database, schema } = await newIndexPlace()
        const sqlite = await filled(':memory:', undefined, changes)
        const postgres = await filled(database, schema, changes)

        expect(await answers(postgres, leaves)).toEqual(await answers(sqlite, leaves))
        await Promise.all([sqlite.close(), postgres.close()])
      }),
      { numRuns: 25, endOnFailure: true },
    )
  }, 120_000)
})
