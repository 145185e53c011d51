import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { campaign, runs, timeout } from '../../lib/runs.ts'
import { expectAnswer, expectContract } from '../contract-check.ts'
import { openTenant, type TestTenant } from '../testing/tenant.ts'
import { operations } from './fuzz-contract.ts'
import { BESIDE, requests, type Request } from './fuzz-requests.ts'
import { createWorld } from './fuzz-world.ts'
import { settled } from './tables.ts'

let tenant: TestTenant
let world: Awaited<ReturnType<typeof createWorld>>
beforeAll(async () => {
  tenant = await openTenant()
  world = await createWorld(tenant)
})
afterAll(() => tenant.close())

/** How many requests meet the same data before it is made anew. */
const EACH = 25

/** Enough for each operation to come up. */
const SHORT = 40

const statuses = new Map<string, Set<number>>()

test(
  'no request fails the tenant, and one that is refused changes nothing',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(requests, { minLength: 1, maxLength: EACH, size: 'max' }),
        async (all) => {
          const ids = await world.reset()
          let before = await world.fingerprint()
          for (const request of all) before = await tryOne(filledIn(request, ids), before)
          expect((await tenant.call('/accounts?limit=1')).statusCode).toBe(200)
        },
      ),
      campaign(SHORT, 800),
    )
  },
)

test.skipIf(runs(SHORT, 800) < SHORT)(
  'all operations were tried, with requests that were taken and such that were refused',
  () => {
    const seen = [...statuses.values()].flatMap((all) => [...all])
    expect(seen).toEqual(expect.arrayContaining([200, 202, 400, 401, 403, 404]))
    const ids = [...operations.map(({ id }) => id), BESIDE]
    expect([...statuses.keys()].toSorted()).toEqual(ids.toSorted())
  },
)

async function tryOne(request: Request, before: string): Promise<string> {
  const { method, url, operationId, ...rest } = request
  // Text that is no method is for the test of bare bytes.
  const response = await tenant.app.inject({
    ...rest,
    method: method as InjectOptions['method'],
    url,
  })
  const { statusCode: status, body } = response
  const known = statuses.get(operationId) ?? new Set()
  statuses.set(operationId, known.add(status))
  try {
    expect(status, body).toBeLessThan(500)
    checkShape(request, status, body)
    await settled(tenant.db)
    const after = await world.fingerprint()
    if (status >= 400 || method === 'GET') expect(after === before, 'unchanged').toBe(true)
    return after
  } catch (error) {
    const sent = JSON.stringify(rest)
      .replaceAll(/ey[\w-]+\.[\w.-]+/g, '@token@')
      .slice(0, 1500)
    const text = `${method} ${url.slice(0, 500)} ${sent}`
    throw new Error(`${text}\n${status} ${body.slice(0, 1000)}`, { cause: error })
  }
}

function checkShape({ method, url, payload }: Request, status: number, body: string): void {
  if (method === 'OPTIONS') return // browsers ask so; the contract knows nothing of it
  const [path = ''] = url.split('?')
  const isPlain = /^[\w/.-]*$/.test(path) && !/\/\/|\/$|\.\.|[^/]{101}/.test(path)
  const isBelow = /^\/(v2024\/|[^/]+\/v1(\/|$))/.test(path)
  // A body that cannot be read is told of by operations too that take none.
  const isUnread = status === 400 && payload !== undefined
  if (isPlain && isBelow && !isUnread) return expectAnswer({ method, url, status, body })
  // The address may belong to an operation or to none: the kind of refusal is known all the same.
  if (method === 'HEAD' || status < 400) return
  const said = JSON.parse(body)
  const isPlainError = status === 401 || (path === '/oauth/token' && 'error' in said)
  if (isPlainError) expect(said).toMatchObject({ error: expect.any(String) })
  else expectContract('ErrorResponseDto', said)
}

function filledIn(
  { url, headers, payload, ...rest }: Request,
  ids: Record<string, string>,
): Request {
  const fill = (text: string) => text.replaceAll(/@(\w+)@/g, (all, name) => ids[name] ?? all)
  const filled = Object.entries(headers).map(([name, value]) => [name, fill(value)])
  return {
    ...rest,
    url: fill(url),
    headers: Object.fromEntries(filled),
    payload: payload === undefined ? undefined : fill(payload),
  }
}
