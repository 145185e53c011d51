import { describe, expect, test } from 'vitest'

import { startConsole } from './testing/console-server.ts'
import { json, SECRET, startUpstream } from './testing/upstream-server.ts'

const LIST = '/api/v2024/accounts'

describe('the token', () => {
  test('is fetched once for many requests at the same time, and kept', async () => {
    const upstream = await startUpstream()
    const { get } = await startConsole({ baseUrl: upstream.url })

    const answers = await Promise.all(Array.from({ length: 50 }, () => get(LIST)))
    await get(LIST)

    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
    expect(upstream.tokensIssued()).toBe(1)
    expect(upstream.seen).toHaveLength(51)
  })

  test('is renewed before it runs out', async () => {
    // A life of 50 ms, of which the last fifth is not used.
    const upstream = await startUpstream({ expiresIn: 0.05 })
    const { get } = await startConsole({ baseUrl: upstream.url })

    await get(LIST)
    await new Promise((resolve) => setTimeout(resolve, 60))
    const answer = await get(LIST)

    expect(answer.status).toBe(200)
    expect(upstream.tokensIssued()).toBe(2)
    expect(upstream.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer canary-token-1',
      'Bearer canary-token-2',
    ])
  })

  test('is renewed once when the tenant no longer takes it, whatever number of requests find out', async () => {
    const upstream = await startUpstream()
    const { get } = await startConsole({ baseUrl: upstream.url })
    await get(LIST)

    upstream.expireTokens()
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(LIST)))

    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(upstream.tokensIssued()).toBe(2)
  })

  test('is renewed for a write too, which is then sent once more with its body', async () => {
    const bodies: string[] = []
    const upstream = await startUpstream({
      handler: (request, response) => {
        let body = ''
        request.setEncoding('utf8').on('data', (piece: string) => (body += piece))
        request.on('end', () => {
          bodies.push(body)
          json(response, 202, { id: 'task' })
        })
      },
    })
    const { url, get } = await startConsole({ baseUrl: upstream.url })
    await get('/api/console/session')

    upstream.expireTokens()
    const answer = await fetch(`${url}${LIST}/a1/disable`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"forceProvisioning":false}',
    })

    expect(answer.status).toBe(202)
    expect(bodies).toEqual(['{"forceProvisioning":false}'])
    expect(upstream.seen).toHaveLength(2)
  })

  test('that is refused although it is new is said, after two tries and no more', async () => {
    const upstream = await startUpstream()
    const { get, log } = await startConsole({ baseUrl: upstream.url })

    upstream.refuseTokens()
    const answer = await get(LIST)

    expect(answer.status).toBe(502)
    expect(upstream.seen).toHaveLength(2)
    expect(await textOf(answer)).toBe(
      `The tenant at ${upstream.url} gives out a token but does not take it: check SAIL_BASE_URL and the network.`,
    )
    expect(log).toHaveLength(1)
  })
})

describe('a tenant that gives no token', () => {
  test.for([400, 401, 403])('and answers %i has refused the credentials', async (status) => {
    const upstream = await startUpstream({
      token: (_request, response) => json(response, status, { error: 'unauthorized' }),
    })
    const { get, log } = await startConsole({ baseUrl: upstream.url })

    const answers = await Promise.all([LIST, LIST, '/api/console/session'].map(get))

    for (const answer of answers) {
      expect(answer.status).toBe(502)
      expect(await textOf(answer)).toBe(
        `The tenant at ${upstream.url} refused the console's credentials: check SAIL_CLIENT_ID and SAIL_CLIENT_SECRET.`,
      )
    }
    expect(upstream.seen).toEqual([])
    expect(log).toHaveLength(1)
    expect(log[0]).toContain("refused the console's credentials")
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', tenant: 'refused' })
  })

  test.for([
    ['a page instead of a token', '<html>Sign in</html>'],
    ['JSON without a token', '{"token":"x"}'],
    ['a token that no header can carry', '{"access_token":"a\\r\\nb"}'],
    ['an answer without an end', `{"access_token":"${'x'.repeat(100_000)}"}`],
  ] as const)('but %s is not taken for one', async ([, body]) => {
    const upstream = await startUpstream({ token: (_request, response) => response.end(body) })
    const { get } = await startConsole({ baseUrl: upstream.url })

    const answer = await get(LIST)

    expect(answer.status).toBe(502)
    expect(await textOf(answer)).toContain('does not give out tokens as a tenant does')
  })

  test('because nobody listens is unreachable, said in one line, and found again by itself', async () => {
    const upstream = await startUpstream()
    const { get, log } = await startConsole({
      baseUrl: upstream.url,
      timeouts: { tokenPause: 0 },
    })
    await upstream.stop()

    const answers = [await get(LIST), await get(LIST), await get('/api/console/session')]

    for (const answer of answers) {
      expect(answer.status).toBe(502)
      expect(await textOf(answer)).toBe(
        `The tenant at ${upstream.url} cannot be reached, the connection was refused: check SAIL_BASE_URL and the network.`,
      )
    }
    expect(log).toHaveLength(1)

    await upstream.restart()
    expect((await get(LIST)).status).toBe(200)
    expect(log).toHaveLength(2)
    expect(log[1]).toContain(`The tenant at ${upstream.url} answers again.`)
  })

  test('because its name is unknown is unreachable', async () => {
    const { get } = await startConsole({ baseUrl: 'https://no-such-tenant.invalid' })

    const answer = await get('/api/console/session')

    expect(answer.status).toBe(502)
    expect(await textOf(answer)).toContain('cannot be reached, its host name')
  })

  test('because it never answers is unreachable with 504, and is not asked again at once', async () => {
    let asked = 0
    const upstream = await startUpstream({ token: () => (asked += 1) })
    const { get, log } = await startConsole({
      baseUrl: upstream.url,
      timeouts: { headers: 50, tokenPause: 60_000 },
    })

    const answers = [await get(LIST), await get(LIST)]

    for (const answer of answers) {
      expect(answer.status).toBe(504)
      expect(await textOf(answer)).toContain('cannot be reached, it did not answer in time')
    }
    expect(asked).toBe(1)
    expect(log).toHaveLength(1)
  })
})

test('neither the secret nor a token is in an answer or in the log', async () => {
  const echo = await startUpstream({
    // A tenant that repeats the request's headers in its refusal would hand the token on.
    token: (_request, response) => json(response, 401, { error: SECRET }),
  })
  const { get, log } = await startConsole({ baseUrl: echo.url })

  const answers = await Promise.all([LIST, '/api/console/session', '/healthz', '/x'].map(get))
  const texts = await Promise.all(
    answers.map(async (answer) => JSON.stringify([...answer.headers]) + (await answer.text())),
  )

  expect([...texts, ...log].join('\n')).not.toMatch(/canary/)
})

async function textOf(answer: Response): Promise<unknown> {
  // Every refusal has this shape; a wrong one makes the expectation fail.
  const body = (await answer.json()) as { messages: { text: string }[]; trackingId: string }
  expect(body.trackingId).toMatch(/^[0-9a-f]{32}$/)
  return body.messages[0]?.text
}
