import { createHash } from 'node:crypto'

import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Database } from '../store/schema.ts'
import { openTestDatabase } from '../testing/database.ts'
import { seed } from './seed.ts'

const now = new Date('2026-03-09T15:20:00Z')
let db: Kysely<Database>
let counts: { identities: number; accounts: number }

beforeAll(async () => {
  db = await openTestDatabase()
  counts = await seed(db, { identities: 400, now })
})
afterAll(() => db.destroy())

async function rows(query: string, from = db): Promise<Record<string, unknown>[]> {
  return (await sql.raw<Record<string, unknown>>(query).execute(from)).rows
}
const number = async (query: string, from = db) =>
  Number(Object.values((await rows(query, from))[0] ?? {})[0])

const tables = [
  'source',
  'identity',
  'account',
  'entitlement',
  'account_entitlement',
  'target_account',
  'task',
]

async function fingerprint(options: Parameters<typeof seed>[1]): Promise<string> {
  const other = await openTestDatabase()
  await seed(other, options)
  const hash = createHash('sha256')
  for (const table of tables)
    hash.update(JSON.stringify(await rows(`select * from ${table} order by 1, 2`, other)))
  await other.destroy()
  return hash.digest('hex')
}

describe('the data set', () => {
  test('is the same for the same day, and another for another size or day', async () => {
    const first = await fingerprint({ identities: 30, now })

    expect(await fingerprint({ identities: 30, now: new Date('2026-03-09T00:00:01Z') })).toBe(first)
    expect(await fingerprint({ identities: 31, now })).not.toBe(first)
    expect(await fingerprint({ identities: 30, now: new Date('2026-03-10T00:00:01Z') })).not.toBe(
      first,
    )
  })

  test.for([{ identities: 0 }, { identities: 400, accounts: 0 }])(
    'of %o is no row at all',
    async (size) => {
      const empty = await openTestDatabase()

      expect(await seed(empty, { ...size, now })).toEqual({ identities: 0, accounts: 0 })

      for (const table of tables)
        expect(await number(`select count(*) from ${table}`, empty)).toBe(0)
      await empty.destroy()
    },
  )

  test.for([1, 2, 3, 9])('of %i identities is complete', async (identities) => {
    const small = await openTestDatabase()

    const written = await seed(small, { identities, now })

    expect(written.identities).toBe(identities + 3)
    expect(await number('select count(*) from identity where correlated = 1', small)).toBe(
      identities + 3,
    )
    await small.destroy()
  })

  test('is written as a whole or not at all', async () => {
    const before = await fingerprintOf(db)

    await expect(seed(db, { identities: 5, now })).rejects.toThrow(/unique/i)

    expect(await fingerprintOf(db)).toBe(before)
  })

  test('has the size that it reports, about as many accounts as asked for', async () => {
    const other = await openTestDatabase()
    const { accounts } = await seed(other, { identities: 1, accounts: 3000, now })

    expect(await number('select count(*) from account', other)).toBe(accounts)
    expect(accounts).toBeGreaterThan(2850)
    expect(accounts).toBeLessThan(3150)
    expect(await number('select count(*) from account')).toBe(counts.accounts)
    await other.destroy()
  })

  test('holds no time after the day it was made for, and ids of 32 hex digits', async () => {
    for (const table of ['source', 'identity', 'account', 'entitlement', 'task']) {
      expect(
        await number(`select count(*) from ${table} where modified > '2026-03-09T00:00:00.000Z'`),
      ).toBe(0)
      expect(await number(`select count(*) from ${table} where modified < created`), table).toBe(0)
      for (const { id } of await rows(`select id from ${table}`))
        expect(id).toMatch(/^[0-9a-f]{32}$/)
    }
  })
})

async function fingerprintOf(from: Kysely<Database>): Promise<string> {
  return JSON.stringify(
    await Promise.all(tables.map((table) => number(`select count(*) from ${table}`, from))),
  )
}

describe('the shares are as in a real tenant:', () => {
  const enable = `from account a join source s on s.id = a.source_id where s.features like '%"ENABLE"%'`
  const unlock = `from account a join source s on s.id = a.source_id where s.features like '%"UNLOCK"%'`
  test.for([
    ['uncorrelated', 'select avg(uncorrelated) from account', 0.02, 0.04],
    ['disabled, where the source can say so', `select avg(a.disabled) ${enable}`, 0.08, 0.16],
    ['locked, where the source can say so', `select avg(a.locked) ${unlock}`, 0.02, 0.06],
    [
      'with entitlements',
      'select avg(has_entitlements) from account where system_account = 0',
      0.8,
      0.95,
    ],
    [
      'provisioned',
      `select avg(case origin when 'PROVISIONED' then 1 else 0 end) from account`,
      0.05,
      0.2,
    ],
    [
      'identities in error',
      `select avg(case processing_state when 'ERROR' then 1 else 0 end) from identity where correlated = 1`,
      0.002,
      0.04,
    ],
    ['privileged entitlements', 'select avg(privileged) from entitlement', 0.05, 0.3],
  ] as const)('%s', async ([, query, least, most]) => {
    const share = await number(query)

    expect(share).toBeGreaterThanOrEqual(least)
    expect(share).toBeLessThanOrEqual(most)
  })

  test('machine accounts have an owner, others have none', async () => {
    expect(await number('select count(*) from account where is_machine = 1')).toBeGreaterThan(5)
    expect(
      await number(`select count(*) from account a left join identity i on i.id = a.owner_identity_id
        where (a.is_machine = 1) <> (i.id is not null)`),
    ).toBe(0)
  })

  test('nothing is disabled or locked where its source cannot say so', async () => {
    const without = (feature: string) =>
      `from account a join source s on s.id = a.source_id where s.features not like '%"${feature}"%'`
    expect(await number(`select sum(a.disabled) ${without('ENABLE')}`)).toBe(0)
    expect(await number(`select sum(a.locked) ${without('UNLOCK')}`)).toBe(0)
  })

  test('each source but the log-ins has entitlements, and two accounts have over 300', async () => {
    const perSource = await rows(`select s.name, s.internal, count(e.id) n from source s
      left join entitlement e on e.source_id = s.id group by s.id`)
    for (const { internal, n, name } of perSource) {
      expect(Number(n) >= 20, String(name)).toBe(internal === 0)
    }
    expect(
      await number(`select count(*) from (select 1 from account_entitlement group by account_id
        having count(*) > 300) as large`),
    ).toBe(2)
  })
})

describe('for trying things out there are', () => {
  test('the sentinels on Active Directory, each with its name as native identity', async () => {
    const found = await rows(`select name, disabled, locked from account
      where source_name = 'Active Directory' and identity_name = 'Sentinel Sample'
        and native_identity = name order by name`)

    expect(found.map(({ name }) => name)).toEqual([
      'sentinel-disable-403',
      'sentinel-disable-429',
      'sentinel-disable-500',
      'sentinel-disabled',
      'sentinel-locked',
      'sentinel-lost-task',
      'sentinel-never-confirms',
      'sentinel-ordinary',
      'sentinel-remove-error',
      'sentinel-slow',
      'sentinel-task-error',
    ])
    expect(found.filter(({ disabled }) => disabled === 1)).toMatchObject([
      { name: 'sentinel-disabled' },
    ])
    expect(found.filter(({ locked }) => locked === 1)).toMatchObject([{ name: 'sentinel-locked' }])
  })

  test('one identity without a log-in account', async () => {
    const without = await rows(`select alias from identity i where correlated = 1 and not exists
      (select 1 from account a where a.identity_id = i.id and a.system_account = 1)`)

    expect(without).toEqual([{ alias: 'sentinel.nologin' }])
  })

  test('names and values that break careless software', async () => {
    const text = JSON.stringify(
      await rows(`select name, native_identity, attributes from account
        where identity_name = 'Nasty Data Sample'`),
    )

    for (const part of ['مرحبا', '\u202E', '<script>', '=cmd', "O'", '👩‍👩‍👧‍👦'])
      expect(text).toContain(part)
    expect(await number(`select max(length(attributes)) from account`)).toBeGreaterThan(10_240)
  })
})
