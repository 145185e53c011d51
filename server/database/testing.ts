import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { onTestFinished } from 'vitest'

/** How the names of the databases of tests begin. */
export const PREFIX = 'muster_test_'

export function databaseOn(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

export async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The PostgreSQL server that tests run on; else SQLite serves. */
const server = process.env.TEST_DATABASE_URL

export const onPostgres = server !== undefined

/** A database on that server, and what takes it away. */
export async function newDatabase(url: string) {
  const name = `${PREFIX}${randomUUID().replaceAll('-', '')}`
  const create = `create database ${name} template template0 encoding 'UTF8'`
  // With a language's order, so that it shows where ours is missing. PostgreSQL 14 cannot do that.
  await administer(url, `${create} locale 'C' locale_provider icu icu_locale 'en-US'`).catch(() =>
    administer(url, create),
  )
  const drop = () => administer(url, `drop database if exists ${name} with (force)`)
  return { where: databaseOn(url, name), drop }
}

/** A database that is still there after the server has stopped. It goes with the test. */
export async function lastingDatabase(): Promise<string> {
  if (server) {
    const { where, drop } = await newDatabase(server)
    onTestFinished(drop)
    return where
  }
  const folder = mkdtempSync(join(tmpdir(), 'muster-database-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'database.sqlite')
}
