import { randomBytes } from 'node:crypto'

import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'

import { DatabaseUnusable } from '../../database/unusable.ts'
import { lastingDatabase, onPostgres } from '../testing/database.ts'
import { givenAccount, givenFile, givenSource } from '../testing/given.ts'
import { administer, databaseOn } from '../testing/postgres.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'
import { openDatabase } from './database.ts'
import { answers } from './settings.ts'
import { insertTargets } from './targets.ts'
import { unstorable } from './unstorable.ts'

const server = process.env.TEST_DATABASE_URL ?? ''

/** Ends what the tenant has open there, as a restart of the server does. */
const cut = (where: string) =>
  administer(
    server,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = '${new URL(where).pathname.slice(1)}' and pid <> pg_backend_pid()`,
  )

async function locksIn(where: string): Promise<number> {
  const client = new pg.Client(where)
  await client.connect()
  try {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) from pg_locks join pg_database on oid = database
        where locktype = 'advisory' and datname = current_database()`,
    )
    return Number(rows[0]?.count)
  } finally {
    await client.end()
  }
}

async function problemOf(url: string): Promise<string> {
  const error: unknown = await openDatabase(url).catch((problem: unknown) => problem)
  expect(error).toBeInstanceOf(DatabaseUnusable)
  return String(error).replace('Error: ', '')
}

describe('a database that cannot be used is a sentence without the password:', () => {
  test('nobody listens', async () => {
    expect(await problemOf('postgres://muster:canary@127.0.0.1:1/accounts')).toBe(
      'The database accounts on 127.0.0.1:1 cannot be used: connect ECONNREFUSED 127.0.0.1:1.',
    )
  })

  test('nobody listens at either address of a name', async () => {
    expect(await problemOf('postgres://muster:canary@localhost:1/accounts')).toMatch(
      /^The database accounts on localhost:1 cannot be used: connect ECONNREFUSED \S+:1\.$/,
    )
  })

  test('no such host', async () => {
    expect(await problemOf('postgresql://muster:canary@nowhere.invalid/accounts')).toMatch(
      /^The database accounts on nowhere\.invalid cannot be used: [^\n]*nowhere\.invalid\.$/,
    )
  })
})

describe.runIf(onPostgres)('on a server', () => {
  test('no such database', async () => {
    expect(await problemOf(databaseOn(server, 'nowhere'))).toMatch(
      /^The database nowhere on \S+ cannot be used: database "nowhere" does not exist\.$/,
    )
  })

  test('a wrong password is not repeated', async () => {
    const where = new URL(await lastingDatabase())
    await administer(server, "create role stranger login password 'right'")
    onTestFinished(() => administer(server, 'drop role stranger'))
    where.username = 'stranger'
    where.password = 'canary'

    // A server that trusts everybody lets the stranger in, who then may make no table.
    const problem = await problemOf(where.href)

    expect(problem).toMatch(/^The database \w+ on \S+ cannot be used: [^\n]+\.$/)
    expect(problem).not.toContain('canary')
  })

  test('an encoding that cannot hold every name is refused', async () => {
    const name = 'muster_test_latin'
    await administer(
      server,
      `create database ${name} template template0 encoding 'LATIN1' locale 'C'`,
    )
    onTestFinished(() => administer(server, `drop database ${name} with (force)`))

    expect(await problemOf(databaseOn(server, name))).toContain('has to be UTF8, not LATIN1.')
  })

  test('connections that are lost are told of, and the next statement takes new ones', async () => {
    const where = await lastingDatabase()
    const told: Error[] = []
    const db = await openDatabase(where, (error) => told.push(error))
    onTestFinished(() => db.destroy())
    await Promise.all([answers(db), answers(db), answers(db)])

    await cut(where)

    await expect.poll(() => told.length).toBeGreaterThan(1)
    await answers(db)
    // The lock comes back with them, once its own loss is known here.
    await expect.poll(async () => (await answers(db), locksIn(where))).toBe(1)
    await expect(openDatabase(where)).rejects.toThrow('is in use by another process')
  })

  test('a database that another process has taken meanwhile is not written to any more', async () => {
    const where = await lastingDatabase()
    const first = await openDatabase(where)
    onTestFinished(() => first.destroy())

    await cut(where)
    const second = await openDatabase(where)
    onTestFinished(() => second.destroy())

    await expect(answers(first)).rejects.toThrow('is in use by another process')
    await answers(second)
  })

  test('a tenant whose connections are cut goes on, and runs what waited', async () => {
    const where = await lastingDatabase()
    const tenant = await startTenant({ database: where, taskMs: 300 })
    const id = await givenAccount(tenant.db, await givenSource(tenant.db), { uid: 'ines' })
    const { id: task } = (await tenant.post(`/accounts/${id}/disable`)).json()

    await cut(where)

    expect(await tenant.ended(task)).toMatchObject({ completionStatus: 'SUCCESS' })
    expect(await tenant.account(id)).toMatchObject({ disabled: true })
  })

  test('text that PostgreSQL cannot hold is refused, and a task with it ends and says why', async () => {
    const tenant = await startTenant()
    const source = await givenFile(tenant.db)
    const id = await givenAccount(tenant.db, source, { uid: 'ines' })
    const long = randomBytes(5000).toString('base64')

    const target = { source_id: source.id, disabled: 0, locked: 0, attributes: '{}' } as const
    const stored = insertTargets(tenant.db, [{ ...target, native_identity: '\0' }])
    expect(unstorable(await stored.catch((error: unknown) => error))).toContain('U+0000')
    const operations = [{ op: 'add', path: '/attributes/name', value: long }]
    expectRefusal(await tenant.patch(`/accounts/${id}`, operations), 400, 'too long')
    const attributes = { sourceId: source.id, uid: long }
    const { id: task } = (await tenant.post('/accounts', { attributes })).json()
    expect(await tenant.ended(task)).toMatchObject({
      completionStatus: 'ERROR',
      messages: [{ localizedText: { message: expect.stringContaining('too long') } }],
    })
    expect((await tenant.call('/accounts')).json()).toMatchObject([{ name: 'ines' }])
  })

  test('two schemas of one database are two tenants, each with its own tables', async () => {
    const where = await lastingDatabase()
    await administer(where, 'create schema other')
    const other = new URL(where)
    other.searchParams.set('options', '-c search_path=other')
    const one = await openDatabase(where)
    onTestFinished(() => one.destroy())
    const two = await openDatabase(other.href)
    onTestFinished(() => two.destroy())

    await one.insertInto('setting').values({ key: 'one', value: '' }).execute()

    expect(await two.selectFrom('setting').selectAll().execute()).toEqual([])
    await expect(openDatabase(other.href)).rejects.toThrow('is in use by another process')
  })
})
