import type { Insertable } from 'kysely'
import { expect, test } from 'vitest'

import { newId } from '../domain/ids.ts'
import type { Db } from '../store/database.ts'
import type { TaskTable } from '../store/schema.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

const long = 1_000_000_000
const time = (hour: number) => `2026-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`

async function givenTask(db: Db, change: Partial<Insertable<TaskTable>>): Promise<string> {
  const id = newId()
  const state = change.state ?? 'waiting'
  await db
    .insertInto('task')
    .values({
      id,
      kind: 'disable',
      state,
      due_at: Date.now() + long,
      input: '{}',
      type: 'QUEUED_TASK',
      unique_name: 'Disable Account',
      description: '',
      launcher: 'demo-admin',
      completion_status: state === 'ended' ? 'SUCCESS' : null,
      created: time(0),
      modified: time(0),
      ...change,
    })
    .execute()
  return id
}

const list = '/task-status/pending-tasks'
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

test('where nothing is pending there is nothing to send, and the count is 0', async () => {
  const { db, call } = await startTenant()
  await givenTask(db, { state: 'ended' })
  for (const method of ['GET', 'HEAD'] as const) {
    const answer = await call(`${list}?count=true`, { method })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(answer.headers['x-total-count']).toBe('0')
  }
})

test('waiting and running tasks are pending, ended ones are in the other list', async () => {
  const { db, call } = await startTenant()
  const waiting = await givenTask(db, { state: 'waiting' })
  const running = await givenTask(db, { state: 'running', launched: time(1) })
  const ended = await givenTask(db, { state: 'ended' })
  const answer = await call(`${list}?count=true`)
  expect(ids(answer.json()).toSorted()).toEqual([waiting, running].toSorted())
  expect(answer.headers['x-total-count']).toBe('2')
  expect(ids((await call('/task-status')).json())).toEqual([ended])

  const head = await call(`${list}?count=true&limit=1`, { method: 'HEAD' })
  expect([head.statusCode, head.body, head.headers['x-total-count']]).toEqual([200, '', '2'])
  expect((await call(list)).headers).not.toHaveProperty('x-total-count')
})

test('a page without rows is an empty list as long as tasks are pending', async () => {
  const { db, call } = await startTenant()
  await givenTask(db, {})
  for (const query of ['limit=0', 'offset=9']) {
    const answer = await call(`${list}?${query}&count=true`)
    expect([answer.statusCode, answer.json()]).toEqual([200, []])
    expect(answer.headers['x-total-count']).toBe('1')
  }
  expectRefusal(await call(`${list}?limit=251`), 400, 'limit')
})

test('a type is found by both of its names, and one that the tenant never has finds nothing', async () => {
  const { db, call } = await startTenant()
  const ended = { state: 'ended' } as const
  const load = await givenTask(db, { ...ended, kind: 'aggregate', type: 'QUARTZ' })
  const removal = await givenTask(db, { ...ended, kind: 'remove' })
  const other = await givenTask(db, ended)
  const found = async (filter: string) => {
    const query = new URLSearchParams({ filters: filter })
    return ids((await call(`/task-status?${query}`)).json()).toSorted()
  }
  expect(await found('type eq "QUARTZ"')).toEqual([load])
  expect(await found('type eq "CLOUD_ACCOUNT_AGGREGATION"')).toEqual([load])
  expect(await found('type eq "account_deletion"')).toEqual([removal])
  expect(await found('type eq "QUEUED_TASK"')).toEqual([removal, other].toSorted())
  expect(await found('type in ("ACCOUNT_DELETION", "QUARTZ")')).toEqual([load, removal].toSorted())
  expect(await found('not (type eq "ACCOUNT_DELETION") and id in ("' + removal + '")')).toEqual([])
  expect(await found('type eq "IDENTITY_REFRESH"')).toEqual([])
})

test('what v2024 cannot filter by is refused, and the columns behind the list are none of it', async () => {
  const { call } = await startTenant()
  const refused = async (filter: string, version: 'v2024' | 'v1') =>
    expectRefusal(
      await call(`/task-status?${new URLSearchParams({ filters: filter })}`, { version }),
      400,
      filter.split(' ')[0] ?? '',
    )
  await refused('completionStatus isnull', 'v2024')
  await refused('launcher eq "demo-admin"', 'v2024')
  for (const version of ['v2024', 'v1'] as const) {
    await refused('kind eq "aggregate"', version)
    await refused('state eq "ended"', version)
  }
})

test('the newer list has all tasks, and finds those that run and those of a launcher', async () => {
  const { app, db, call, tokenOf } = await startTenant()
  const waiting = await givenTask(db, { created: time(1) })
  const ended = await givenTask(db, { state: 'ended', created: time(2), launcher: 'System' })
  const newer = async (query: Record<string, string>) =>
    ids((await call(`/task-status?${new URLSearchParams(query)}`, { version: 'v1' })).json())
  expect(await newer({ sorters: '-created' })).toEqual([ended, waiting])
  expect(await newer({ filters: 'completionStatus isnull' })).toEqual([waiting])
  expect(await newer({ filters: 'not (completionStatus isnull)' })).toEqual([ended])
  expect(await newer({ filters: 'launcher in ("System")' })).toEqual([ended])

  // It has no list of its own for what is pending: the words are an id like any other.
  const headers = { authorization: `Bearer ${await tokenOf('demo-admin')}` }
  const answer = await app.inject({ url: '/task-status/v1/pending-tasks', headers })
  expectRefusal(answer, 404, 'no task with the id pending-tasks')
})
