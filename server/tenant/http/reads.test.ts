import { expect, test } from 'vitest'

import { expectContract } from '../contract-check.ts'
import { givenAccount, givenIdentity, givenSource } from '../testing/given.ts'
import { expectRefusal, startTenant } from '../testing/tenant.ts'

async function tenantWithAccount() {
  const tenant = await startTenant()
  const source = await givenSource(tenant.db)
  const identity = await givenIdentity(tenant.db, 'ines')
  const accountId = await givenAccount(tenant.db, source, { uid: 'ines', owner: identity.id })
  return { ...tenant, source, identity, accountId }
}

test('every list answers in the contract, with the count where it is asked for', async () => {
  const { call, accountId, post, ended } = await tenantWithAccount()
  await ended((await post(`/accounts/${accountId}/disable`)).json().id)
  const lists = [
    ['listAccounts', '/accounts'],
    ['listIdentities', '/identities'],
    ['listSources', '/sources'],
    ['getTaskStatusList', '/task-status'],
    ['getAccountEntitlements', `/accounts/${accountId}/entitlements`],
  ]
  for (const [operation, url] of lists) {
    const answer = await call(`${url}?count=true&limit=10`)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toHaveLength(1)
    expect(answer.headers['x-total-count']).toBe('1')
    expectContract(`${operation} 200`, answer.json())
  }
  expect((await call('/accounts')).headers['x-total-count']).toBeUndefined()
})

test('every single thing answers in the contract, and an unknown one is 404', async () => {
  const { call, source, identity, accountId } = await tenantWithAccount()
  const [entitlement] = (await call(`/accounts/${accountId}/entitlements`)).json()
  const things = [
    ['Account', `/accounts/${accountId}`],
    ['Identity', `/identities/${identity.id}`],
    ['Source', `/sources/${source.id}`],
    ['Entitlement', `/entitlements/${entitlement.id}`],
  ] as const
  for (const [schema, url] of things) {
    const answer = await call(url)
    expect(answer.statusCode).toBe(200)
    expectContract(schema, answer.json())
    const unknown = await call(url.replace(/\/[^/]+$/, '/nobody'))
    expectRefusal(unknown, 404, 'nobody')
  }
  expectRefusal(await call('/accounts/nobody/entitlements'), 404, 'nobody')
  expectRefusal(await call('/task-status/nobody'), 404, 'nobody')
})

test.each([
  ['limit=251', 'limit', '400.1 Bad request content'],
  ['limit=-1', 'limit', '400.1 Bad request content'],
  ['limit=abc', 'limit', '400.1 Bad request content'],
  ['limit=99999999999', 'limit', '400.1 Bad request content'],
  ['offset=-1', 'offset', '400.1 Bad request content'],
  ['count=perhaps', 'count', '400.1 Bad request content'],
  ['detailLevel=SOME', 'detailLevel', '400.1 Bad request content'],
  ['filters=name', 'column 5', '400.0 Bad request syntax'],
  ['filters=name+co+%22a%22', 'name does not allow co', '400.1 Bad request content'],
  ['filters=disabled+eq+true', 'disabled', '400.1 Bad request content'],
  ['sorters=disabled', 'disabled', '400.1 Bad request content'],
])('%s is refused by name: %s', async (query, text, detailCode) => {
  const { call } = await startTenant()
  const answer = await call(`/accounts?${query}`)
  expectRefusal(answer, 400, text)
  expect(answer.json().detailCode).toBe(detailCode)
})

test('a refusal carries the id of the request, in the body and in the header', async () => {
  const { call } = await startTenant()
  const answer = await call('/accounts/nobody')
  expect(answer.json().trackingId).toMatch(/^[0-9a-f]{32}$/)
  expect(answer.headers['slpt-request-id']).toBe(answer.json().trackingId)
})

test('whether it lives, the tenant tells everybody', async () => {
  const { app } = await startTenant()
  expect((await app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' })
})

test('an unknown address is refused in the shape of the contract', async () => {
  const { call } = await startTenant()
  const broken = await call('/accounts/%zz')
  expectRefusal(broken, 400, '')
  expect(broken.headers['slpt-request-id']).toBe(broken.json().trackingId)
  expectRefusal(await call('/nothing'), 404, 'GET /v2024/nothing')
})
