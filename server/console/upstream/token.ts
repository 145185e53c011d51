import { TenantFailure } from '../domain/failures.ts'
import { say } from '../domain/sentences.ts'
import type { Answer, Call } from './call.ts'
import type { Connection } from './connection.ts'
import { describeFailure, refusedCredentials, unusableAnswer, type Tenant } from './describe.ts'
import { readText } from './read-text.ts'

type Token = { text: string; renewAt: number }
type Deps = {
  tenant: Tenant
  send: (call: Call) => Promise<Answer>
  /** How long a failure is remembered, in ms. */
  pause: number
  connection: Connection
}

/** A token is renewed this long before it runs out, or after 4/5 of a short life. */
const MARGIN_MS = 60_000
/** Where the tenant does not say how long a token lives. */
const UNKNOWN_LIFE_S = 300
const MAX_ANSWER_BYTES = 64 * 1024

/** The console's token: fetched once for all who ask at the same time, and renewed in time. */
export function tokenSource({ tenant, send, pause, connection }: Deps) {
  let current: Token | undefined
  let pending: Promise<string> | undefined
  let failed: { failure: TenantFailure; until: number } | undefined

  async function fetchToken(): Promise<string> {
    try {
      const token = await requestToken(tenant, send)
      current = token
      failed = undefined
      connection.answered()
      return token.text
    } catch (error) {
      const failure = describeFailure(error, tenant)
      failed = { failure, until: performance.now() + pause }
      connection.failed(failure)
      throw failure
    } finally {
      pending = undefined
    }
  }

  return {
    get(): Promise<string> {
      // performance.now() goes on evenly where the machine's clock is set back or forth.
      const now = performance.now()
      if (current && now < current.renewAt) return Promise.resolve(current.text)
      if (failed && now < failed.until) return Promise.reject(failed.failure)
      pending ??= fetchToken()
      return pending
    },

    /** Forgets a token that was refused, unless another request has renewed it since. */
    drop(refused: string) {
      if (current?.text === refused) current = undefined
    },

    accepted(answer: Answer): Answer {
      connection.answered()
      return answer
    },

    /** A token fetched a moment ago is not taken either. */
    refused(): TenantFailure {
      const failure = unusableAnswer('gives out a token but does not take it', tenant)
      connection.failed(failure)
      return failure
    },

    ranOut(): TenantFailure {
      return new TenantFailure('unusable', say('tokenRanOut'))
    },
  }
}

async function requestToken(tenant: Tenant, send: Deps['send']): Promise<Token> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: tenant.clientId,
    client_secret: tenant.clientSecret,
  })
  const answer = await send({
    method: 'POST',
    path: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: Buffer.from(body.toString()),
    // No signal: all who wait share this call, so none of them may cancel it. Its timeouts end it.
  })
  const { status } = answer
  const text = await readText(answer.body, MAX_ANSWER_BYTES)
  if (status === 400 || status === 401 || status === 403) throw refusedCredentials(tenant)
  if (status !== 200) throw unusableAnswer(`answered ${status} when asked for a token`, tenant)
  const token = parseToken(text)
  if (!token) throw unusableAnswer('does not give out tokens as a tenant does', tenant)
  const life = token.seconds * 1000
  const renewAt = performance.now() + Math.max(life - MARGIN_MS, life * 0.8)
  return { text: token.text, renewAt }
}

function parseToken(text: string | undefined): { text: string; seconds: number } | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(text ?? '')
  } catch {
    return undefined // a log-in page, most likely
  }
  if (typeof answer !== 'object' || answer === null || !('access_token' in answer)) return undefined
  const { access_token: token } = answer
  // Anything else could not be sent in a header.
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) return undefined
  const seconds = 'expires_in' in answer ? Number(answer.expires_in) : Number.NaN
  return { text: token, seconds: seconds > 0 ? seconds : UNKNOWN_LIFE_S }
}
