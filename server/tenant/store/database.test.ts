import { sql, type Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { DatabaseUnusable } from '../../database/unusable.ts'
import { lastingDatabase, openTestDatabase } from '../testing/database.ts'
import { taskRow } from '../testing/rows.ts'
import { startTenantProcess } from '../testing/tenant-process.ts'
import { openDatabase } from './database.ts'
import type { Database } from './schema.ts'
import { answers, settingOf } from './settings.ts'
import { dropAllStaged, insertTargets, stagingId } from './targets.ts'
import { claimTask, insertTasks, firstWaiting } from './tasks.ts'
import { inTransaction } from './transaction.ts'

async function open(): Promise<Kysely<Database>> {
  const db = await openTestDatabase()
  onTestFinished(() => db.destroy())
  return db
}

test('a database that is open is refused to a second opener, and open again once it is closed', async () => {
  const where = await lastingDatabase()
  const first = await openDatabase(where)
  await settingOf(first, 'key', () => 'value')

  const second = openDatabase(where)

  await expect(second).rejects.toThrow(DatabaseUnusable)
  await expect(second).rejects.toThrow(/^The database \S+( on \S+)? is in use by another process: /)
  await answers(first)
  await first.destroy()
  const third = await openDatabase(where)
  onTestFinished(() => third.destroy())
  expect(await settingOf(third, 'key', () => 'other')).toBe('value')
})

test('a tenant that was killed leaves its database open to the next', async () => {
  const where = await lastingDatabase()
  const tenant = await startTenantProcess(where, ['--seed', '0'])
  onTestFinished(tenant.kill)
  await expect(openDatabase(where)).rejects.toThrow('is in use by another process')

  await tenant.kill()

  const db = await openDatabase(where)
  onTestFinished(() => db.destroy())
  await answers(db)
})

test('a second tenant on the database of another says so in one sentence and ends', async () => {
  const where = await lastingDatabase()
  const tenant = await startTenantProcess(where, ['--seed', '0'])
  onTestFinished(tenant.kill)

  await expect(startTenantProcess(where, ['--seed', '0'])).rejects.toThrow(
    /^The tenant did not start: The database \S+( on \S+)? is in use by another process: [^\n]+\.\n$/,
  )
})

test('a change that reads first loses nothing to those beside it', async () => {
  const db = await open()
  await settingOf(db, 'counter', () => '0')
  const addOne = (trx: typeof db) =>
    inTransaction(trx, async (within) => {
      const before = Number(await settingOf(within, 'counter', () => ''))
      await within
        .updateTable('setting')
        .set({ value: String(before + 1) })
        .where('key', '=', 'counter')
        .execute()
    })

  await Promise.all(Array.from({ length: 50 }, () => addOne(db)))

  expect(await settingOf(db, 'counter', () => '')).toBe('50')
})

test('a transaction that fails is undone whole, and the next one runs', async () => {
  const db = await open()
  const failing = inTransaction(db, async (trx) => {
    await settingOf(trx, 'half', () => 'done')
    throw new Error('no further')
  })
  const next = inTransaction(db, (trx) => settingOf(trx, 'next', () => 'done'))

  await expect(failing).rejects.toThrow('no further')
  expect(await next).toBe('done')
  expect(await db.selectFrom('setting').select('key').execute()).toEqual([{ key: 'next' }])
})

test('tasks that are due in the same millisecond come in the order in which they were stored', async () => {
  const db = await open()
  const ids = Array.from({ length: 40 }, (_, number) => `${(number * 7) % 40}`)
  await insertTasks(
    db,
    ids.slice(0, 20).map((id) => taskRow({ id, due_at: 1000 })),
  )
  for (const id of ids.slice(20)) await insertTasks(db, [taskRow({ id, due_at: 1000 })])
  await insertTasks(db, [taskRow({ id: 'first', due_at: 999 })])

  const came: string[] = []
  for (let [task] = await firstWaiting(db, 1); task; [task] = await firstWaiting(db, 1)) {
    came.push(task.id)
    await claimTask(db, task.id)
  }

  expect(came).toEqual(['first', ...ids])
})

test('numbers come back as numbers, also those of 64 bits, and a task is claimed once', async () => {
  const db = await open()
  const due = Date.parse('2026-01-01')
  await insertTasks(db, [taskRow({ id: 'a', due_at: due })])

  expect(await firstWaiting(db, 2)).toMatchObject([{ due_at: due, seq: 1, percent_complete: 0 }])
  const { count } = await db
    .selectFrom('task')
    .select((e) => e.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(1)
  expect([await claimTask(db, 'a'), await claimTask(db, 'a')]).toEqual([true, false])
})

test('text is in the order of its code points, whatever language the database speaks', async () => {
  const db = await open()
  const keys = ['b', 'Z', 'ä', 'a', '~', '_', 'a b', 'ab', '\u{1F600}', '\uFFFD', '']
  await db
    .insertInto('setting')
    .values(keys.map((key) => ({ key, value: key })))
    .execute()

  for (const column of ['key', 'value'] as const) {
    const rows = await db.selectFrom('setting').select(column).orderBy(column).execute()
    expect(rows.map((row) => row[column])).toEqual(
      keys.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
    )
  }
  const { rows } = await sql`select key from setting where key > 'Z' and key < 'a'`.execute(db)
  expect(rows).toEqual([{ key: '_' }])
})

test('what uploads left behind is dropped, and nothing beside it', async () => {
  const db = await open()
  const target = { native_identity: 'x', disabled: 0, locked: 0, attributes: '{}' } as const
  const others = ['UPLOAD:1', 'upload', 'upload;', 'uploads', '2c918']
  await insertTargets(
    db,
    [stagingId('1'), stagingId('\u{10FFFF}'), ...others].map((id) => ({
      ...target,
      source_id: id,
    })),
  )

  await dropAllStaged(db)

  const left = await db.selectFrom('target_account').select('source_id').execute()
  expect(left.map((row) => row.source_id).toSorted()).toEqual(others.toSorted())
})
