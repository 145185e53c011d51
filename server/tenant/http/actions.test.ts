import { expect, test } from 'vitest'

import { expectContract } from '../contract-check.ts'
import { givenAccount, givenIdentity, givenLogin, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

async function tenantWith(uid: string, state: { locked?: 0 | 1; disabled?: 0 | 1 } = {}) {
  const tenant = await startTenant()
  const source = await givenSource(tenant.db)
  const id = await givenAccount(tenant.db, source, { uid, ...state })
  const target = () =>
    tenant.db
      .selectFrom('target_account')
      .select(['disabled', 'locked'])
      .where('native_identity', '=', uid)
      .executeTakeFirst()
  return { ...tenant, source, id, target }
}

test.each([
  ['disable', {}, { disabled: true, locked: false }, { disabled: 1, locked: 0 }],
  ['enable', { disabled: 1 as const }, { disabled: false }, { disabled: 0, locked: 0 }],
  ['unlock', { locked: 1 as const }, { locked: false }, { disabled: 0, locked: 0 }],
])('%s changes the source, then the account, in a task', async (action, before, after, target) => {
  const tenant = await tenantWith('ines', before)
  const answer = await tenant.post(`/accounts/${tenant.id}/${action}`)
  expect(answer.statusCode).toBe(202)
  expectContract('AccountsAsyncResult', answer.json())
  expect(await tenant.ended(answer.json().id)).toMatchObject({
    completionStatus: 'SUCCESS',
    launcher: 'demo-admin',
  })
  expect(await tenant.account(tenant.id)).toMatchObject(after)
  expect(await tenant.target()).toEqual(target)
})

test('an action is refused where the source cannot do it, and where there is no account', async () => {
  const { db, post, account } = await startTenant()
  const source = await givenSource(db, { name: 'Plain', features: '["PROVISIONING"]' })
  const id = await givenAccount(db, source, { uid: 'ines', locked: 1 })
  for (const action of ['enable', 'disable', 'unlock']) {
    expectRefusal(await post(`/accounts/${id}/${action}`), 400, 'Plain does not support')
    expectRefusal(await post(`/accounts/nobody/${action}`), 404, 'nobody')
  }
  expectRefusal(await post('/accounts/nobody/reload'), 404, 'nobody')
  expectRefusal(await post('/accounts/nobody/remove'), 404, 'nobody')
  expect(await account(id)).toMatchObject({ locked: true, disabled: false })
})

test.each([
  ['no body', { headers: {} }, 400, 'The body is missing'],
  ['no JSON', { payload: '{x', headers: { 'content-type': 'application/json' } }, 400, 'JSON'],
  ['a list', { payload: [] }, 400, 'The body must be object'],
  ['a wrong type', { payload: { forceProvisioning: 'x' } }, 400, 'forceProvisioning'],
  ['other content', { payload: 'x', headers: { 'content-type': 'text/plain' } }, 400, ''],
  ['a large body', { payload: { x: 'x'.repeat(2_000_000) } }, 400, 'too large'],
])('%s is refused, and nothing changes', async (_what, request, status, text) => {
  const { call, id, account } = await tenantWith('ines')
  expectRefusal(await call(`/accounts/${id}/disable`, { method: 'POST', ...request }), status, text)
  expect(await account(id)).toMatchObject({ disabled: false })
})

test('reload takes over what stands on the source', async () => {
  const { call, db, id, ended, account } = await tenantWith('ines')
  const attributes = JSON.stringify({ uid: 'ines', name: 'Ines', groups: ['a', 'b'] })
  await db.updateTable('target_account').set({ attributes, locked: 1 }).execute()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await call(`/accounts/${id}/reload`, { method: 'POST', headers, payload: '' })
  await ended(answer.json().id)
  expect(await account(id)).toMatchObject({ name: 'Ines', locked: true })
  const held = (await call(`/accounts/${id}/entitlements`)).json()
  expect(held.map((entitlement: { value: string }) => entitlement.value).sort()).toEqual(['a', 'b'])
})

test('reload finds the owner of an account that had none', async () => {
  const { db, post, id, ended, account } = await tenantWith('ines')
  const ines = await givenIdentity(db, 'ines')
  const attributes = JSON.stringify({ uid: 'ines', mail: 'ines@example.com' })
  await db.updateTable('target_account').set({ attributes }).execute()
  expect(await account(id)).toMatchObject({ uncorrelated: true })
  await ended((await post(`/accounts/${id}/reload`)).json().id)
  expect(await account(id)).toMatchObject({ uncorrelated: false, identityId: ines.id })
})

test('reload of an account that is gone from the source removes it', async () => {
  const { call, db, post, id, ended } = await tenantWith('ines')
  await db.deleteFrom('target_account').execute()
  await ended((await post(`/accounts/${id}/reload`)).json().id)
  expect((await call(`/accounts/${id}`)).statusCode).toBe(404)
})

test('a source that is not healthy cannot be read', async () => {
  const { db, post, id, ended } = await tenantWith('ines')
  await db.updateTable('source').set({ healthy: 0 }).execute()
  const task = await ended((await post(`/accounts/${id}/reload`)).json().id)
  expect(task.completionStatus).toBe('ERROR')
})

test('a removed account comes back with the next aggregation', async () => {
  const { call, post, id, source, ended } = await tenantWith('ines')
  const removal = await post(`/accounts/${id}/remove`)
  expect(removal.statusCode).toBe(202)
  expectContract('TaskResultDto', removal.json())
  await ended(removal.json().id)
  expect((await call('/accounts')).json()).toEqual([])
  const load = await call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
  await ended(load.json().task.id)
  expect((await call('/accounts')).json()).toMatchObject([{ nativeIdentity: 'ines' }])
})

test.each([
  ['sentinel-disable-500', 500],
  ['sentinel-disable-403', 403],
])('%s refuses to be disabled and enabled, and stays as it was', async (uid, status) => {
  const { post, id, account } = await tenantWith(uid)
  expectRefusal(await post(`/accounts/${id}/disable`), status, `disable ${uid}`)
  expectRefusal(await post(`/accounts/${id}/enable`), status, `enable ${uid}`)
  expect(await account(id)).toMatchObject({ disabled: false })
})

test('sentinel-disable-429 asks to wait once, then does what it is told', async () => {
  const { post, id, ended } = await tenantWith('sentinel-disable-429')
  const first = await post(`/accounts/${id}/disable`)
  expect([first.statusCode, first.headers['retry-after']]).toEqual([429, '1'])
  const second = await post(`/accounts/${id}/disable`)
  expect(await ended(second.json().id)).toMatchObject({ completionStatus: 'SUCCESS' })
  expect((await post(`/accounts/${id}/enable`)).statusCode).toBe(202)
})

test('sentinel-task-error ends in ERROR with a text, and nothing changed', async () => {
  const { post, id, ended, account, target } = await tenantWith('sentinel-task-error')
  const task = await ended((await post(`/accounts/${id}/disable`)).json().id)
  expect(task).toMatchObject({
    completionStatus: 'ERROR',
    messages: [{ type: 'ERROR', localizedText: { message: expect.stringContaining('LDAP') } }],
  })
  expect(await account(id)).toMatchObject({ disabled: false })
  expect(await target()).toMatchObject({ disabled: 0 })
})

test('sentinel-never-confirms ends well, but nothing changes', async () => {
  const { post, id, ended, account } = await tenantWith('sentinel-never-confirms')
  const task = await ended((await post(`/accounts/${id}/disable`)).json().id)
  expect(task.completionStatus).toBe('SUCCESS')
  expect(await account(id)).toMatchObject({ disabled: false })
})

test('sentinel-lost-task is changed by a task that nobody knows', async () => {
  const { call, post, id, account } = await tenantWith('sentinel-lost-task')
  const { id: taskId } = (await post(`/accounts/${id}/disable`)).json()
  await expect.poll(async () => (await account(id)).disabled).toBe(true)
  expect((await call(`/task-status/${taskId}`)).statusCode).toBe(404)
})

test.each([
  [1000, 10_000],
  [0, 5000],
])('where others take %i ms, sentinel-slow takes %i', async (taskMs, slow) => {
  const tenant = await startTenant({ taskMs })
  const source = await givenSource(tenant.db)
  const delays = []
  for (const uid of ['sentinel-slow', 'ines']) {
    const id = await givenAccount(tenant.db, source, { uid })
    const { id: taskId } = (await tenant.post(`/accounts/${id}/disable`)).json()
    const task = await tenant.db
      .selectFrom('task')
      .select(['due_at', 'created'])
      .where('id', '=', taskId)
      .executeTakeFirstOrThrow()
    delays.push(task.due_at - Date.parse(task.created))
  }
  expect(delays).toEqual([slow, taskMs])
})

test('sentinel-remove-error cannot be removed', async () => {
  const { post, id, account } = await tenantWith('sentinel-remove-error')
  expectRefusal(await post(`/accounts/${id}/remove`), 400, 'Remove Source Accounts')
  expect(await account(id)).toMatchObject({ id })
})

test('the log-in account of an identity cannot be removed', async () => {
  const { db, post, account } = await startTenant()
  const internal = await givenSource(db, { name: 'IdentityNow', internal: 1 })
  const { accountId } = await givenLogin(db, internal, 'ines')
  expectRefusal(await post(`/accounts/${accountId}/remove`), 400, 'log-in account')
  expect(await account(accountId)).toMatchObject({ id: accountId })
})

test('identities are switched by their log-in account, with a verdict for each', async () => {
  const { db, call, post, account } = await startTenant()
  const internal = await givenSource(db, { name: 'IdentityNow', internal: 1 })
  const directory = await givenSource(db)
  const { identity, accountId } = await givenLogin(db, internal, 'ines')
  const other = await givenAccount(db, directory, { uid: 'ines', owner: identity.id })
  const noLogin = await givenIdentity(db, 'omar')
  const state = async () => (await call(`/identities/${identity.id}`)).json().identityStatus

  const identityIds = [identity.id, noLogin.id, 'nobody']
  const answer = await post('/identities-accounts/disable', { identityIds })
  expect(answer.statusCode).toBe(207)
  expectContract('disableAccountsForIdentities 207', answer.json())
  expect(answer.json()).toEqual([
    { id: identity.id, statusCode: 202 },
    {
      id: noLogin.id,
      statusCode: 404,
      message: `Referenced identity "${noLogin.id}" was not found.`,
    },
    { id: 'nobody', statusCode: 404, message: 'Referenced identity "nobody" was not found.' },
  ])
  await expect.poll(state).toBe('DISABLED')
  expect(await account(accountId)).toMatchObject({ disabled: true, identityState: 'DISABLED' })
  expect(await account(other)).toMatchObject({ disabled: false })

  const single = await call(`/identities-accounts/${identity.id}/enable`, { method: 'POST' })
  expect([single.statusCode, single.json()]).toEqual([202, {}])
  await expect.poll(state).toBe('ACTIVE')
  expectRefusal(
    await post('/identities-accounts/nobody/disable'),
    404,
    'Referenced identity "nobody"',
  )
  expectRefusal(await post('/identities-accounts/enable', {}), 400, 'identityIds')
  expectRefusal(await post('/identities-accounts/enable', { identityIds: 'x' }), 400, 'identityIds')
  const many = Array.from({ length: 10_001 }, () => identity.id)
  expectRefusal(await post('/identities-accounts/enable', { identityIds: many }), 400, '10001')
})
