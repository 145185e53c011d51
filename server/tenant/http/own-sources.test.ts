import { expect, test } from 'vitest'

import { clientOf } from '../domain/clients.ts'
import { givenAccount, givenFile, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

const as = 'demo-source-admin'
const ownerId = (client: string) => clientOf(client, `${client}-secret`)?.identityId ?? null

/** Two sources of the source administrator, one of somebody else, with an account and a task each. */
async function tenantWithOwners() {
  const tenant = await startTenant({ taskMs: 3_600_000 })
  const owner_id = ownerId(as)
  const one = await givenSource(tenant.db, { name: 'One', owner_id })
  const two = await givenFile(tenant.db, { name: 'Two', owner_id })
  const other = await givenSource(tenant.db, { name: 'Other', owner_id: ownerId('demo-helpdesk') })
  for (const source of [one, two, other]) {
    for (const uid of ['ines', 'omar']) await givenAccount(tenant.db, source, { uid })
    await tenant.call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
  }
  const list = async (url: string, client = as) => {
    const answer = await tenant.call(url, { as: client })
    const rows = answer.statusCode === 204 ? [] : answer.json()
    return { rows, total: answer.headers['x-total-count'] }
  }
  return { ...tenant, one, two, other, list }
}

test('the accounts of other sources are in no page and in no count', async () => {
  const { list, one, two, other } = await tenantWithOwners()
  const all = await list('/accounts?count=true&sorters=sourceId')
  expect(all.total).toBe('4')
  const sources = all.rows.map((account: { sourceId: string }) => account.sourceId)
  expect(new Set(sources)).toEqual(new Set([one.id, two.id]))
  expect(await list('/accounts?count=true&limit=0')).toMatchObject({ rows: [], total: '4' })
  expect(await list('/accounts?count=true&limit=1&offset=3')).toMatchObject({ total: '4' })
  const asked = `filters=${encodeURIComponent(`sourceId eq "${other.id}"`)}`
  expect(await list(`/accounts?count=true&${asked}`)).toEqual({ rows: [], total: '0' })
  const either = `filters=${encodeURIComponent(`name eq "ines" or sourceId eq "${other.id}"`)}`
  expect(await list(`/accounts?count=true&${either}`)).toMatchObject({ total: '2' })
  expect(await list('/accounts?count=true', 'demo-admin')).toMatchObject({ total: '6' })
  expect(await list('/accounts?count=true', 'demo-helpdesk')).toMatchObject({ total: '6' })
})

test('whoever owns no source sees none, and nothing on any', async () => {
  const { list } = await tenantWithOwners()
  const subadmin = 'demo-source-subadmin'
  for (const url of [
    '/accounts?count=true',
    '/sources?for-subadmin=me&count=true',
    '/task-status?count=true',
    '/task-status/pending-tasks?count=true',
  ]) {
    expect(await list(url, subadmin)).toEqual({ rows: [], total: '0' })
  }
})

test('a parameter of the address widens nothing', async () => {
  const { list, other } = await tenantWithOwners()
  expect(await list(`/accounts?count=true&sourceIds=${other.id}`)).toMatchObject({ total: '4' })
})

test('sources and tasks are listed for the own sources alone', async () => {
  const { call, list, one, two } = await tenantWithOwners()
  const names = async (url: string, client?: string) =>
    (await list(url, client)).rows.map((source: { name: string }) => source.name)
  expect(await names('/sources?sorters=name')).toEqual(['One', 'Two'])
  expect(await list('/sources?count=true&limit=1')).toMatchObject({ total: '2' })
  const pending = await list('/task-status/pending-tasks?count=true')
  expect(pending.total).toBe('2')
  const targets = pending.rows.map((task: { target: { id: string } }) => task.target.id)
  expect(new Set(targets)).toEqual(new Set([one.id, two.id]))
  const newer = await call('/task-status?count=true', { as, version: 'v1' })
  expect(newer.headers['x-total-count']).toBe('2')
})

test('for-subadmin narrows the sources to those of one person', async () => {
  const { call, list } = await tenantWithOwners()
  const names = async (person: string | null, client: string) =>
    (await list(`/sources?sorters=name&for-subadmin=${person}`, client)).rows.map(
      (source: { name: string }) => source.name,
    )
  const helpdesk = ownerId('demo-helpdesk')
  expect(await names(ownerId(as), 'demo-admin')).toEqual(['One', 'Two'])
  expect(await names(helpdesk, 'demo-admin')).toEqual(['Other'])
  expect(await names('me', 'demo-admin')).toEqual([])
  expect(await names('me', as)).toEqual(['One', 'Two'])
  expect(await names(helpdesk, as)).toEqual([])
  expectRefusal(
    await call('/sources?for-subadmin=me', { as: 'demo-service' }),
    400,
    'for-subadmin: me',
  )
})

test('a sub-administrator has to ask for the own sources', async () => {
  const { call } = await tenantWithOwners()
  const list = (query: string) => call(`/sources${query}`, { as: 'demo-source-subadmin' })
  for (const query of ['', `?for-subadmin=${ownerId(as)}`, '?for-subadmin=']) {
    expectRefusal(await list(query), 403, 'for-subadmin has to be me')
  }
  expect((await list(`?for-subadmin=${ownerId('demo-source-subadmin')}`)).statusCode).toBe(200)
})

test('a source that changes hands is reached by its new owner alone', async () => {
  const { call, db, other } = await tenantWithOwners()
  const get = async () => (await call(`/sources/${other.id}`, { as })).statusCode
  expect(await get()).toBe(403)
  await db
    .updateTable('source')
    .set({ owner_id: ownerId(as) })
    .execute()
  expect(await get()).toBe(200)
})

test('a task that belongs to no source is refused to those who look after sources', async () => {
  const { call, db, list, one } = await tenantWithOwners()
  const { id } = await db
    .selectFrom('task')
    .select('id')
    .where('source_id', '=', one.id)
    .executeTakeFirstOrThrow()
  await db.updateTable('task').set({ source_id: null }).where('id', '=', id).execute()
  expect((await call(`/task-status/${id}`, { as })).statusCode).toBe(403)
  expect(await list('/task-status/pending-tasks?count=true')).toMatchObject({ total: '1' })
})

test('a refused write changes nothing', async () => {
  const { call, db, other, account } = await tenantWithOwners()
  const { id } = await db
    .selectFrom('account')
    .select('id')
    .where('source_id', '=', other.id)
    .executeTakeFirstOrThrow()
  const before = await account(id)
  const tasks = () => db.selectFrom('task').select('id').execute()
  const count = (await tasks()).length
  for (const action of ['enable', 'disable', 'unlock', 'reload']) {
    const answer = await call(`/accounts/${id}/${action}`, { method: 'POST', payload: {}, as })
    expectRefusal(answer, 403, 'sources that they own')
  }
  const patch = await call(`/accounts/${id}`, {
    method: 'PATCH',
    as,
    headers: { 'content-type': 'application/json-patch+json' },
    payload: JSON.stringify([{ op: 'replace', path: '/manuallyCorrelated', value: true }]),
  })
  expectRefusal(patch, 403, 'sources that they own')
  expect(await account(id)).toEqual(before)
  expect(await tasks()).toHaveLength(count)
})

test('an account is not created on a source of somebody else', async () => {
  const { post, other, two } = await tenantWithOwners()
  const create = (sourceId: string) =>
    post('/accounts', { attributes: { sourceId, uid: 'new' } }, as)
  expectRefusal(await create(other.id), 403, 'sources that they own')
  expect((await create(two.id)).statusCode).toBe(202)
  expectRefusal(await create('nobody'), 400, 'nobody')
})
