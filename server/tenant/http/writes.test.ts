import { expect, test } from 'vitest'

import { givenAccount, givenFile, givenIdentity, givenSource } from '../testing/given.ts'
import { startTenant } from '../testing/tenant.ts'

async function tenantWithFile(taskMs = 0) {
  const tenant = await startTenant({ taskMs })
  const source = await givenFile(tenant.db)
  const owner = await givenIdentity(tenant.db, 'ines')
  const id = await givenAccount(tenant.db, source, { uid: 'ines', owner: owner.id })
  const put = async (attributes: object) =>
    (await tenant.call(`/accounts/${id}`, { method: 'PUT', payload: { attributes } })).json().id
  const create = async (attributes: object) =>
    (await tenant.post('/accounts', { attributes: { sourceId: source.id, ...attributes } })).json()
      .id
  const aggregate = async () => {
    const load = await tenant.call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
    return tenant.ended(load.json().task.id)
  }
  return { ...tenant, source, owner, id, put, create, aggregate }
}

test('put clears what was written after it was asked for and before it was done', async () => {
  const { patch, ended, account, id, put } = await tenantWithFile(300)
  const task = await put({ city: 'Lyon' })
  await patch(`/accounts/${id}`, [{ op: 'add', path: '/attributes/floor', value: '3' }])
  await ended(task)
  expect(await account(id)).toMatchObject({
    attributes: { city: 'Lyon', floor: null, uid: 'ines' },
  })
})

test('a put whose account was removed meanwhile ends in ERROR and brings nothing back', async () => {
  const { db, call, ended, id, put } = await tenantWithFile(100)
  const task = await put({ city: 'Lyon' })
  await db.deleteFrom('account').where('id', '=', id).execute()
  expect(await ended(task)).toMatchObject({ completionStatus: 'ERROR' })
  expect((await call(`/accounts/${id}`)).statusCode).toBe(404)
})

test('the columns of a file that say who is disabled say so in a request too', async () => {
  const { ended, account, id, put, create, aggregate, call, patch } = await tenantWithFile()
  await ended(await put({ IIQDisabled: 'true', IIQLocked: 'false' }))
  expect(await account(id)).toMatchObject({ disabled: true, locked: false })
  await patch(`/accounts/${id}`, [{ op: 'replace', path: '/attributes/IIQLocked', value: 'TRUE' }])
  expect(await account(id)).toMatchObject({ disabled: true, locked: true })
  await ended(await create({ uid: 'new', IIQDisabled: 'true' }))
  await aggregate()
  expect(await account(id)).toMatchObject({ disabled: true, locked: true })
  const [made] = (await call('/accounts?filters=nativeIdentity+eq+%22new%22')).json()
  expect(made).toMatchObject({ disabled: true, locked: false })
  await ended(await put({}))
  expect(await account(id)).toMatchObject({ disabled: false, locked: false })
})

test('a write that says nothing of it keeps an account disabled', async () => {
  const tenant = await startTenant()
  const source = await givenFile(tenant.db)
  const id = await givenAccount(tenant.db, source, { uid: 'ines', disabled: 1, locked: 1 })
  const payload = { attributes: { city: 'Lyon' } }
  const answer = await tenant.call(`/accounts/${id}`, { method: 'PUT', payload })
  await tenant.ended(answer.json().id)
  expect(await tenant.account(id)).toMatchObject({ disabled: true, locked: true })
})

test('an account that is created twice at once is one account', async () => {
  const { call, ended, create } = await tenantWithFile(100)
  const [first, second] = [
    await create({ uid: 'new', city: 'Lyon' }),
    await create({ uid: 'new', floor: '3' }),
  ]
  await ended(first)
  await ended(second)
  const found = (await call('/accounts?filters=nativeIdentity+eq+%22new%22')).json()
  expect(found).toMatchObject([{ attributes: { city: 'Lyon', floor: '3' } }])
})

test('creating what is there keeps its owner, and its id', async () => {
  const { account, ended, create, id, owner } = await tenantWithFile()
  await ended(await create({ uid: 'ines', mail: 'nobody@example.com' }))
  expect(await account(id)).toMatchObject({ id, identityId: owner.id, uncorrelated: false })
})

test('a deleted account of a file comes back with its next aggregation, a new record', async () => {
  const { call, ended, id, aggregate } = await tenantWithFile()
  await ended((await call(`/accounts/${id}`, { method: 'DELETE' })).json().id)
  expect((await call('/accounts')).json()).toEqual([])
  await aggregate()
  const [back] = (await call('/accounts')).json()
  expect(back).toMatchObject({ nativeIdentity: 'ines' })
  expect(back.id).not.toBe(id)
})

test('what somebody left without an owner on purpose is not correlated again', async () => {
  const { db, patch, account, owner, aggregate, id } = await tenantWithFile()
  const attributes = JSON.stringify({ uid: 'ines', mail: 'ines@example.com' })
  await db.updateTable('target_account').set({ attributes }).execute()
  const remove = { op: 'remove', path: '/identityId' }
  await patch(`/accounts/${id}`, [
    remove,
    { op: 'replace', path: '/manuallyCorrelated', value: true },
  ])
  await aggregate()
  expect(await account(id)).toMatchObject({ uncorrelated: true, manuallyCorrelated: true })
  await patch(`/accounts/${id}`, [{ op: 'replace', path: '/manuallyCorrelated', value: false }])
  await aggregate()
  expect(await account(id)).toMatchObject({ identityId: owner.id, manuallyCorrelated: false })
})

test('an account that was given away by hand stays there at the next aggregation', async () => {
  const { db, patch, account, aggregate, id } = await tenantWithFile()
  const attributes = JSON.stringify({ uid: 'ines', mail: 'ines@example.com' })
  await db.updateTable('target_account').set({ attributes }).execute()
  const omar = await givenIdentity(db, 'omar')
  await patch(`/accounts/${id}`, [
    { op: 'replace', path: '/identityId', value: omar.id },
    { op: 'replace', path: '/manuallyCorrelated', value: false },
  ])
  expect(await account(id)).toMatchObject({ manuallyCorrelated: false })
  await aggregate()
  expect(await account(id)).toMatchObject({ identityId: omar.id })
})

test('the owner of a direct account can be changed, its attributes cannot', async () => {
  const { db, patch, account } = await startTenant()
  const omar = await givenIdentity(db, 'omar')
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const given = await patch(`/accounts/${id}`, [
    { op: 'replace', path: '/identityId', value: omar.id },
  ])
  expect(given.statusCode).toBe(202)
  const refused = await patch(`/accounts/${id}`, [
    { op: 'remove', path: '/identityId' },
    { op: 'add', path: '/attributes/city', value: 'Lyon' },
  ])
  expect(refused.statusCode).toBe(400)
  expect(await account(id)).toMatchObject({ identityId: omar.id, uncorrelated: false })
})
