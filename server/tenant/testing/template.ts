import pg from 'pg'

import { openDatabase } from '../store/database.ts'
import { administer, databaseOn, PREFIX, TEMPLATE } from './postgres.ts'

/**
 * Runs once before all tests: with `TEST_DATABASE_URL`, makes the tables that they start from. The
 * server serves one run of the tests at a time.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return undefined
  await dropAll(url)
  const create = `create database ${TEMPLATE} template template0 encoding 'UTF8'`
  // With a language's order, so that it shows where ours is missing. PostgreSQL 14 cannot do that.
  await administer(url, `${create} locale 'C' locale_provider icu icu_locale 'en-US'`).catch(() =>
    administer(url, create),
  )
  await (await openDatabase(databaseOn(url, TEMPLATE))).destroy()
  return () => dropAll(url)
}

/** What this run made, or one before it that was cut off. */
async function dropAll(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1) or datname = $2',
    [PREFIX, TEMPLATE],
  )
  await client.end()
  await administer(url, ...rows.map(({ name }) => `drop database "${name}" with (force)`))
}
