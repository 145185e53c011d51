import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { OperationId } from '../../contract.ts'
import { expectContract } from '../contract-check.ts'
import { goodRequest, nothing, rightsStage, type Things } from '../testing/rights-stage.ts'
import { expectRefusal } from '../testing/tenant.ts'
import { readContract, type ApiVersion } from './contract.ts'
import { subjects } from './subjects.ts'

const clients = {
  A: 'demo-admin',
  S: 'demo-source-admin',
  B: 'demo-source-subadmin',
  H: 'demo-helpdesk',
  R: 'demo-auditor',
  L: 'demo-limited',
  P: 'demo-service',
}
const owners = [clients.S, clients.B]

/**
 * Who may, what a good request is answered with, and what one that names nothing. An operation of the
 * contract that has no line here does not compile.
 */
const rights: Record<OperationId, string> = {
  listAccounts: 'ASBHRP 200',
  createAccount: 'ASBP 202 400',
  getAccount: 'ASBHRP 200 404',
  putAccount: 'ASBP 202 404',
  updateAccount: 'ASBP 202 404',
  deleteAccount: 'ASBP 202 404',
  getAccountEntitlements: 'ASBHRP 200 404',
  submitReloadAccount: 'ASBHLP 202 404',
  enableAccount: 'ASBHLP 202 404',
  disableAccount: 'ASBHLP 202 404',
  unlockAccount: 'ASBHLP 202 404',
  deleteAccountAsync: 'AP 202 404',
  sendClassifyMachineAccount: 'ASBP 200 404',
  getSearchAttributeConfig: 'AR 200',
  createSearchAttributeConfig: 'A 202',
  getSingleSearchAttributeConfig: 'AR 200 204',
  patchSearchAttributeConfig: 'A 200 404',
  deleteSearchAttributeConfig: 'A 204 404',
  enableAccountForIdentity: 'ALP 202 404',
  disableAccountForIdentity: 'ALP 202 404',
  enableAccountsForIdentities: 'ALP 207 207',
  disableAccountsForIdentities: 'ALP 207 207',
  listIdentities: 'ASBHR 200',
  getIdentity: 'ASBHR 200 404',
  listSources: 'ASBRP 200',
  getSource: 'ASBRP 200 404',
  importAccounts: 'ASBP 202 404',
  getSourceSchemas: 'ASBR 200 404',
  getTaskStatusList: 'ASBHRP 200',
  getTaskStatus: 'ASBHRP 200 404',
  updateTaskStatus: 'ASB 200 404',
  getPendingTasks: 'ASBHRP 200',
  getPendingTaskHeaders: 'ASBHRP 200',
  getAccountAggregationStatus: 'ASBRL 200 404',
  getEntitlement: 'ARP 200 404',
  getAuthUser: 'ASBHR 200 404',
}

const { document, operations } = readContract()
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const routes = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([verb, { operationId }]) => {
    const method = methods.find((known) => known === verb.toUpperCase())
    const [may = '', good, unknown] = rights[operationId].split(' ')
    if (!method) throw new Error(`The contract has a method ${verb}`)
    return { operationId, path, method, may, good: Number(good), unknown: Number(unknown) }
  }),
)
type Route = (typeof routes)[number]

const cases = routes.flatMap((route) =>
  Object.entries(clients).flatMap(([letter, client]) => {
    const may = route.may.includes(letter)
    const bound = owners.includes(client) && !['any', 'list'].includes(subjects[route.operationId])
    const test = (about: 'own' | 'foreign' | 'nothing', status: number, version: ApiVersion) => ({
      ...route,
      client,
      about,
      allowed: may,
      status: may ? status : 403,
      version,
    })
    const inV1 = operations.find((one) => one.operationId === route.operationId)?.inV1
    return [
      test('own', route.good, 'v2024'),
      ...(inV1 ? [test('own', route.good, 'v1')] : []),
      ...(bound ? [test('foreign', 403, 'v2024')] : []),
      ...(route.unknown ? [test('nothing', route.unknown, 'v2024')] : []),
    ]
  }),
)

// Tasks are accepted and none of them ends, so one tenant serves all.
let stage: Awaited<ReturnType<typeof rightsStage>>
beforeAll(async () => {
  stage = await rightsStage(owners)
})
afterAll(() => stage.tenant.close())

/** Calls an operation about what is there, or about nothing, with all that it asks for. */
async function callAbout(route: Route, things: Things, as: string, version: ApiVersion) {
  const {
    id = '',
    query = '',
    ...rest
  } = await goodRequest(stage.tenant, route.operationId, things)
  const asked = as === clients.P ? '' : query // the client without a person is nobody's `me`
  const url = `${route.path.replace(/\{\w+\}/, id)}${asked}`
  return stage.tenant.call(url, { ...rest, method: route.method, as, version })
}

describe('every operation answers every client as it may', () => {
  test.each(cases)('$operationId: $client about $about gets $status by $version', async (given) => {
    const { about, client, status, version } = given
    const things =
      about === 'own' ? stage.thingsFor(client) : about === 'foreign' ? stage.foreign : nothing
    const answer = await callAbout(given, things, client, version)
    expect(answer.statusCode).toBe(status)
    if (status !== 403 || given.method === 'HEAD') return
    expectRefusal(answer, 403, given.allowed ? 'sources that they own' : 'needs')
  })
})

test.each(routes)('$operationId takes no call without a token', async ({ path, method }) => {
  const url = `/v2024${path.replace(/\{\w+\}/, 'x')}`
  const answer = await stage.tenant.app.inject({ method, url })
  expect(answer.statusCode).toBe(401)
  if (method === 'HEAD') return
  expect(answer.json()).toEqual({ error: 'JWT is required' })
  expectContract('listAccounts 401', answer.json())
})
