import {
  AccountAggregationsV2024Api,
  AccountsV2024Api,
  AuthUsersV2024Api,
  Configuration,
  EntitlementsV2024Api,
  IdentitiesV2024Api,
  SearchAttributeConfigurationV2024Api,
  SourcesV2024Api,
  TaskManagementV2024Api,
} from 'sailpoint-api-client'
import { expect } from 'vitest'

import type { OperationId } from '../../../contract.ts'
import { expectAnswer } from '../../contract-check.ts'
import { openTenant } from '../tenant.ts'

const classes = {
  accounts: AccountsV2024Api,
  aggregations: AccountAggregationsV2024Api,
  authUsers: AuthUsersV2024Api,
  entitlements: EntitlementsV2024Api,
  identities: IdentitiesV2024Api,
  searchAttributes: SearchAttributeConfigurationV2024Api,
  sources: SourcesV2024Api,
  tasks: TaskManagementV2024Api,
}

/** The methods that the SDK has, of all its classes that stand for an operation of the contract. */
export const sdkMethods = Object.values(classes).flatMap((api) =>
  Object.getOwnPropertyNames(api.prototype),
)

export type Sdk = Awaited<ReturnType<typeof startSdk>>
/** What a method of the SDK is shown to do. */
export type Story = (sdk: Sdk) => Promise<void>
export type Stories = Partial<Record<OperationId, Story>>

/** The official SDK, signed in at a tenant that listens. `called` holds what has been answered. */
export async function startSdk() {
  const tenant = await openTenant()
  const baseurl = await tenant.app.listen({ port: 0, host: '127.0.0.1' })
  const configuration = new Configuration({
    baseurl,
    clientId: 'demo-admin',
    clientSecret: 'demo-admin-secret',
    tokenUrl: `${baseurl}/oauth/token`,
  })
  // Without it the SDK refuses to call what was experimental when it was built.
  configuration.experimental = true
  const called = new Set<string>()
  const watch = <T extends object>(api: T) => watched(api, called)
  const apis = {
    accounts: watch(new AccountsV2024Api(configuration)),
    aggregations: watch(new AccountAggregationsV2024Api(configuration)),
    authUsers: watch(new AuthUsersV2024Api(configuration)),
    entitlements: watch(new EntitlementsV2024Api(configuration)),
    identities: watch(new IdentitiesV2024Api(configuration)),
    searchAttributes: watch(new SearchAttributeConfigurationV2024Api(configuration)),
    sources: watch(new SourcesV2024Api(configuration)),
    tasks: watch(new TaskManagementV2024Api(configuration)),
  }

  /** The task, once it has ended. */
  async function ended(id: string | undefined) {
    const read = async () => (await apis.tasks.getTaskStatus({ id: id ?? '' })).data
    await expect
      .poll(async () => (await read()).completionStatus, { timeout: 10_000 })
      .not.toBeNull()
    return read()
  }
  const account = async (id: string) => (await apis.accounts.getAccount({ id })).data

  return { ...tenant, ...apis, ended, account, called }
}

type Answer = { status: number; data: unknown; config: { method?: string; url?: string } }

/** Holds each answer against the contract, and notes the method that brought it. */
function watched<T extends object>(api: T, called: Set<string>): T {
  return new Proxy(api, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return async (...parameters: unknown[]) => {
        const answer: Answer = await member.apply(target, parameters)
        const { method = '', url = '' } = answer.config
        expectAnswer({
          method: method.toUpperCase(),
          url: new URL(url).pathname,
          status: answer.status,
          body: answer.data === '' ? '' : JSON.stringify(answer.data),
        })
        called.add(String(name))
        return answer
      }
    },
  })
}
