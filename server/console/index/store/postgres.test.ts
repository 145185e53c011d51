import { randomBytes } from 'node:crypto'

import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'

import { administer, lastingDatabase, onPostgres } from '../../../database/testing.ts'
import { DatabaseUnusable } from '../../../database/unusable.ts'
import { isBroken, openIndexFile } from './file.ts'
import { recordOf, type TenantAccount } from './record.ts'
import { accountsAfter, bodiesOf, countAccounts, putAccounts } from './rows.ts'
import { matchText, rowsWith } from './text.ts'

async function stage() {
  const where = await lastingDatabase()
  const log: string[] = []
  const open = async (schema = 'index', url = where) => {
    const file = await openIndexFile(url, { warn: (text) => log.push(text) }, schema)
    onTestFinished(() => file.close())
    return file
  }
  return { where, log, open, sql: (...statements: string[]) => administer(where, ...statements) }
}

type File = Awaited<ReturnType<typeof openIndexFile>>
const put = ({ write }: File, ...accounts: TenantAccount[]) =>
  putAccounts(
    write,
    accounts.map((account) => recordOf(account, null)),
    1,
  )

/** Ends every connection to the database, as a restart of the server does. */
const cut = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`

describe.runIf(onPostgres)('the copy in a schema of PostgreSQL', () => {
  test('is there after a restart, and another one beside it knows nothing of it', async () => {
    const { log, open } = await stage()
    const first = await open()
    await put(first, { id: 'a' })
    await first.close()

    expect(await countAccounts((await open()).read)).toBe(1)
    expect(await countAccounts((await open('index_other')).read)).toBe(0)
    expect(log).toEqual([])
  })

  test('is made anew where another version has written it, and the log says why', async () => {
    const { log, open, sql: run } = await stage()
    const first = await open()
    await put(first, { id: 'a' })
    await first.close()
    await run('update index.muster_index set format = 4711', 'create table index.more (a int)')

    const file = await open()

    expect(await countAccounts(file.read)).toBe(0)
    expect(log).toEqual([
      expect.stringMatching(
        /^The index index in the database \S+ on \S+ is made anew: it was written by another version of Muster \(4711\)\.$/,
      ),
    ])
    await expect(run('select * from index.more')).rejects.toThrow('does not exist')
  })

  test('takes no schema that holds tables of something else', async () => {
    const { open, sql: run } = await stage()
    await run('create schema index', 'create table index.mine (a int)')

    const refused = open()

    await expect(refused).rejects.toThrow(DatabaseUnusable)
    await expect(refused).rejects.toThrow('holds tables of something else')
    await run('select * from index.mine')
  })

  test('is one of its own for each console, and the next one finds what is free', async () => {
    const { open, log } = await stage()
    const first = await open()
    await put(first, { id: 'a' })
    const second = await open()
    expect(await countAccounts(second.read)).toBe(0)
    await put(second, { id: 'b' }, { id: 'c' })
    expect(await countAccounts(first.read)).toBe(1)

    await second.close()
    expect(await countAccounts((await open()).read)).toBe(2)
    await first.close()
    expect(await countAccounts((await open()).read)).toBe(1)
    expect(log).toEqual([])
  })

  test('finds what a process that was killed gives back only in a moment', async () => {
    const { open } = await stage()
    const first = await open()
    await put(first, { id: 'a' })
    const next = open()
    setTimeout(() => first.close(), 600)
    expect(await countAccounts((await next).read)).toBe(1)
  })

  test('a write that is under way holds up no question', async () => {
    const { open } = await stage()
    const file = await open()
    await file.write.transaction().execute(async (trx) => {
      await putAccounts(trx, [recordOf({ id: 'a' }, null)], 1)
      expect(await countAccounts(file.read)).toBe(0)
    })
    expect(await countAccounts(file.read)).toBe(1)
  })

  test('what was begun before it is made anew is refused instead of answered from the new one', async () => {
    const { log, open } = await stage()
    const file = await open()
    await put(file, { id: 'old' })
    const { read, generation } = file
    const asking = sql`select pg_sleep(0.3), id from account`
      .execute(read)
      .catch((error: unknown) => String(error))

    await file.renew('for this test')
    await put(file, { id: 'new' })

    expect(await asking).toContain('made anew')
    await expect(bodiesOf(read, [1])).rejects.toThrow('made anew')
    expect(await bodiesOf(file.read, [1])).toEqual(['{"id":"new"}'])
    expect(file.generation).toBeGreaterThan(generation)
    expect(log.join()).toContain('is made anew: for this test.')
  })

  test.for(['drop table index.account', 'drop schema index cascade'])(
    'after %s it is known to be broken, and renewing helps',
    async (loss) => {
      const { open, sql: run } = await stage()
      const file = await open()
      await put(file, { id: 'a' })
      await run(loss)

      const failure = await accountsAfter(file.read, 0, 10).catch((error: unknown) => error)
      expect(isBroken(failure)).toBe(true)
      await file.renew('it is broken')

      await put(file, { id: 'b', name: 'Somebody' })
      expect(await matchText(file.read, 'somebody')).toEqual([1])
    },
  )

  test('after a loss of all connections it goes on, and says that memory may be wrong', async () => {
    const { open, sql: run } = await stage()
    const file = await open()
    await put(file, { id: 'a' })
    const { generation } = file
    await run(cut)

    // The news that the lock was lost may come after the first answers.
    const readAgain = () => countAccounts(file.read).catch(() => undefined)
    await expect
      .poll(async () => [await readAgain(), file.generation > generation])
      .toEqual([1, true])
    expect(await put(file, { id: 'b' })).toMatchObject([{ id: 'b' }])
  })

  test('a commit whose answer is lost says that memory may be wrong', async () => {
    const { open, sql: run } = await stage()
    const file = await open()
    const { generation } = file

    const writing = file.write.transaction().execute(async (trx) => {
      await putAccounts(trx, [recordOf({ id: 'a' }, null)], 1)
      await run(cut)
    })

    await expect(writing).rejects.toThrow(/connection|terminat|ECONNRESET|EPIPE/i)
    expect(file.generation).toBeGreaterThan(generation)
  })

  test('attributes of a megabyte and names of 10,000 characters are kept as they are', async () => {
    const { open } = await stage()
    const file = await open()
    // What cannot be packed: an index would refuse it.
    const noise = (bytes: number) => randomBytes(bytes).toString('base64')
    const accounts = Array.from({ length: 3 }, (_, n) => ({
      id: `id-${n}`,
      name: noise(7500),
      nativeIdentity: `中${noise(7500)}`,
      uuid: noise(3000),
      attributes: { notes: noise(750_000), nul: 'a\u0000b', half: '\ud800' },
    }))

    const written = await put(file, ...accounts)

    const ords = written.map(({ ord }) => ord)
    const bodies = await bodiesOf(file.read, ords)
    expect(bodies).toEqual(accounts.map((account) => JSON.stringify(account)))
  })
})

describe.runIf(onPostgres)('the index of trigrams', () => {
  test('finds text inside others', async () => {
    const { open } = await stage()
    const { write } = await open()
    const plan = await write.transaction().execute(async (trx) => {
      // Among few it reads them all.
      await sql`set local enable_seqscan = off`.execute(trx)
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain ${rowsWith(trx, 'account', ['abcdef'])}`.execute(trx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })

    expect(plan).toContain('account_text_trigrams')
  })

  test('is missing where the extension may not be made: that is said, and text is found', async () => {
    const { where, log, open, sql: run } = await stage()
    const role = `muster_test_${randomBytes(6).toString('hex')}`
    await run(
      `create role ${role} login password 'canary'`,
      `create schema index authorization ${role}`,
    )
    onTestFinished(() => run(`drop owned by ${role}`, `drop role ${role}`))
    const url = new URL(where)
    url.username = role
    url.password = 'canary'

    const file = await open('index', url.href)
    await put(file, { id: 'a', name: '100 % José' })

    expect(await matchText(file.read, '% jos')).toEqual([1])
    expect(log).toEqual([
      expect.stringMatching(/^The database \S+ on \S+ lacks the extension pg_trgm/),
    ])
    expect(log.join()).not.toContain('canary')
    await file.close()

    await run('create extension pg_trgm schema public')
    const again = await open('index', url.href)
    const { rows } = await sql`select 1 from pg_indexes
      where indexname = 'account_text_trigrams'`.execute(again.read)
    expect(rows).toHaveLength(1)
    expect(log).toHaveLength(1)
    await again.close()
  })
})
