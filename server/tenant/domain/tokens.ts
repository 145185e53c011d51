import { hash } from 'node:crypto'

import { errors, jwtVerify, SignJWT } from 'jose'

import type { Client } from './clients.ts'
import { newId } from './ids.ts'
import type { Holder } from './rights.ts'

export type Bearer = Holder & { clientId: string }
export type Tokens = ReturnType<typeof createTokens>

/** Why a token is not accepted. */
export class TokenError extends Error {
  override name = 'TokenError'
}

export const tenantOf = { org: 'muster', pod: 'local' }

const REMEMBERED = 1000

/** Issues and checks access tokens. `secret` is base64url. */
export function createTokens(secret: string, seconds: number) {
  const key = Buffer.from(secret, 'base64url')
  // Of the database, as the secret is: another one is another tenant, even at the same address.
  const tenant = { tenant_id: hash('sha256', `tenant ${secret}`).slice(0, 32), ...tenantOf }

  async function issue(client: Client) {
    const jti = newId()
    const now = Math.floor(Date.now() / 1000)
    const access_token = await new SignJWT({
      ...tenant,
      client_id: client.id,
      ...(client.identityId !== null && {
        user_name: client.userName,
        identity_id: client.identityId,
      }),
      scope: client.scopes,
      authorities: client.levels,
      jti,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(key)
    const scope = client.scopes.join(' ')
    const answer = { access_token, token_type: 'bearer', expires_in: seconds, scope, jti }
    const person = client.identityId !== null && { identity_id: client.identityId }
    return { ...answer, ...person, ...tenant, strong_auth_supported: false, strong_auth: false }
  }

  /** A client sends the same one many times, and to verify it takes longer than to answer a read. */
  const verified = new Map<string, { bearer: Bearer; expires: number }>()

  async function check(token: string): Promise<Bearer> {
    const known = verified.get(token)
    if (known && Date.now() < known.expires) return known.bearer
    verified.delete(token)
    const fresh = await verify(token)
    verified.set(token, fresh)
    const [oldest] = verified.keys()
    if (verified.size > REMEMBERED && oldest !== undefined) verified.delete(oldest)
    return fresh.bearer
  }

  async function verify(token: string) {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] })
      const bearer: Bearer = {
        clientId: String(payload.client_id),
        identityId: payload.identity_id === undefined ? null : String(payload.identity_id),
        scopes: textsOf(payload.scope),
        levels: textsOf(payload.authorities),
      }
      return { bearer, expires: (payload.exp ?? 0) * 1000 }
    } catch (error) {
      const why = error instanceof errors.JWTExpired ? 'JWT is expired' : 'JWT is not valid'
      throw new TokenError(`JWT validation failed: ${why}`)
    }
  }

  return { issue, check }
}

const textsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
