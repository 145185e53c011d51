import { decodeJwt } from 'jose'

export type Operator = { name: string; userLevels: string[]; scopes: string[] }

/**
 * Who the console acts as, from the token's claims. The signature is not checked: the token came
 * straight from the tenant, and what it says here is shown, not trusted.
 */
export function operatorOf(token: string, clientId: string): Operator {
  const claims = claimsOf(token)
  const name = [claims.user_name, claims.client_id].find(isText)
  return {
    name: name ?? clientId,
    userLevels: textsOf(claims.authorities),
    scopes: textsOf(claims.scope),
  }
}

/** By which the tenant tells itself from others; undefined where the token does not say. */
export function tenantIdOf(token: string): string | undefined {
  const { tenant_id: id } = claimsOf(token)
  return isText(id) ? id : undefined
}

/** How the tenant is called on screen. */
export function tenantName(baseUrl: string, embedded: boolean): string {
  if (embedded) return 'Embedded tenant'
  const { hostname, host } = new URL(baseUrl)
  // An address has no first label worth showing.
  const isAddress = /^[\d.]+$|^\[/.test(hostname)
  return isAddress || !hostname.includes('.') ? host : (hostname.split('.')[0] ?? host)
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    return decodeJwt(token)
  } catch {
    return {} // an opaque token says nothing, and works all the same
  }
}

function textsOf(claim: unknown): string[] {
  if (isText(claim)) return claim.split(' ').filter(Boolean)
  return Array.isArray(claim) ? claim.filter(isText) : []
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
