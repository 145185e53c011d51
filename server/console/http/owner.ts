import { operatorOf } from '../domain/operator.ts'
import type { Upstream } from '../upstream/upstream.ts'

/** The address of the embedded tenant changes with its port, and is the same tenant all the same. */
export const tenantOf = ({ tenant }: Pick<Upstream, 'tenant'>): string =>
  tenant.embedded ? 'embedded' : tenant.baseUrl

/** Whose things the console keeps: an operator's, on one tenant. */
export async function ownerOf(upstream: Upstream) {
  const { name } = operatorOf(await upstream.tokens.get(), upstream.tenant.clientId)
  return { tenant: tenantOf(upstream), operator: name }
}
