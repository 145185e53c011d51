import { expect, test } from 'vitest'

import { setIdentityStatus } from '../store/identities.ts'
import { givenAccount, givenIdentity, givenLogin, givenSource } from '../testing/given.ts'
import { startTenant } from '../testing/tenant.ts'

/** Somebody whose log-in is locked, and so is an account of theirs. */
async function tenantWithLocked(uid = 'ines') {
  const tenant = await startTenant()
  const { db, call } = tenant
  const internal = await givenSource(db, { name: 'IdentityNow', internal: 1 })
  const { identity, accountId: loginId } = await givenLogin(db, internal, 'ines')
  await db.updateTable('account').set({ locked: 1 }).where('id', '=', loginId).execute()
  await setIdentityStatus(db, identity.id, 'LOCKED')
  const source = await givenSource(db)
  const id = await givenAccount(db, source, { uid, owner: identity.id, locked: 1 })
  const status = async () => (await call(`/identities/${identity.id}`)).json().identityStatus
  return { ...tenant, source, id, loginId, status }
}

test('an unlock leaves the log-in as it is unless it asks for it', async () => {
  const { post, ended, account, id, loginId, status } = await tenantWithLocked()
  await ended((await post(`/accounts/${id}/unlock`)).json().id)
  expect(await account(id)).toMatchObject({ locked: false })
  expect(await account(loginId)).toMatchObject({ locked: true })
  expect(await status()).toBe('LOCKED')
})

test('unlockIDNAccount unlocks the log-in afterwards, and the identity is active again', async () => {
  const { post, ended, account, id, loginId, status } = await tenantWithLocked()
  const { id: task } = (await post(`/accounts/${id}/unlock`, { unlockIDNAccount: true })).json()
  expect(await ended(task)).toMatchObject({ completionStatus: 'SUCCESS', messages: [] })
  expect(await account(id)).toMatchObject({ locked: false, identityState: 'ACTIVE' })
  expect(await account(loginId)).toMatchObject({ locked: false })
  expect(await status()).toBe('ACTIVE')
})

test('a log-in is unlocked although the account was not locked any more', async () => {
  const { post, ended, account, db, id, loginId } = await tenantWithLocked()
  await db.updateTable('account').set({ locked: 0 }).where('id', '=', id).execute()
  await ended((await post(`/accounts/${id}/unlock`, { unlockIDNAccount: true })).json().id)
  expect(await account(loginId)).toMatchObject({ locked: false })
})

test('where the source refuses the unlock, the log-in stays locked too', async () => {
  const { post, ended, account, id, loginId, status } =
    await tenantWithLocked('sentinel-task-error')
  const { id: task } = (await post(`/accounts/${id}/unlock`, { unlockIDNAccount: true })).json()
  expect(await ended(task)).toMatchObject({ completionStatus: 'ERROR' })
  expect(await account(id)).toMatchObject({ locked: true })
  expect(await account(loginId)).toMatchObject({ locked: true })
  expect(await status()).toBe('LOCKED')
})

test('an identity without a log-in is told of, and the account is unlocked', async () => {
  const { db, source, post, ended, account } = await tenantWithLocked()
  const omar = await givenIdentity(db, 'omar')
  const id = await givenAccount(db, source, { uid: 'omar', owner: omar.id, locked: 1 })
  const { id: task } = (await post(`/accounts/${id}/unlock`, { unlockIDNAccount: true })).json()
  expect(await ended(task)).toMatchObject({
    completionStatus: 'SUCCESS',
    messages: [
      { type: 'INFO', localizedText: { message: 'omar has no log-in account to unlock.' } },
    ],
  })
  expect(await account(id)).toMatchObject({ locked: false })
})

test('an identity is what its log-in is: disabled before locked, and locked before active', async () => {
  const { post, ended, loginId, status } = await tenantWithLocked()
  const act = async (action: string) =>
    ended((await post(`/accounts/${loginId}/${action}`)).json().id)
  await act('disable')
  expect(await status()).toBe('DISABLED')
  await act('enable')
  expect(await status()).toBe('LOCKED')
  await act('unlock')
  expect(await status()).toBe('ACTIVE')
})
