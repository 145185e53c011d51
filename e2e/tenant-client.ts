import type { APIRequestContext } from '@playwright/test'

import type { Server } from './processes.ts'

/** Another client of the tenant that a console has brought along, beside the console. */
export async function tenantClient(request: APIRequestContext, muster: Server) {
  const tenant = /Tenant: embedded, (\S+)/.exec(muster.output())?.[1]
  const form = {
    grant_type: 'client_credentials',
    client_id: 'demo-admin',
    client_secret: 'demo-admin-secret',
  }
  const token = await request.post(`${tenant}/oauth/token`, { form })
  const headers = { Authorization: `Bearer ${(await token.json()).access_token}` }

  async function list(path: string, filters: string): Promise<Record<string, unknown>[]> {
    const answer = await request.get(`${tenant}/v2024/${path}`, { headers, params: { filters } })
    return answer.json()
  }
  return {
    list,
    async post(path: string): Promise<void> {
      const answer = await request.post(`${tenant}/v2024/${path}`, { headers, data: {} })
      if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    },
    /** Disables some accounts of a source on its target; the tenant learns it when it aggregates them. */
    async disableSome(sourceName: string): Promise<string[]> {
      const [source] = await list('sources', `name eq "${sourceName}"`)
      const data = { sourceId: source?.id, share: 0.2, seed: 1 }
      const answer = await request.post(`${tenant}/control/drift`, { headers, data })
      return (await answer.json()).sources[0].disabled.nativeIdentities
    },
    /** A new badge of somebody, who gets a number that nobody has. */
    async addBadge(holderName: string, more: Record<string, string> = {}): Promise<string> {
      const [source] = await list('sources', 'name eq "Badge System"')
      const badgeNumber = `B-9${Math.floor(Math.random() * 1e8)}`
      const attributes = {
        sourceId: source?.id,
        badgeNumber,
        holderName,
        department: 'Night shift',
        ...more,
      }
      await request.post(`${tenant}/v2024/accounts`, { headers, data: { attributes } })
      return badgeNumber
    },
    async removeBadge(badgeNumber: string): Promise<void> {
      const [account] = await list('accounts', `nativeIdentity eq "${badgeNumber}"`)
      await request.delete(`${tenant}/v2024/accounts/${String(account?.id)}`, { headers })
    },
  }
}
