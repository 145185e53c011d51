import { errors, jwtVerify, SignJWT } from 'jose'

import type { Client } from './clients.ts'
import { newId } from './ids.ts'

export type Bearer = { clientId: string; scopes: string[]; levels: string[] }
export type Tokens = ReturnType<typeof createTokens>

/** Why a token is not accepted. */
export class TokenError extends Error {
  override name = 'TokenError'
}

export const tenantOf = {
  tenant_id: '8c190e67c7b04b8e9d5a0f6c1d2e3f40',
  org: 'muster',
  pod: 'local',
}

/** Issues and checks access tokens. `secret` is base64url. */
export function createTokens(secret: string, seconds: number) {
  const key = Buffer.from(secret, 'base64url')

  async function issue(client: Client) {
    const jti = newId()
    const now = Math.floor(Date.now() / 1000)
    const access_token = await new SignJWT({
      ...tenantOf,
      client_id: client.id,
      user_name: client.userName,
      identity_id: client.identityId,
      scope: client.scopes,
      authorities: client.levels,
      jti,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(key)
    const scope = client.scopes.join(' ')
    const { identityId: identity_id } = client
    const answer = { access_token, token_type: 'bearer', expires_in: seconds, scope, jti }
    return { ...answer, identity_id, ...tenantOf, strong_auth_supported: false, strong_auth: false }
  }

  async function check(token: string): Promise<Bearer> {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] })
      return {
        clientId: String(payload.client_id),
        scopes: textsOf(payload.scope),
        levels: textsOf(payload.authorities),
      }
    } catch (error) {
      const why = error instanceof errors.JWTExpired ? 'JWT is expired' : 'JWT is not valid'
      throw new TokenError(`JWT validation failed: ${why}`)
    }
  }

  return { issue, check }
}

const textsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
