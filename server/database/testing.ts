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

/** A database that is still there after the server has stopped. It goes with the test. */
export async function lastingDatabase(): Promise<string> {
  if (server) {
    const name = `${PREFIX}${randomUUID().replaceAll('-', '')}`
    await administer(server, `create database ${name} template template0 encoding 'UTF8'`)
    onTestFinished(() => administer(server, `drop database if exists ${name} with (force)`))
    return databaseOn(server, name)
  }
  const folder = mkdtempSync(join(tmpdir(), 'muster-database-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'database.sqlite')
}
