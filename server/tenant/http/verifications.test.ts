import { expect, test } from 'vitest'

import { lastingDatabase } from '../testing/database.ts'
import { givenAccount, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

type Tenant = Awaited<ReturnType<typeof startTenant>>

async function decide({ app, tokenOf }: Tenant, id: string, body: object, as = 'demo-admin') {
  const headers = { authorization: `Bearer ${await tokenOf(as)}` }
  const url = `/control/verifications/${encodeURIComponent(id)}`
  return app.inject({ method: 'POST', url, headers, payload: body })
}

/** An account that was told to do something once the verification `v 1` has come. */
async function tenantWithHeld(action = 'disable', state: object = {}) {
  const tenant = await startTenant()
  const id = await givenAccount(tenant.db, await givenSource(tenant.db), { uid: 'ines', ...state })
  const answer = await tenant.post(`/accounts/${id}/${action}`, { externalVerificationId: 'v 1' })
  expect(answer.statusCode).toBe(202)
  const taskId: string = answer.json().id
  const task = async () => (await tenant.call(`/task-status/${taskId}`)).json()
  return { ...tenant, tenant, id, taskId, task }
}

test('a change that an outside process has to confirm waits, and says for what', async () => {
  const { task, taskId, tenant, call, post, ended, account, id } = await tenantWithHeld()
  const other = await givenAccount(tenant.db, await givenSource(tenant.db, { name: 'Other' }), {
    uid: 'omar',
  })
  await ended((await post(`/accounts/${other}/disable`)).json().id)
  expect(await task()).toMatchObject({
    completionStatus: null,
    launched: null,
    progress: 'Waits for the verification v 1',
  })
  expect(await account(id)).toMatchObject({ disabled: false })
  expect((await call('/task-status/pending-tasks')).json()).toMatchObject([{ id: taskId }])
})

test.each([
  ['disable', {}, { disabled: true }],
  ['enable', { disabled: 1 as const }, { disabled: false }],
  ['unlock', { locked: 1 as const }, { locked: false }],
])('%s is done once it is approved', async (action, before, after) => {
  const { tenant, ended, account, id, taskId } = await tenantWithHeld(action, before)
  const answer = await decide(tenant, 'v 1', { approved: true })
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { id: 'v 1', approved: true, tasks: [taskId] },
  ])
  expect(await ended(taskId)).toMatchObject({ completionStatus: 'SUCCESS' })
  expect(await account(id)).toMatchObject(after)
})

test('a refused change ends TERMINATED with the reason, and nothing is changed', async () => {
  const { tenant, ended, account, id, taskId } = await tenantWithHeld()
  const answer = await decide(tenant, 'v 1', { approved: false, reason: 'Nobody answered' })
  expect(answer.statusCode).toBe(200)
  const task = await ended(taskId)
  expect(task).toMatchObject({ completionStatus: 'TERMINATED', progress: null })
  expect(task.messages).toMatchObject([
    { type: 'ERROR', localizedText: { message: expect.stringContaining('v 1 was refused') } },
  ])
  expect(task.messages[0].localizedText.message).toContain('Nobody answered')
  expect(await account(id)).toMatchObject({ disabled: false })
})

test('a verdict counts once, for every task that waits for it', async () => {
  const { tenant, post, ended, id, taskId } = await tenantWithHeld()
  const second = await post(`/accounts/${id}/enable`, { externalVerificationId: 'v 1' })
  const answer = await decide(tenant, 'v 1', { approved: true })
  expect(answer.json().tasks).toEqual([taskId, second.json().id])
  await ended(second.json().id)
  expectRefusal(await decide(tenant, 'v 1', { approved: false }), 404, 'v 1')
})

test('a held task that somebody ends is not done when it is approved later', async () => {
  const { tenant, patch, account, id, taskId } = await tenantWithHeld()
  await patch(`/task-status/${taskId}`, [
    { op: 'replace', path: '/completionStatus', value: 'TERMINATED' },
  ])
  expectRefusal(await decide(tenant, 'v 1', { approved: true }), 404, 'v 1')
  expect(await account(id)).toMatchObject({ disabled: false })
})

test('a held task still waits after a restart', async () => {
  const database = await lastingDatabase()
  const before = await startTenant({ database })
  const id = await givenAccount(before.db, await givenSource(before.db), { uid: 'ines' })
  const body = { externalVerificationId: 'v 1' }
  const { id: taskId } = (await before.post(`/accounts/${id}/disable`, body)).json()
  await before.close()

  const after = await startTenant({ database })
  expect((await after.call(`/task-status/${taskId}`)).json()).toMatchObject({
    completionStatus: null,
    progress: 'Waits for the verification v 1',
  })
  await decide(after, 'v 1', { approved: true })
  expect(await after.ended(taskId)).toMatchObject({ completionStatus: 'SUCCESS' })
  expect(await after.account(id)).toMatchObject({ disabled: true })
})

test('a verification id that no address can hold is refused', async () => {
  const { db, post } = await startTenant()
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const disable = (externalVerificationId: unknown) =>
    post(`/accounts/${id}/disable`, { externalVerificationId })
  expectRefusal(await disable(' '), 400, 'externalVerificationId is empty')
  expectRefusal(await disable('x'.repeat(101)), 400, 'longer than 100')
  expectRefusal(await disable(7), 400, 'externalVerificationId must be string')
})

test.each(['demo-helpdesk', 'demo-source-admin', 'demo-auditor', 'demo-limited', 'demo-service'])(
  'a verdict is not taken from %s',
  async (client) => {
    const { tenant, task } = await tenantWithHeld()
    expectRefusal(
      await decide(tenant, 'v 1', { approved: true }, client),
      403,
      'needs one of|needs a user',
    )
    expect(await task()).toMatchObject({ completionStatus: null })
  },
)

test('a verdict without a token, for nothing, or that cannot be read is refused', async () => {
  const { tenant, app, task } = await tenantWithHeld()
  const url = '/control/verifications/x'
  expect((await app.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(401)
  expectRefusal(await decide(tenant, 'v 2', { approved: true }), 404, 'v 2')
  for (const body of [{}, { approved: 'true' }, { approved: true, more: 1 }]) {
    expectRefusal(await decide(tenant, 'v 1', body), 400, /approved|body/i)
  }
  expect(await task()).toMatchObject({ completionStatus: null })
})
