import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Kysely } from 'kysely'
import { onTestFinished } from 'vitest'

import { openDatabase } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { administer, databaseOn, PREFIX, TEMPLATE } from './postgres.ts'

/** The PostgreSQL server that tests run on, each in a database of its own; else SQLite serves. */
const server = process.env.TEST_DATABASE_URL

export const onPostgres = server !== undefined

/** An empty database, and what takes it away once it is closed. */
export type TestDatabase = { where: string; drop: () => Promise<void> }

/** One that lives in memory where it can. */
export async function newTestDatabase(): Promise<TestDatabase> {
  return server ? emptied(server) : { where: ':memory:', drop: async () => {} }
}

/** One that is still there after the tenant has stopped. It goes with the test. */
export async function lastingDatabase(): Promise<string> {
  if (server) {
    const { where, drop } = await newPostgres(server)
    onTestFinished(drop)
    return where
  }
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'tenant.sqlite')
}

/** Opens one, which goes when it is closed. */
export async function openTestDatabase(): Promise<Kysely<Database>> {
  const { where, drop } = await newTestDatabase()
  const db = await openDatabase(where)
  const close = db.destroy.bind(db)
  db.destroy = async () => {
    await close()
    await drop()
  }
  return db
}

/** A database of its own on the server, which is there until it is dropped. */
export async function newPostgres(url: string): Promise<TestDatabase> {
  const name = `${PREFIX}${randomUUID().replaceAll('-', '')}`
  await administer(url, `create database ${name} template ${TEMPLATE}`)
  return {
    where: databaseOn(url, name),
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  }
}

const free: string[] = []

/** To empty one takes a tenth of the time that a new one takes; the end of all tests drops it. */
async function emptied(url: string): Promise<TestDatabase> {
  const where = free.pop() ?? (await newPostgres(url)).where
  const drop = async () => {
    await administer(where, empty)
    free.push(where)
  }
  return { where, drop }
}

const empty = `do $$ declare name text; begin
  for name in select tablename from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' order by 1
  loop execute format('delete from %I', name); end loop;
  for name in select sequencename from pg_sequences where schemaname = 'public'
  loop execute format('alter sequence %I restart', name); end loop;
end $$`
