import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Database, SourceConfig } from '../store/schema.ts'
import { openTestDatabase } from '../testing/database.ts'
import { seed } from './seed.ts'

let db: Kysely<Database>

beforeAll(async () => {
  db = await openTestDatabase()
  await seed(db, { identities: 400, now: new Date('2026-03-09T15:20:00Z') })
})
afterAll(() => db.destroy())

async function rows(query: string): Promise<Record<string, unknown>[]> {
  return (await sql.raw<Record<string, unknown>>(query).execute(db)).rows
}
const number = async (query: string) => Number(Object.values((await rows(query))[0] ?? {})[0])

describe('the rows agree:', () => {
  test('every reference leads somewhere', async () => {
    for (const query of [
      'account a left join identity i on i.id = a.identity_id where i.id is null',
      'account a left join source s on s.id = a.source_id where s.id is null',
      'account_entitlement l left join account a on a.id = l.account_id where a.id is null',
      `account_entitlement l join account a on a.id = l.account_id left join entitlement e
        on e.id = l.entitlement_id and e.source_id = a.source_id where e.id is null`,
      'source s left join identity i on i.id = s.owner_id and i.name = s.owner_name where i.id is null',
      'entitlement e left join identity i on i.id = e.owner_id and i.name = e.owner_name where i.id is null',
      `identity i left join identity m on m.id = i.manager_id and m.is_manager = 1
        where i.manager_id is not null and m.id is null`,
      `identity m where m.is_manager = 1 and not exists (select 1 from identity i where i.manager_id = m.id)`,
    ]) {
      expect(await number(`select count(*) from ${query}`), query).toBe(0)
    }
  })

  test('what an account repeats of its identity and source is what stands there', async () => {
    expect(
      await number(`select count(*) from account a
        join identity i on i.id = a.identity_id join source s on s.id = a.source_id
        where a.identity_name is distinct from i.name or a.identity_name_key is distinct from i.name_key
          or a.identity_state is distinct from i.identity_status or a.identity_correlated is distinct from i.correlated
          or a.cloud_lifecycle_state is distinct from i.lifecycle_state or a.source_name is distinct from s.name
          or a.source_name_key is distinct from s.name_key or a.source_authoritative is distinct from s.authoritative
          or a.source_connection_type is distinct from s.connection_type or a.system_account is distinct from s.internal
          or a.uncorrelated is distinct from 1 - i.correlated
          or (i.correlated = 0 and i.name is distinct from a.name)`),
    ).toBe(0)
    for (const { name, name_key: key } of await rows('select name, name_key from account')) {
      expect(key).toBe(String(name).toLowerCase())
    }
  })

  test('attributes name the account and list the entitlements that it is linked to', async () => {
    const configs = new Map<unknown, SourceConfig>()
    for (const { config, id } of await rows('select id, config from source')) {
      configs.set(id, JSON.parse(String(config)))
    }
    const links = await rows(`select l.account_id, e.attribute || '=' || e.value as link
      from account_entitlement l join entitlement e on e.id = l.entitlement_id`)
    const linked = new Map<unknown, unknown[]>()
    for (const { account_id: id, link } of links) {
      linked.set(id, [...(linked.get(id) ?? []), link])
    }
    const accounts = await rows('select * from account')
    for (const account of accounts) {
      const config = configs.get(account.source_id)
      const attributes = JSON.parse(String(account.attributes))
      const listed = config?.entitlementAttributes.flatMap((attribute) =>
        attributes[attribute].map((value: string) => `${attribute}=${value}`),
      )
      expect(listed?.sort()).toEqual((linked.get(account.id) ?? []).sort())
      expect(account.has_entitlements).toBe(listed?.length ? 1 : 0)
      expect(attributes[config?.identityAttribute ?? '']).toBe(account.native_identity)
      expect(attributes[config?.nameAttribute ?? '']).toBe(account.name)
      expect(Object.keys(attributes).length).toBeGreaterThanOrEqual(8)
      expect(Object.keys(attributes).length).toBeLessThanOrEqual(16)
    }
  })

  test('the targets hold the same accounts but for five that were changed behind our back', async () => {
    const join = `account a join target_account t
      on t.source_id = a.source_id and t.native_identity = a.native_identity`
    const ours = await number('select count(*) from account where system_account = 0')
    expect(await number('select count(*) from target_account')).toBe(ours)
    expect(await number(`select count(*) from ${join} where t.attributes = a.attributes`)).toBe(
      ours,
    )
    expect(
      await number(`select count(*) from ${join} where a.source_name = 'Active Directory'
        and a.disabled + a.locked = 0 and t.disabled + t.locked = 1`),
    ).toBe(5)
    expect(
      await number(
        `select count(*) from ${join} where t.disabled <> a.disabled or t.locked <> a.locked`,
      ),
    ).toBe(5)
  })

  test('a correlated account would find its identity again, an uncorrelated one would find none', async () => {
    const identities = await rows('select id, attributes from identity where correlated = 1')
    const finders = new Map<string, unknown>()
    for (const { attributes, id } of identities) {
      for (const [key, value] of Object.entries(JSON.parse(String(attributes))))
        finders.set(`${key} ${value}`, id)
    }
    const accounts = await rows(
      `select a.*, s.config from account a join source s on s.id = a.source_id`,
    )
    for (const { attributes, config, identity_id: identity, uncorrelated, name } of accounts) {
      const values = JSON.parse(String(attributes))
      const { correlation }: SourceConfig = JSON.parse(String(config))
      const found = correlation
        .map((rule) => finders.get(`${rule.identity} ${values[rule.account]}`))
        .find((id) => id !== undefined)
      expect(found, String(name)).toBe(uncorrelated === 1 ? undefined : identity)
    }
  })
})
