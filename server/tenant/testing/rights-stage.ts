import type { InjectOptions } from 'fastify'

import type { OperationId } from '../../contract.ts'
import { clientOf } from '../domain/clients.ts'
import { newId } from '../domain/ids.ts'
import { givenAccount, givenFile, givenLogin, givenSource } from './given.ts'
import { openTenant, type TestTenant } from './tenant.ts'

/** What a request is about. `sourceId` and all the others are of one source. */
export type Things = {
  sourceId: string
  accountId: string
  aggregationId: string
  identityId: string
  entitlementId: string
}

/** A tenant in which no task comes to an end, with a source of each of the owners and one more. */
export async function rightsStage(owners: string[]) {
  const tenant = await openTenant({ taskMs: 3_600_000 })
  const { db } = tenant
  const internal = await givenSource(db, { name: 'IdentityNow', internal: 1 })
  const { identity } = await givenLogin(db, internal, 'ines')
  const thingsOf = async (owner: string): Promise<Things> => {
    const source = await givenFile(db, {
      name: `Source of ${owner}`,
      features: '["ENABLE","UNLOCK"]',
      owner_id: clientOf(owner, `${owner}-secret`)?.identityId ?? null,
    })
    const accountId = await givenAccount(db, source, { uid: 'ines' })
    const load = await tenant.call(`/sources/${source.id}/load-accounts`, { method: 'POST' })
    const entitlement = await db
      .selectFrom('entitlement')
      .select('id')
      .where('source_id', '=', source.id)
      .executeTakeFirstOrThrow()
    return {
      sourceId: source.id,
      accountId,
      aggregationId: load.json().task.id,
      identityId: identity.id,
      entitlementId: entitlement.id,
    }
  }
  const own = new Map<string, Things>()
  for (const owner of owners) own.set(owner, await thingsOf(owner))
  const foreign = await thingsOf('nobody')
  return { tenant, foreign, thingsFor: (client: string) => own.get(client) ?? foreign }
}

export const nothing: Things = {
  sourceId: newId(),
  accountId: newId(),
  aggregationId: newId(),
  identityId: newId(),
  entitlementId: newId(),
}

/** The rest of a good request to an operation, beside its method and its path. */
type Rest = { id?: string; query?: string } & Pick<InjectOptions, 'payload' | 'headers'>

/** A request to the operation about these things that is good in every respect. */
export async function goodRequest(
  { post }: TestTenant,
  operation: OperationId,
  things: Things,
): Promise<Rest> {
  const { accountId, identityId, sourceId } = things
  const account = { id: accountId }
  switch (operation) {
    case 'createAccount':
      return { payload: { attributes: { sourceId, uid: 'omar' } } }
    case 'putAccount':
      return { ...account, payload: { attributes: { city: 'Lyon' } } }
    case 'updateAccount':
      return { ...account, ...jsonPatch({ path: '/manuallyCorrelated', value: true }) }
    case 'enableAccount':
    case 'disableAccount':
    case 'unlockAccount':
      return { ...account, payload: {} }
    case 'sendClassifyMachineAccount':
      return { ...account, headers: { 'x-sailpoint-experimental': 'true' } }
    case 'getAccount':
    case 'deleteAccount':
    case 'getAccountEntitlements':
    case 'submitReloadAccount':
    case 'deleteAccountAsync':
      return account
    case 'enableAccountForIdentity':
    case 'disableAccountForIdentity':
    case 'getIdentity':
    case 'getAuthUser':
      return { id: identityId }
    case 'enableAccountsForIdentities':
    case 'disableAccountsForIdentities':
      return { payload: { identityIds: [identityId] } }
    case 'listSources':
      return { query: '?for-subadmin=me' }
    case 'getSource':
    case 'getSourceSchemas':
    case 'importAccounts':
      return { id: sourceId }
    case 'getTaskStatus':
    case 'getAccountAggregationStatus':
      return { id: things.aggregationId }
    case 'updateTaskStatus': {
      const task = await post(`/accounts/${accountId}/disable`)
      const id = task.statusCode === 202 ? task.json().id : things.aggregationId
      return { id, ...jsonPatch({ path: '/completionStatus', value: 'TERMINATED' }) }
    }
    case 'getEntitlement':
      return { id: things.entitlementId }
    case 'createSearchAttributeConfig':
      return { payload: { name: newId(), displayName: 'City', applicationAttributes: {} } }
    case 'getSingleSearchAttributeConfig':
    case 'patchSearchAttributeConfig':
    case 'deleteSearchAttributeConfig': {
      const name = newId()
      const payload = { name, displayName: 'City', applicationAttributes: {} }
      if (things !== nothing) await post('/accounts/search-attribute-config', payload)
      const isPatch = operation === 'patchSearchAttributeConfig'
      return { id: name, ...(isPatch && jsonPatch({ path: '/displayName', value: 'Town' })) }
    }
    case 'listAccounts':
    case 'listIdentities':
    case 'getSearchAttributeConfig':
    case 'getTaskStatusList':
    case 'getPendingTasks':
    case 'getPendingTaskHeaders':
      return {}
  }

  function jsonPatch(change: { path: string; value: unknown }) {
    return {
      headers: { 'content-type': 'application/json-patch+json' },
      payload: JSON.stringify([{ op: 'replace', ...change }]),
    }
  }
}
