import { Pool } from 'undici'

import { createBudget, type Budget, type Priority } from './budget.ts'
import type { Answer, Call } from './call.ts'
import { connectionState, type Log } from './connection.ts'
import { describeFailure, type Tenant } from './describe.ts'
import { tokenSource } from './token.ts'

export type Timeouts = {
  /** Until a connection to the tenant stands, in ms. */
  connect: number
  /** Without a sign of an answer, in ms. */
  headers: number
  /** Between two pieces of an answer, in ms. */
  body: number
  /** How long a failed fetch of a token is remembered, so that a burst of requests makes one call. */
  tokenPause: number
}

export const defaultTimeouts: Timeouts = {
  connect: 10_000,
  headers: 30_000,
  body: 30_000,
  tokenPause: 1_000,
}

/** Enough for every page of the console at once; more would only queue at the tenant. */
const CONNECTIONS = 64

/** The one way to the tenant: one address, one client, a token on every call. */
export function createUpstream(
  tenant: Tenant,
  timeouts: Timeouts,
  log: Log,
  budget: Budget = createBudget({ limit: 0 }),
) {
  const { origin, pathname } = new URL(tenant.baseUrl)
  const prefix = pathname.replace(/\/+$/, '')
  const connection = connectionState(tenant, log)
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connect: { timeout: timeouts.connect },
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
  })

  async function send({ path, ...call }: Call): Promise<Answer> {
    try {
      const answer = await pool.request({ ...call, path: prefix + path, body: call.body ?? null })
      return { status: answer.statusCode, headers: answer.headers, body: answer.body }
    } catch (error) {
      // The browser went away: nobody is waiting, and it says nothing about the tenant.
      if (call.signal?.aborted) throw error
      const failure = describeFailure(error, tenant)
      connection.failed(failure)
      throw failure
    }
  }

  const tokens = tokenSource({ tenant, send, pause: timeouts.tokenPause, connection })

  return {
    tenant,
    tokens,
    state: connection.state,
    budget,

    /**
     * Waits for its turn in the budget and adds the token; a new one is fetched where the tenant no
     * longer takes it. `ready` runs when all of that is there, and may keep the call from leaving.
     */
    async call(
      call: Call,
      priority: Priority = 'person',
      ready?: () => Promise<void>,
    ): Promise<Answer> {
      await budget.take(priority, call.signal)
      const first = await tokens.get()
      await ready?.()
      const answer = await send(withToken(call, first))
      if (answer.status === 429) budget.blocked(secondsIn(answer))
      if (answer.status !== 401) return tokens.accepted(answer)
      await answer.body.dump()
      tokens.drop(first)
      // A stream has been read already and cannot be sent again.
      if (call.body && !Buffer.isBuffer(call.body)) throw tokens.ranOut()
      await budget.take(priority, call.signal)
      const second = await tokens.get()
      const again = await send(withToken(call, second))
      if (again.status !== 401) return tokens.accepted(again)
      await again.body.dump()
      tokens.drop(second)
      throw tokens.refused()
    },

    close() {
      connection.close()
      return pool.destroy()
    },
  }
}

export type Upstream = ReturnType<typeof createUpstream>

/** `Retry-After` in seconds; undefined where it is missing or a date. */
function secondsIn({ headers }: Answer): number | undefined {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : undefined
}

function withToken(call: Call, token: string): Call {
  return { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } }
}
