import { expect, test } from 'vitest'

import { givenAccount, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

const experimental = { 'x-sailpoint-experimental': 'true' }

async function start(uid = 'ines') {
  const tenant = await startTenant()
  const id = await givenAccount(tenant.db, await givenSource(tenant.db), { uid })
  const classify = (mode = '', more: object = { headers: experimental }) =>
    tenant.call(`/accounts/${id}/classify${mode && `?classificationMode=${mode}`}`, {
      method: 'POST',
      ...more,
    })
  const isMachine = async (mode = '') => (await classify(mode)).json().isMachine
  return { ...tenant, id, classify, isMachine }
}

test('without the header for experimental operations it is refused, but not by its v1 path', async () => {
  const { classify } = await start()
  expectRefusal(await classify('', {}), 400, 'x-sailpoint-experimental')
  const refused = { headers: { 'x-sailpoint-experimental': 'false' } }
  expectRefusal(await classify('', refused), 400, 'x-sailpoint-experimental')
  expect((await classify('', { version: 'v1' })).statusCode).toBe(200)
})

test('an unknown account is 404, an unknown mode 400', async () => {
  const { call, classify } = await start()
  const unknown = await call('/accounts/unknown/classify', {
    method: 'POST',
    headers: experimental,
  })
  expectRefusal(unknown, 404, 'unknown')
  expectRefusal(await classify('forceRobot'), 400, 'classificationMode')
})

test('the name decides, and says so in the recommendation', async () => {
  const machine = await start('svc.backup')
  expect(await machine.isMachine()).toBe(true)
  expect(await machine.account(machine.id)).toMatchObject({
    isMachine: true,
    recommendation: { type: 'MACHINE', method: 'CRITERIA' },
  })
  const human = await start('svcenska')
  expect(await human.isMachine()).toBe(false)
  expect(await human.account(human.id)).toMatchObject({
    isMachine: false,
    recommendation: { type: 'HUMAN', method: 'CRITERIA' },
  })
})

test('what was classified by hand stays so until manual choices are to be ignored', async () => {
  const { account, id, isMachine } = await start('svc.backup')
  expect(await isMachine('forceHuman')).toBe(false)
  expect(await account(id)).toMatchObject({ isMachine: false, recommendation: null })
  expect(await isMachine('default')).toBe(false)
  expect(await isMachine('ignoreManual')).toBe(true)
  expect(await isMachine('forceMachine')).toBe(true)
  expect(await account(id)).toMatchObject({ isMachine: true, recommendation: null })
})

test('an account that becomes human has no owner as a machine any more', async () => {
  const { account, db, id, isMachine } = await start('svc.backup')
  const { identityId } = await account(id)
  await db.updateTable('account').set({ owner_identity_id: identityId }).execute()
  expect(await isMachine()).toBe(true)
  expect(await account(id)).toMatchObject({ ownerIdentity: { id: identityId } })
  await isMachine('forceHuman')
  expect(await account(id)).toMatchObject({ ownerIdentity: null })
})
