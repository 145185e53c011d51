import { expect, test } from 'vitest'

import { givenAccount, givenFile, givenIdentity, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

const to = (value: string) => [{ op: 'replace', path: '/identityId', value }]

/** Ines with an account that makes her a person, and one that does not. */
async function tenantWithPerson() {
  const tenant = await startTenant()
  const { db, call } = tenant
  const hr = await givenFile(db, { name: 'HR', authoritative: 1 })
  const directory = await givenSource(db)
  const ines = await givenIdentity(db, 'ines')
  const omar = await givenIdentity(db, 'omar')
  const worker = await givenAccount(db, hr, { uid: 'E1', owner: ines.id })
  await givenAccount(db, hr, { uid: 'E9', owner: omar.id })
  const plain = await givenAccount(db, directory, { uid: 'ines', owner: ines.id })
  const people = async () =>
    (await call('/identities?sorters=name')).json().map((person: { name: string }) => person.name)
  return { ...tenant, hr, directory, ines, omar, worker, plain, people }
}

test('moving her last authoritative account away leaves a person uncorrelated', async () => {
  const { patch, account, call, ines, omar, worker, plain, people } = await tenantWithPerson()
  await patch(`/accounts/${worker}`, to(omar.id))
  expect(await account(worker)).toMatchObject({ identityId: omar.id, uncorrelated: false })
  expect(await account(plain)).toMatchObject({ identityId: ines.id, uncorrelated: true })
  expect(await people()).toEqual(['omar'])
  const found = await call(`/accounts?filters=${encodeURIComponent('uncorrelated eq true')}`)
  expect(found.json()).toMatchObject([{ id: plain }])
  expect((await call('/identities?defaultFilter=NONE')).json()).toHaveLength(2)
})

test('her authoritative account brings her back', async () => {
  const { patch, account, ines, omar, worker, plain, people } = await tenantWithPerson()
  await patch(`/accounts/${worker}`, to(omar.id))
  expectRefusal(await patch(`/accounts/${plain}`, to(ines.id)), 400, `no identity ${ines.id}`)
  expect((await patch(`/accounts/${worker}`, to(ines.id))).statusCode).toBe(202)
  expect(await account(worker)).toMatchObject({ identityId: ines.id, uncorrelated: false })
  expect(await account(plain)).toMatchObject({ identityId: ines.id, uncorrelated: false })
  expect(await people()).toEqual(['ines', 'omar'])
})

test('a person without any account left is gone', async () => {
  const { patch, call, ines, omar, worker, plain } = await tenantWithPerson()
  await patch(`/accounts/${plain}`, to(omar.id))
  expect((await call(`/identities/${ines.id}`)).statusCode).toBe(200)
  await patch(`/accounts/${worker}`, to(omar.id))
  expect((await call(`/identities/${ines.id}`)).statusCode).toBe(404)
})

test('one of two authoritative accounts keeps a person', async () => {
  const { db, hr, patch, account, ines, omar, worker, plain } = await tenantWithPerson()
  await givenAccount(db, hr, { uid: 'E2', owner: ines.id })
  await patch(`/accounts/${worker}`, to(omar.id))
  expect(await account(plain)).toMatchObject({ identityId: ines.id, uncorrelated: false })
})

test('taking the authoritative account from a person uncorrelates both', async () => {
  const { patch, account, ines, worker, plain, people } = await tenantWithPerson()
  await patch(`/accounts/${worker}`, [{ op: 'remove', path: '/identityId' }])
  const taken = await account(worker)
  expect(taken).toMatchObject({ uncorrelated: true, manuallyCorrelated: false })
  expect(taken.identityId).not.toBe(ines.id)
  expect(await account(plain)).toMatchObject({ identityId: ines.id, uncorrelated: true })
  expect(await people()).toEqual(['omar'])
})

test('an authoritative account is not given to what stands for an account of nobody', async () => {
  const { db, directory, patch, account, worker } = await tenantWithPerson()
  const stray = await account(await givenAccount(db, directory, { uid: 'stray' }))
  const answer = await patch(`/accounts/${worker}`, to(stray.identityId))
  expectRefusal(answer, 400, `no identity ${stray.identityId}`)
})

test('moving an account that is not authoritative changes no identity', async () => {
  const { patch, call, omar, plain, people } = await tenantWithPerson()
  await patch(`/accounts/${plain}`, to(omar.id))
  expect(await people()).toEqual(['ines', 'omar'])
  expect((await call('/identities?defaultFilter=NONE')).json()).toHaveLength(2)
})
