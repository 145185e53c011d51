import { expect, test } from 'vitest'

import { lastingDatabase } from './testing/database.ts'
import { givenAccount, givenFile, givenSource } from './testing/given.ts'
import { startTenant } from './testing/tenant.ts'

test('a task that waited when the tenant stopped is done after its next start', async () => {
  const database = await lastingDatabase()
  const before = await startTenant({ database, taskMs: 300 })
  const id = await givenAccount(before.db, await givenSource(before.db), { uid: 'ines' })
  const { id: taskId } = (await before.post(`/accounts/${id}/disable`)).json()
  await before.close()

  const after = await startTenant({ database })
  expect(await after.ended(taskId)).toMatchObject({ completionStatus: 'SUCCESS' })
  expect(await after.account(id)).toMatchObject({ disabled: true })
})

test('an aggregation that was cut off starts anew, and half an upload is dropped', async () => {
  const database = await lastingDatabase()
  const before = await startTenant({ database, taskMs: 60_000 })
  const source = await givenFile(before.db)
  await givenAccount(before.db, source, { uid: 'B1' })
  await before.db.deleteFrom('account').execute()
  const load = await before.call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
  // As the process leaves it that is killed while the task runs and a file comes in.
  await before.db.updateTable('task').set({ state: 'running', due_at: 0 }).execute()
  const half = { source_id: 'upload:x', disabled: 0, locked: 0, attributes: '{}' } as const
  await before.db
    .insertInto('target_account')
    .values({ ...half, native_identity: 'x' })
    .execute()
  await before.close()

  const after = await startTenant({ database })
  expect(await after.ended(load.json().task.id)).toMatchObject({ completionStatus: 'SUCCESS' })
  expect((await after.call('/accounts')).json()).toMatchObject([{ nativeIdentity: 'B1' }])
  const targets = await after.db.selectFrom('target_account').select('native_identity').execute()
  expect(targets).toEqual([{ native_identity: 'B1' }])
})

test('an aggregation that runs while the tenant stops is finished after its next start', async () => {
  const database = await lastingDatabase()
  const before = await startTenant({ database })
  const source = await givenFile(before.db)
  const rows = Array.from({ length: 2000 }, (_, number) => ({
    source_id: source.id,
    native_identity: `B${number}`,
    disabled: 0 as const,
    locked: 0 as const,
    attributes: JSON.stringify({ uid: `B${number}` }),
  }))
  await before.db.insertInto('target_account').values(rows).execute()
  const load = await before.call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
  const { id } = load.json().task
  const done = async () => (await before.call(`/task-status/${id}`)).json()
  await expect
    .poll(async () => (await done()).percentComplete, { interval: 1, timeout: 20_000 })
    .toBeGreaterThan(0)
  await before.close()

  const after = await startTenant({ database })
  const task = await after.ended(id)
  expect(task).toMatchObject({ completionStatus: 'SUCCESS', attributes: { total: 2000 } })
  expect(task.attributes.created).toBeLessThan(2000)
  const { headers } = await after.call('/accounts?limit=0&count=true')
  expect(headers['x-total-count']).toBe('2000')
})

test('a token is still valid after a restart', async () => {
  const database = await lastingDatabase()
  const before = await startTenant({ database })
  const token = await before.tokenOf('demo-admin')
  await before.close()
  const after = await startTenant({ database })
  const headers = { authorization: `Bearer ${token}` }
  expect((await after.app.inject({ url: '/v2024/sources', headers })).statusCode).toBe(200)
})
