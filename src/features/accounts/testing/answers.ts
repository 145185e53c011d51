import { vi } from 'vitest'

import type { Account } from '#api/client.ts'

type Route = (request: Request) => Response | Promise<Response>

/** What was asked for, as `PUT /runs/new`: the tenant's operations and the console's alike. */
export const calls: string[] = []
let routes: Record<string, Route> = {}

/** Who answers from now on, by what is asked for. Nobody else does. */
export function answerBy(given: Record<string, Route>): Record<string, Route> {
  calls.length = 0
  routes = given
  return routes
}

// The API client keeps the fetch that it finds when it is made: this has to be imported before it.
vi.stubGlobal('location', { origin: 'http://console.test' })
vi.stubGlobal('fetch', async (request: Request) => {
  const path = new URL(request.url).pathname.replace(/^\/api\/(v2024|console)/, '')
  const key = `${request.method} ${path}`
  calls.push(key)
  const route = routes[key]
  if (!route) throw new TypeError(`Nothing answers ${key}`)
  return route(request)
})

export const account = (id: string, change: Partial<Account> = {}): Account => ({
  id,
  name: id,
  sourceId: 's1',
  sourceName: 'AD',
  identityId: 'i1',
  attributes: null,
  authoritative: false,
  disabled: false,
  locked: false,
  nativeIdentity: `CN=${id}`,
  systemAccount: false,
  uncorrelated: false,
  manuallyCorrelated: false,
  hasEntitlements: false,
  features: 'ENABLE, UNLOCK',
  ...change,
})

export const json = (body: unknown, status = 200, headers = {}) =>
  Response.json(body, { status, headers })
export const refusal = (status: number, text: string) =>
  json({ trackingId: 'track1', messages: [{ locale: 'en-US', text }] }, status)
