import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'csv-parse/sync'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Database } from '../../store/schema.ts'
import { openTestDatabase } from '../../testing/database.ts'
import { seed } from '../seed.ts'
import { badgesCsv } from './badges-csv.ts'

let db: Kysely<Database>

beforeAll(async () => {
  db = await openTestDatabase()
  await seed(db, { identities: 400, now: new Date('2026-03-09T15:20:00Z') })
})
afterAll(() => db.destroy())

async function rows(query: string): Promise<Record<string, unknown>[]> {
  return (await sql.raw<Record<string, unknown>>(query).execute(db)).rows
}

describe('the sample badges.csv', () => {
  const path = join(import.meta.dirname, 'badges.csv')
  const read = () => parse<Record<string, string>>(readFileSync(path), { columns: true })

  test('is what the data set of 400 identities gives', async () => {
    await expect(await badgesCsv(db)).toMatchFileSnapshot(path)
  })

  test('has the columns of the Badge System, and at least 60 badges, each once', async () => {
    const badges = read()
    const [account] = await rows(
      `select attributes from account where source_name = 'Badge System'`,
    )

    expect(Object.keys(badges[0] ?? {})).toEqual(
      Object.keys(JSON.parse(String(account?.attributes))),
    )
    expect(badges.length).toBeGreaterThanOrEqual(60)
    expect(new Set(badges.map(({ badgeNumber }) => badgeNumber)).size).toBe(badges.length)
    expect(badges.some(({ accessZones }) => accessZones?.includes('|'))).toBe(true)
  })

  test('belongs to identities but for a few badges', async () => {
    const emails = new Set((await rows('select email from identity')).map(({ email }) => email))
    const strangers = read().filter(({ email }) => !emails.has(email))

    expect(strangers.length).toBeGreaterThan(0)
    expect(strangers.length).toBeLessThanOrEqual(5)
  })

  test('adds, changes and leaves out badges, fewer than the delete threshold', async () => {
    const target = new Map<unknown, Record<string, unknown>>()
    for (const {
      attributes,
      native_identity: badge,
    } of await rows(`select t.* from target_account t
      join source s on s.id = t.source_id where s.name = 'Badge System'`)) {
      target.set(badge, JSON.parse(String(attributes)))
    }
    const badges = read()
    const known = badges.filter(({ badgeNumber }) => target.has(badgeNumber))
    const changed = known.filter(({ badgeNumber, site }) => target.get(badgeNumber)?.site !== site)

    expect(badges.length - known.length).toBeGreaterThan(0)
    expect(changed.length).toBeGreaterThan(0)
    expect(known.length).toBeLessThan(target.size)
    expect(known.length / target.size).toBeGreaterThan(0.5)
  })
})
