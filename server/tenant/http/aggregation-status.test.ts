import { expect, test } from 'vitest'

import { givenAccount, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

async function start(taskMs = 0) {
  const tenant = await startTenant({ taskMs })
  const source = await givenSource(tenant.db)
  const load = async (): Promise<string> =>
    (await tenant.post(`/sources/${source.id}/load-accounts`)).json().task.id
  const status = async (id: string) =>
    (await tenant.call(`/account-aggregations/${id}/status`)).json()
  return { ...tenant, source, load, status }
}

test('what is no aggregation is 404: an unknown id, another task', async () => {
  const { call, db, ended, post, source } = await start()
  expectRefusal(await call('/account-aggregations/unknown/status'), 404, 'unknown')
  const id = await givenAccount(db, source, { uid: 'ines' })
  const task = (await post(`/accounts/${id}/disable`)).json().id
  await ended(task)
  expectRefusal(await call(`/account-aggregations/${task}/status`), 404, task)
})

test('an hour after its end an aggregation can no longer be asked for', async () => {
  const { call, db, ended, load } = await start()
  const id = await load()
  await ended(id)
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  await db
    .updateTable('task')
    .set({ completed: ago(59) })
    .execute()
  expect((await call(`/account-aggregations/${id}/status`)).statusCode).toBe(200)
  await db
    .updateTable('task')
    .set({ completed: ago(61) })
    .execute()
  expectRefusal(await call(`/account-aggregations/${id}/status`), 404, id)
})

test('before it begins it has started, without a time and without accounts', async () => {
  const { load, status } = await start(1_000_000)
  expect(await status(await load())).toEqual({
    start: null,
    status: 'STARTED',
    totalAccounts: 0,
    processedAccounts: 0,
    totalAccountsMarkedForDeletion: 0,
    deletedAccounts: 0,
    totalIdentities: 0,
    processedIdentities: 0,
  })
})

test('while it works on accounts it counts those that changed, and not those that it read', async () => {
  const { db, load, status } = await start(1_000_000)
  const id = await load()
  const counters = { total: 400, created: 3, updated: 2, gone: 4, deleted: 1 }
  await db
    .updateTable('task')
    .set({ state: 'running', launched: new Date().toISOString() })
    .set({ attributes: JSON.stringify(counters) })
    .execute()
  expect(await status(id)).toMatchObject({
    status: 'ACCOUNTS_COLLECTED',
    totalAccounts: 9,
    processedAccounts: 6,
    totalAccountsMarkedForDeletion: 4,
    deletedAccounts: 1,
  })
})

test('at its end it has counted what was new, changed and gone', async () => {
  const { db, ended, load, source, status } = await start()
  const gone = await givenAccount(db, source, { uid: 'gone' })
  const changed = await givenAccount(db, source, { uid: 'changed' })
  await givenAccount(db, source, { uid: 'same' })
  await givenAccount(db, source, { uid: 'new' })
  await db.deleteFrom('account').where('native_identity', '=', 'new').execute()
  await db.deleteFrom('target_account').where('native_identity', '=', 'gone').execute()
  await db.updateTable('account').set({ disabled: 1 }).where('id', '=', changed).execute()
  expect(gone).not.toBe(changed)
  const id = await load()
  const task = await ended(id)
  expect(await status(id)).toEqual({
    start: task.launched,
    status: 'COMPLETED',
    totalAccounts: 3,
    processedAccounts: 3,
    totalAccountsMarkedForDeletion: 1,
    deletedAccounts: 1,
    totalIdentities: 0,
    processedIdentities: 0,
  })
})

test('where the delete threshold holds, the accounts stay marked and are not deleted', async () => {
  const { db, ended, load, source, status } = await start()
  await db.updateTable('source').set({ delete_threshold: 10 }).execute()
  await givenAccount(db, source, { uid: 'gone' })
  await db.deleteFrom('target_account').execute()
  const id = await load()
  expect(await ended(id)).toMatchObject({ completionStatus: 'WARNING' })
  expect(await status(id)).toMatchObject({
    status: 'COMPLETED',
    totalAccounts: 1,
    processedAccounts: 0,
    totalAccountsMarkedForDeletion: 1,
    deletedAccounts: 0,
  })
})

test('one that somebody ended was cancelled, one that failed was terminated', async () => {
  const cancelled = await start(1_000_000)
  const id = await cancelled.load()
  const operations = [{ op: 'replace', path: '/completionStatus', value: 'TERMINATED' }]
  await cancelled.patch(`/task-status/${id}`, operations)
  expect(await cancelled.status(id)).toMatchObject({ status: 'CANCELLED', start: null })

  const failed = await start()
  await failed.db.updateTable('source').set({ healthy: 0 }).execute()
  const task = await failed.load()
  expect(await failed.ended(task)).toMatchObject({ completionStatus: 'ERROR' })
  expect(await failed.status(task)).toMatchObject({ status: 'TERMINATED' })
})
