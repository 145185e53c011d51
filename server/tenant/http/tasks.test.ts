import { expect, test } from 'vitest'

import { newId } from '../domain/ids.ts'
import { givenAccount, givenFile, givenLogin, givenSource } from '../testing/given.ts'
import { startTenant } from '../testing/tenant.ts'

type Tenant = Awaited<ReturnType<typeof startTenant>>

async function open({ db }: Tenant): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('state', '!=', 'ended')
    .executeTakeFirstOrThrow()
  return Number(count)
}

test('what one account is told is done in the order in which it was told', async () => {
  const tenant = await startTenant({ taskMs: 50 })
  const id = await givenAccount(tenant.db, await givenSource(tenant.db), { uid: 'ines' })
  for (const action of ['disable', 'enable', 'disable', 'enable', 'disable']) {
    await tenant.post(`/accounts/${id}/${action}`, { forceProvisioning: true })
  }
  await expect.poll(() => open(tenant)).toBe(0)
  expect(await tenant.account(id)).toMatchObject({ disabled: true })
})

test('the tenant goes on answering while many tasks are due', async () => {
  const tenant = await startTenant()
  const internal = await givenSource(tenant.db, { name: 'IdentityNow', internal: 1 })
  const { identity } = await givenLogin(tenant.db, internal, 'ines')
  const task = {
    kind: 'disable',
    state: 'waiting',
    due_at: 0,
    input: '{"force":true}',
    type: 'QUEUED_TASK',
    unique_name: 'Disable Account',
    description: '',
    launcher: 'test',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
  } as const
  const account = await tenant.db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const rows = Array.from({ length: 500 }, () => ({
    ...task,
    id: newId(),
    account_id: account.id,
  }))
  await tenant.db.insertInto('task').values(rows).execute()
  await tenant.post('/identities-accounts/enable', { identityIds: [identity.id] })
  await new Promise(setImmediate)
  expect(await open(tenant)).toBeGreaterThan(0)
  await expect.poll(() => open(tenant), { timeout: 10_000 }).toBe(0)
})

test('an account is switched while an aggregation runs', async () => {
  const tenant = await startTenant()
  const { db, call, post, ended } = tenant
  const file = await givenFile(db)
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const rows = Array.from({ length: 2000 }, (_, number) => ({
    source_id: file.id,
    native_identity: `B${number}`,
    disabled: 0 as const,
    locked: 0 as const,
    attributes: JSON.stringify({ uid: `B${number}`, name: `Badge ${number}` }),
  }))
  await db.insertInto('target_account').values(rows).execute()
  const load = await call(`/sources/${file.id}/load-accounts`, { method: 'POST' })
  await ended((await post(`/accounts/${id}/disable`)).json().id)
  const running = (await call(`/task-status/${load.json().task.id}`)).json()
  expect(running.completionStatus).toBeNull()
  expect(await ended(load.json().task.id)).toMatchObject({ attributes: { created: 2000 } })
})

test('an aggregation that somebody ends stops where it is', async () => {
  const { db, call, patch } = await startTenant()
  const file = await givenFile(db)
  const rows = Array.from({ length: 3000 }, (_, number) => ({
    source_id: file.id,
    native_identity: `B${number}`,
    disabled: 0 as const,
    locked: 0 as const,
    attributes: JSON.stringify({ uid: `B${number}` }),
  }))
  await db.insertInto('target_account').values(rows).execute()
  const load = await call(`/sources/${file.id}/load-accounts`, { method: 'POST' })
  const end = [{ op: 'replace', path: '/completionStatus', value: 'TERMINATED' }]
  const ended = await patch(`/task-status/${load.json().task.id}`, end)
  expect(ended.json()).toMatchObject({ completionStatus: 'TERMINATED' })
  const again = await call(`/sources/${file.id}/load-accounts`, { method: 'POST' })
  expect(again.json()).toMatchObject({ success: true })
  expect((await call(`/task-status/${load.json().task.id}`)).json()).toEqual(ended.json())
})
