import { expect, test } from 'vitest'

import { clientOf } from '../domain/clients.ts'
import { givenAccount, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

type State = { locked?: 0 | 1; disabled?: 0 | 1 }

/** An account that says one thing while the system behind its source says another. */
async function drifted(record: State, target: State) {
  const tenant = await startTenant()
  const source = await givenSource(tenant.db)
  const id = await givenAccount(tenant.db, source, { uid: 'ines', ...record })
  await tenant.db.updateTable('target_account').set(target).execute()
  const onSource = () =>
    tenant.db.selectFrom('target_account').select(['disabled', 'locked']).executeTakeFirstOrThrow()
  return { ...tenant, id, onSource }
}

test.each([
  ['disable', { disabled: 1 }, { disabled: 0 }, 'ines is disabled already'],
  ['enable', { disabled: 0 }, { disabled: 1 }, 'ines is enabled already'],
  ['unlock', { locked: 0 }, { locked: 1 }, 'ines is unlocked already'],
] as const)('%s sends nothing where the account says so already', async (action, is, was, text) => {
  const { id, post, ended, onSource } = await drifted(is, was)
  const answer = await post(`/accounts/${id}/${action}`)
  expect(answer.statusCode).toBe(202)
  expect(await ended(answer.json().id)).toMatchObject({
    completionStatus: 'SUCCESS',
    messages: [{ type: 'INFO', localizedText: { message: expect.stringContaining(text) } }],
  })
  expect(await onSource()).toMatchObject(was)
})

test.each([
  ['disable', { disabled: 1 }, { disabled: 0 }],
  ['enable', { disabled: 0 }, { disabled: 1 }],
  ['unlock', { locked: 0 }, { locked: 1 }],
] as const)('%s is sent all the same where it is forced', async (action, is, was) => {
  const { id, post, ended, onSource } = await drifted(is, was)
  const answer = await post(`/accounts/${id}/${action}`, { forceProvisioning: true })
  expect(await ended(answer.json().id)).toMatchObject({ completionStatus: 'SUCCESS', messages: [] })
  expect(await onSource()).toMatchObject(is)
})

test('forcing an account that is not locked unlocks it on the source as well', async () => {
  const { id, post, ended, onSource } = await drifted({ disabled: 1 }, { disabled: 1, locked: 1 })
  const answer = await post(`/accounts/${id}/enable`, { forceProvisioning: true })
  await ended(answer.json().id)
  expect(await onSource()).toEqual({ disabled: 0, locked: 0 })
})

test('an unlock is forced only by whoever may provision', async () => {
  const { id, post, db } = await drifted({ locked: 1 }, { locked: 1 })
  const { identityId: owner_id } = clientOf('demo-source-admin', 'demo-source-admin-secret') ?? {}
  await db.updateTable('source').set({ owner_id }).execute()
  const unlock = (forceProvisioning: boolean, as: string) =>
    post(`/accounts/${id}/unlock`, { forceProvisioning }, as)
  for (const client of ['demo-helpdesk', 'demo-limited', 'demo-service']) {
    expectRefusal(await unlock(true, client), 403, 'idn:accounts-provisioning:manage')
    expect((await unlock(false, client)).statusCode).toBe(202)
  }
  expect((await unlock(true, 'demo-source-admin')).statusCode).toBe(202)
})
