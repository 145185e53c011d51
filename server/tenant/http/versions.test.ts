import { afterAll, beforeAll, expect, test } from 'vitest'

import { givenAccount, givenSource } from '../testing/given.ts'
import { openTenant, startTenant, type TestTenant } from '../testing/tenant.ts'
import { readContract, v1PathOf } from './contract.ts'

const { document, operations } = readContract()
const routes = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId }]) => ({
    operationId,
    method: method.toUpperCase() as 'GET', // or another of the contract's
    path: path.replaceAll(/\{\w+\}/g, 'unknown'),
    inV1: operations.find((known) => known.operationId === operationId)?.inV1 ?? false,
  })),
)

let tenant: TestTenant
beforeAll(async () => {
  tenant = await openTenant()
})
afterAll(() => tenant.close())

test('the contract has 36 operations, and its paths become those of the services', () => {
  expect(routes).toHaveLength(36)
  expect(Object.keys(document.paths).map(v1PathOf)).toEqual([
    '/accounts/v1',
    '/accounts/v1/{id}',
    '/accounts/v1/{id}/entitlements',
    '/accounts/v1/{id}/reload',
    '/accounts/v1/{id}/enable',
    '/accounts/v1/{id}/disable',
    '/accounts/v1/{id}/unlock',
    '/accounts/v1/{id}/remove',
    '/accounts/v1/{id}/classify',
    '/accounts/v1/search-attribute-config',
    '/accounts/v1/search-attribute-config/{name}',
    '/identities-accounts/v1/{id}/enable',
    '/identities-accounts/v1/{id}/disable',
    '/identities-accounts/v1/enable',
    '/identities-accounts/v1/disable',
    '/identities/v1',
    '/identities/v1/{id}',
    '/sources/v1',
    '/sources/v1/{id}',
    '/sources/v1/{id}/load-accounts',
    '/task-status/v1',
    '/task-status/v1/{id}',
    '/entitlements/v1/{id}',
    '/task-status/v1/pending-tasks',
    '/account-aggregations/v1/{id}/status',
    '/sources/v1/{sourceId}/schemas',
    '/auth-users/v1/{id}',
  ])
})

test.each(routes.filter(({ inV1 }) => inV1))(
  '$operationId answers alike by $method /v2024$path and by its v1 path',
  async ({ method, path }) => {
    const headers = { 'x-sailpoint-experimental': 'true' }
    const [older, newer] = await Promise.all([
      tenant.call(path, { method, headers }),
      tenant.call(path, { method, headers, version: 'v1' }),
    ])
    const plain = (body: string) => body.replaceAll(/"trackingId":"\w+"/g, '')
    expect(newer.statusCode).toBe(older.statusCode)
    expect(plain(newer.body)).toBe(plain(older.body))
    expect(newer.body).not.toContain('There is nothing for')
  },
)

test('the year is deprecated and says so, refusals included; the newer paths are not', async () => {
  const { app, call } = tenant
  expect((await call('/sources')).headers['x-deprecated']).toBe('true')
  expect((await call('/sources', { version: 'v1' })).headers).not.toHaveProperty('x-deprecated')
  const refused = await app.inject('/v2024/sources')
  expect([refused.statusCode, refused.headers['x-deprecated']]).toEqual([401, 'true'])
})

test('a path that is neither year nor service is no path', async () => {
  for (const url of ['/accounts', '/v1/accounts', '/v2025/accounts', '/accounts/v2', '/v2024']) {
    expect((await tenant.app.inject(url)).statusCode).toBe(404)
  }
})

test('the newer paths act, too', async () => {
  const { db, call, ended, account } = await startTenant()
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const answer = await call(`/accounts/${id}/disable`, {
    method: 'POST',
    payload: {},
    version: 'v1',
  })
  await ended(answer.json().id)
  expect(await account(id)).toMatchObject({ disabled: true })
})

test('each client has 100 calls in 10 seconds with each version, and refused ones count', async () => {
  const { call } = await startTenant({ rateLimit: 100 })
  const calls = (count: number, more: object) =>
    Promise.all(Array.from({ length: count }, () => call('/sources?limit=1', more)))
  const statuses = async (count: number, more: object = {}) =>
    (await calls(count, more)).map(({ statusCode }) => statusCode)
  // Asking for a token is no operation, so it is not counted.
  expect(new Set(await statuses(100))).toEqual(new Set([200]))
  const [refused] = await calls(1, {})
  expect(refused?.statusCode).toBe(429)
  expect(refused?.json()).toEqual({ message: ' Rate Limit Exceeded ' })
  const wait = Number(refused?.headers['retry-after'])
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(10)

  expect(new Set(await statuses(100, { version: 'v1' }))).toEqual(new Set([200]))
  expect(await statuses(1, { version: 'v1' })).toEqual([429])
  expect(new Set(await statuses(100, { as: 'demo-source-admin' }))).toEqual(new Set([200]))
  expect(await statuses(1)).toEqual([429])
})
