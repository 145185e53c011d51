import type { Upstream } from '../../upstream/upstream.ts'
import type { TenantAccount } from '../store/record.ts'
import { createReader, PAGE, ReadFailed } from '../sync/reader.ts'

/** More than any account has: a tenant that gives the same page again and again is not read for ever. */
const MOST_PAGES = 400

export type EntitlementReader = ReturnType<typeof createEntitlementReader>

/** Reads what is needed about entitlements, within the budget and after people's calls. */
export function createEntitlementReader(
  upstream: Pick<Upstream, 'call' | 'tokens'>,
  signal: AbortSignal,
) {
  const at = (path: string) => createReader(upstream, signal, path)

  return {
    /** Attributes of the source's accounts whose values are entitlements; undefined without a schema. */
    async attributesOf(sourceId: string): Promise<string[] | undefined> {
      const { list } = at(`/sources/${encodeURIComponent(sourceId)}/schemas`)
      const { accounts: schemas } = await list({ limit: PAGE })
      const account = schemas.find(({ name }) => name === 'account')
      if (!account || !Array.isArray(account.attributes)) return undefined
      const attributes: unknown[] = account.attributes
      return attributes.flatMap((each) => {
        if (typeof each !== 'object' || each === null) return []
        const name: unknown = Reflect.get(each, 'name')
        const isEntitlement = Reflect.get(each, 'isEntitlement') === true
        return isEntitlement && typeof name === 'string' ? [name] : []
      })
    },

    /** All entitlements of an account, as the tenant answers them. */
    async entitlementsOf(accountId: string): Promise<TenantAccount[]> {
      const { list } = at(`/accounts/${encodeURIComponent(accountId)}/entitlements`)
      const found = new Map<string, TenantAccount>()
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const { accounts } = await list({ limit: PAGE, offset: page * PAGE })
        for (const each of accounts) found.set(each.id, each)
        if (accounts.length < PAGE) return [...found.values()]
      }
      throw new ReadFailed(200, 'The tenant does not come to the end of the entitlements.')
    },
  }
}
