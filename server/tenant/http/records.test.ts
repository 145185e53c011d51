import { expect, test } from 'vitest'

import { expectContract } from '../contract-check.ts'
import {
  givenAccount,
  givenFile,
  givenIdentity,
  givenLogin,
  givenSource,
} from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

async function tenantWithFile() {
  const tenant = await startTenant()
  const source = await givenFile(tenant.db)
  const owner = await givenIdentity(tenant.db, 'ines')
  const id = await givenAccount(tenant.db, source, { uid: 'ines', owner: owner.id })
  return { ...tenant, source, owner, id }
}

test('a created account is there, with its owner and its entitlements', async () => {
  const { call, post, ended, source, owner } = await tenantWithFile()
  const attributes = { sourceId: source.id, uid: 'B2', mail: 'INES@example.com', groups: 'a|b' }
  const answer = await post('/accounts', { attributes })
  expect(answer.statusCode).toBe(202)
  expectContract('createAccount 202', answer.json())
  expect(await ended(answer.json().id)).toMatchObject({ completionStatus: 'SUCCESS' })
  const [created] = (await call('/accounts?filters=nativeIdentity+eq+%22B2%22')).json()
  expect(created).toMatchObject({
    identityId: owner.id,
    uncorrelated: false,
    hasEntitlements: true,
    attributes: { groups: ['a', 'b'] },
  })
})

test('creating an account that is there changes it', async () => {
  const { post, ended, account, source, id } = await tenantWithFile()
  const attributes = { sourceId: source.id, uid: 'ines', city: 'Lyon' }
  await ended((await post('/accounts', { attributes })).json().id)
  expect(await account(id)).toMatchObject({ attributes: { uid: 'ines', city: 'Lyon' } })
})

test('an account created on a direct source is gone after the next aggregation', async () => {
  const { db, call, post, ended } = await startTenant()
  const source = await givenSource(db)
  const attributes = { sourceId: source.id, uid: 'ghost' }
  await ended((await post('/accounts', { attributes })).json().id)
  expect((await call('/accounts')).json()).toMatchObject([{ uncorrelated: true }])
  const load = await call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
  await ended(load.json().task.id)
  expect((await call('/accounts')).json()).toEqual([])
  expect((await call('/identities?defaultFilter=NONE')).json()).toEqual([])
})

test('an account is not created without a source, its id, or in a wrong form', async () => {
  const { post, source } = await tenantWithFile()
  const create = (attributes: object) => post('/accounts', { attributes })
  expectRefusal(await create({ uid: 'x' }), 400, 'sourceId')
  expectRefusal(await create({ sourceId: 'nobody', uid: 'x' }), 400, 'nobody')
  expectRefusal(await create({ sourceId: source.id }), 400, 'attributes.uid is missing')
  expectRefusal(await create({ sourceId: source.id, uid: 7 }), 400, 'attributes.uid must be string')
  expectRefusal(await post('/accounts', {}), 400, 'attributes')
})

test('put replaces all attributes; what it leaves out becomes null', async () => {
  const { call, ended, account, id } = await tenantWithFile()
  const payload = { attributes: { city: 'Lyon' } }
  const answer = await call(`/accounts/${id}`, { method: 'PUT', payload })
  expect(answer.statusCode).toBe(202)
  await ended(answer.json().id)
  expect(await account(id)).toMatchObject({
    attributes: { uid: 'ines', name: null, groups: null, city: 'Lyon' },
    hasEntitlements: false,
  })
})

test('what was written to a file account is still there after its next aggregation', async () => {
  const { call, patch, ended, account, source, id } = await tenantWithFile()
  const payload = { attributes: { city: 'Lyon', groups: ['a'] } }
  await ended((await call(`/accounts/${id}`, { method: 'PUT', payload })).json().id)
  await patch(`/accounts/${id}`, [{ op: 'add', path: '/attributes/floor', value: '3' }])
  const before = await account(id)
  const load = await call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
  await ended(load.json().task.id)
  expect(await account(id)).toEqual(before)
  expect(before).toMatchObject({ attributes: { city: 'Lyon', floor: '3', groups: ['a'] } })
})

test('put and delete are for flat files alone', async () => {
  const { db, call, account } = await startTenant()
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const payload = { attributes: {} }
  expectRefusal(await call(`/accounts/${id}`, { method: 'PUT', payload }), 400, 'flat file')
  expectRefusal(await call(`/accounts/${id}`, { method: 'DELETE' }), 400, 'flat file')
  expectRefusal(await call('/accounts/nobody', { method: 'PUT', payload }), 404, 'nobody')
  expectRefusal(await call('/accounts/nobody', { method: 'DELETE' }), 404, 'nobody')
  expect(await account(id)).toMatchObject({ id })
})

test('put cannot change what identifies the account', async () => {
  const { call, id } = await tenantWithFile()
  const payload = { attributes: { uid: 'omar' } }
  expectRefusal(await call(`/accounts/${id}`, { method: 'PUT', payload }), 400, 'cannot change')
})

test('delete takes the record away', async () => {
  const { call, ended, id } = await tenantWithFile()
  const answer = await call(`/accounts/${id}`, { method: 'DELETE' })
  expect(answer.statusCode).toBe(202)
  await ended(answer.json().id)
  expect((await call(`/accounts/${id}`)).statusCode).toBe(404)
})

test('an account can be given to another identity, and taken from it', async () => {
  const { db, call, patch, account, id } = await tenantWithFile()
  const omar = await givenIdentity(db, 'omar')
  const given = await patch(`/accounts/${id}`, [
    { op: 'replace', path: '/identityId', value: omar.id },
  ])
  expect([given.statusCode, given.json()]).toEqual([202, {}])
  expect(await account(id)).toMatchObject({
    identity: { id: omar.id, name: 'omar' },
    manuallyCorrelated: true,
    uncorrelated: false,
  })
  await patch(`/accounts/${id}`, [{ op: 'remove', path: '/identityId' }])
  const taken = await account(id)
  expect(taken).toMatchObject({ uncorrelated: true, manuallyCorrelated: false })
  await patch(`/accounts/${id}`, [{ op: 'add', path: '/identityId', value: omar.id }])
  expect(await account(id)).toMatchObject({ identityId: omar.id })
  expect((await call(`/identities/${taken.identityId}`)).statusCode).toBe(404)
})

test('manuallyCorrelated and the attributes of a file can be patched', async () => {
  const { patch, account, id } = await tenantWithFile()
  const answer = await patch(`/accounts/${id}`, [
    { op: 'replace', path: '/manuallyCorrelated', value: true },
    { op: 'add', path: '/attributes/city', value: 'Lyon' },
  ])
  expect(answer.statusCode).toBe(202)
  expect(await account(id)).toMatchObject({
    manuallyCorrelated: true,
    attributes: { city: 'Lyon' },
  })
})

test.each([
  [[{ op: 'replace', path: '/disabled', value: true }], '/disabled is not a valid patch field'],
  [[{ op: 'replace', path: '/identityId', value: 'nobody' }], 'no identity nobody'],
  [[{ op: 'replace', path: '/identityId', value: null }], 'no identity null'],
  [[{ op: 'replace', path: '/manuallyCorrelated', value: 'x' }], '/manuallyCorrelated'],
  [[{ op: 'replace', path: '/attributes/uid', value: 'x' }], 'cannot change'],
  [[{ op: 'replace', path: '/attributes', value: 'x' }], '/attributes has to be'],
  [[{ op: 'jump', path: '/identityId' }], 'cannot be applied'],
  [[{ op: 'move', from: '/disabled', path: '/attributes/a' }], '/disabled is not a valid'],
  [[{ op: 'add', path: '/attributes/a' }], 'needs a value'],
  [[{ op: 'add', path: '/attributes/~2', value: 'x' }], 'not a valid patch field'],
  [[{ op: 'test', path: '/identityId', value: 'x' }], 'cannot be applied'],
  [[{ op: 'remove', path: '/attributes/nothing' }], 'cannot be applied'],
  [[{ op: 'add', path: '/attributes/__proto__/x', value: 'x' }], 'not a valid patch'],
  [[{ op: 'copy', from: '/attributes', path: '/attributes/a/b/c' }], 'cannot be applied'],
  [['x'], 'must be object'],
  [[{}], 'needs an op'],
])('the patch %j is refused whole', async (operations, text) => {
  const { call, account, id } = await tenantWithFile()
  const before = await account(id)
  const first = { op: 'add', path: '/attributes/city', value: 'Lyon' }
  const answer = await call(`/accounts/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json-patch+json' },
    payload: JSON.stringify([first, ...operations]),
  })
  expectRefusal(answer, 400, text)
  expect(await account(id)).toEqual(before)
})

test('a hidden identity is given no other account, and a log-in keeps its identity', async () => {
  const { db, patch, account, owner, source, id } = await tenantWithFile()
  const stray = await account(await givenAccount(db, source, { uid: 'stray' }))
  const give = (to: string) => [{ op: 'replace', path: '/identityId', value: to }]
  const hidden = await patch(`/accounts/${id}`, give(stray.identityId))
  expectRefusal(hidden, 400, `no identity ${stray.identityId}`)
  const internal = await givenSource(db, { name: 'IdentityNow', internal: 1 })
  const { accountId } = await givenLogin(db, internal, 'omar')
  expectRefusal(await patch(`/accounts/${accountId}`, give(owner.id)), 400, 'log-in account')
  expect(await account(id)).toMatchObject({ identityId: owner.id })
})

test('the identity that an account has already can be chosen by hand', async () => {
  const { patch, account, owner, id } = await tenantWithFile()
  await patch(`/accounts/${id}`, [{ op: 'replace', path: '/identityId', value: owner.id }])
  expect(await account(id)).toMatchObject({ identityId: owner.id, manuallyCorrelated: true })
})

test('attributes of a direct source cannot be patched', async () => {
  const { db, patch } = await startTenant()
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const answer = await patch(`/accounts/${id}`, [{ op: 'add', path: '/attributes/a', value: 'b' }])
  expectRefusal(answer, 400, '/attributes/a is not a valid patch field')
})

test('a stuck task can be ended, and then does nothing', async () => {
  const { db, post, patch, account } = await startTenant({ taskMs: 60_000 })
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const { id: taskId } = (await post(`/accounts/${id}/disable`)).json()
  const end = [
    { op: 'replace', path: '/completionStatus', value: 'TERMINATED' },
    { op: 'replace', path: '/completed', value: '2026-01-01T00:00:00Z' },
  ]
  const answer = await patch(`/task-status/${taskId}`, end)
  expect(answer.statusCode).toBe(200)
  expectContract('updateTaskStatus 200', answer.json())
  expect(answer.json()).toMatchObject({
    completionStatus: 'TERMINATED',
    completed: '2026-01-01T00:00:00.000Z',
  })
  expect(await account(id)).toMatchObject({ disabled: false })
  expectRefusal(await patch(`/task-status/${taskId}`, end), 400, 'ended already')
})

test.each([
  [{ op: 'replace', path: '/launcher', value: 'me' }, '/launcher is not a valid patch field'],
  [{ op: 'replace', path: '/completionStatus', value: 'DONE' }, '/completionStatus'],
  [{ op: 'replace', path: '/completed', value: 'soon' }, '/completionStatus'],
  [{ op: 'jump', path: '/completed' }, 'op'],
])('the patch %j of a task is refused', async (operation, text) => {
  const { db, post, patch } = await startTenant({ taskMs: 60_000 })
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const { id: taskId } = (await post(`/accounts/${id}/disable`)).json()
  expectRefusal(await patch(`/task-status/${taskId}`, [operation]), 400, text)
  expectRefusal(
    await patch('/task-status/nobody', [{ op: 'remove', path: '/completed' }]),
    404,
    'nobody',
  )
})
