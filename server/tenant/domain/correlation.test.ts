import { expect, test } from 'vitest'

import { indexForCorrelation } from '../store/correlation.ts'
import { insertIdentity } from '../store/identities.ts'
import type { IdentityTable } from '../store/schema.ts'
import { identityRow } from '../testing/rows.ts'
import { startTenant, type TestTenant } from '../testing/tenant.ts'
import { correlator, ownerOf } from './correlation.ts'

const rules = [
  { account: 'number', identity: 'employeeNumber' },
  { account: 'mail', identity: 'email' },
  { account: 'login', identity: 'uid' },
]

function person(id: string, attributes: object, change: Partial<IdentityTable> = {}) {
  // The row of the test's maker is whole; its type leaves open what has a default.
  return identityRow({
    id,
    attributes: JSON.stringify(attributes),
    email: `${id}@example.com`,
    email_key: `${id}@example.com`,
    alias: id,
    alias_key: id,
    ...change,
  }) as IdentityTable
}

async function withPeople({ db }: TestTenant, ...people: IdentityTable[]) {
  for (const one of people) await insertIdentity(db, one)
  const all = await correlator(db, rules)
  return async (attributes: Record<string, unknown>) => {
    const owner = await ownerOf(db, rules, attributes)
    expect(all(attributes)).toBe(owner)
    return owner
  }
}

test('one account and a whole source find the same owners', async () => {
  const tenant = await startTenant()
  const owner = await withPeople(
    tenant,
    person('ines', { employeeNumber: 'E-7' }),
    person('omar', { employeeNumber: 8 }),
    person('twin1', { employeeNumber: 'same' }),
    person('twin2', { employeeNumber: 'SAME' }),
    person('yes', { employeeNumber: true }),
    person('list', { employeeNumber: ['L'] }),
    person('hidden', { employeeNumber: 'H' }, { correlated: 0 }),
  )
  expect(await owner({ number: 'E-7' })).toBe('ines')
  expect(await owner({ number: ' e-7 ' })).toBe('ines')
  expect(await owner({ number: '8' })).toBe('omar')
  expect(await owner({ number: 8 })).toBe('omar')
  expect(await owner({ number: 'same' })).toBeUndefined()
  expect(await owner({ number: 'same', mail: 'TWIN1@example.com' })).toBe('twin1')
  expect(await owner({ number: '1' })).toBeUndefined()
  expect(await owner({ number: 'true' })).toBeUndefined()
  expect(await owner({ number: '["L"]' })).toBeUndefined()
  expect(await owner({ number: 'H', mail: 'hidden@example.com' })).toBeUndefined()
  expect(await owner({ number: ['E-7', '8'], login: 'Omar' })).toBe('ines')
  expect(await owner({ number: ['L'], login: 'Omar' })).toBe('omar')
  expect(await owner({ number: [] })).toBeUndefined()
  expect(await owner({ number: '', mail: null })).toBeUndefined()
  expect(await owner({ number: "' or 1=1 --", mail: '%' })).toBeUndefined()
  expect(await owner({})).toBeUndefined()
})

test('an attribute with any name is looked up', async () => {
  const { db } = await startTenant()
  await insertIdentity(db, person('ines', { 'a.b\'"c': 'x', ['ß']: 'y' }))
  for (const [identity, value] of [
    ['a.b\'"c', 'X'],
    ['ß', 'y'],
  ] as const) {
    await indexForCorrelation(db, [identity])
    expect(await ownerOf(db, [{ account: 'a', identity }], { a: value })).toBe('ines')
  }
})

test('the accounts of the first data set find the same owners one by one', async () => {
  const { db } = await startTenant({ seedIdentities: 40 })
  const sources = await db.selectFrom('source').select(['id', 'config']).execute()
  let found = 0
  for (const source of sources) {
    const { correlation } = JSON.parse(source.config)
    const all = await correlator(db, correlation)
    const accounts = await db
      .selectFrom('account')
      .select(['attributes'])
      .where('source_id', '=', source.id)
      .execute()
    for (const { attributes } of accounts) {
      const owner = await ownerOf(db, correlation, JSON.parse(attributes) ?? {})
      expect(all(JSON.parse(attributes) ?? {})).toBe(owner)
      if (owner) found += 1
    }
  }
  expect(found).toBeGreaterThan(100)
})
