import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { allowedOperations } from './domain/allow-list.ts'
import { rawRequest, startConsole } from './testing/console-server.ts'
import { json, startUpstream } from './testing/upstream-server.ts'

const nastyParts =
  'accounts identities sources enable load-accounts oauth token v2024 .. . %2e%2e %252e%252e ..;a=b %2f ..%2f.. %5c \\ @evil evil.example:80 %0d%0aX:%20y %00 ? # a%ff x%2Fy ~ http: %'.split(
    ' ',
  )

describe('what leaves for the tenant', () => {
  test('is the request as it came: query, percent-encoded id, experimental header', async () => {
    const upstream = await startUpstream()
    const { url } = await startConsole({ baseUrl: `${upstream.url}/prefix` })
    const query = '?filters=name+sw+%22Zo%C3%AB%22&sorters=-name&limit=5&limit=6&x'

    await rawRequest(url, {
      path: `/api/v2024/accounts/x%2Fy/entitlements${query}#part`,
      headers: { 'X-SailPoint-Experimental': 'true' },
    })

    expect(upstream.seen).toMatchObject([
      {
        method: 'GET',
        url: `/prefix/v2024/accounts/x%2Fy/entitlements${query}`,
        headers: { 'x-sailpoint-experimental': 'true', host: new URL(upstream.url).host },
      },
    ])
  })

  test("carries none of the browser's own headers", async () => {
    const upstream = await startUpstream()
    const { url } = await startConsole({ baseUrl: upstream.url })

    await rawRequest(url, {
      path: '/api/v2024/accounts',
      headers: {
        Authorization: 'Bearer mine',
        Cookie: 'a=b',
        Connection: 'keep-alive, x-hop',
        'X-Hop': '1',
        'Proxy-Authorization': 'Basic eA==',
        TE: 'trailers',
        'X-Forwarded-Host': 'evil.example',
        Forwarded: 'host=evil.example',
        Referer: url,
        'Accept-Language': 'de',
      },
    })

    const { headers } = upstream.seen[0] ?? {}
    expect(Object.keys(headers ?? {}).sort()).toEqual([
      'accept-language',
      'authorization',
      'connection',
      'host',
    ])
    expect(headers).toMatchObject({
      authorization: 'Bearer canary-token-1',
      connection: 'keep-alive',
    })
  })

  test.for([
    ['GET', '/api/v2024/oauth/token'],
    ['POST', '/api/v2024/oauth/token'],
    ['GET', '/api/v2024//accounts'],
    ['GET', '/api/v2024/accounts/'],
    ['GET', '/api/v2024/ACCOUNTS'],
    ['GET', '/api/v2024/accounts/..%2f..%2foauth%2finfo'],
    ['GET', '/api/v2024/accounts/../../oauth/info'],
    ['GET', '/api/v2024/accounts/%2e%2e/entitlements'],
    ['GET', '/api/v2024/accounts/..%5c..'],
    ['GET', '/api/v2024/accounts/a%00b'],
    ['GET', '/api/v2024/accounts/a%0d%0aHost:evil'],
    ['GET', '/api/v2024/transforms'],
    ['GET', '/api/v3/accounts'],
    ['GET', '/api/v2024'],
    ['GET', '/api/'],
    ['GET', '//evil.example/api/v2024/accounts'],
    ['HEAD', '/api/v2024/accounts'],
    ['OPTIONS', '/api/v2024/accounts'],
    ['TRACE', '/api/v2024/accounts'],
    ['DELETE', '/api/v2024/accounts'],
    ['PUT', '/api/v2024/identities/1'],
  ] as const)('is not %s %s, which is answered 404', async ([method, path]) => {
    const upstream = await startUpstream()
    const { url } = await startConsole({ baseUrl: upstream.url })

    const answer = await rawRequest(url, { method, path })

    expect(answer.status).toBe(404)
    if (method !== 'HEAD') expect(JSON.parse(answer.text).detailCode).toBe('404 Not found')
    expect(upstream.seen).toEqual([])
    expect(upstream.tokensIssued()).toBe(0)
  })

  test.for([
    'http://evil.example/api/v2024/accounts',
    'http://127.0.0.1/api/v2024/accounts',
    '*',
    '/api/v2024/accounts/%zz',
    '/api/v2024/accounts?filters=\u00e9',
  ])('is nothing for the address %s, which is answered 400', async (path) => {
    const upstream = await startUpstream()
    const { url } = await startConsole({ baseUrl: upstream.url })

    const answer = await rawRequest(url, { path })

    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({ detailCode: '400.1 Bad request content' })
    expect(upstream.seen).toEqual([])
  })

  test('stays within the contract whatever is asked for', async () => {
    const upstream = await startUpstream()
    const { url } = await startConsole({ baseUrl: upstream.url })
    const allowed = allowedOperations().map(
      ({ method, path }) => new RegExp(`^${method} /v2024${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    )
    const part = fc.constantFrom(...nastyParts)
    const path = fc
      .tuple(
        fc.constantFrom('/api/v2024/', '/api/v2024', '/api/', '/%61pi/v2024/', '//', '/'),
        fc.array(part, { maxLength: 6 }),
        fc.constantFrom('/', '%2f', ''),
      )
      .map(([start, parts, joint]) => start + parts.join(joint))
    const method = fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE')

    await fc.assert(
      fc.asyncProperty(method, path, async (method, path) => {
        upstream.seen.length = 0
        await rawRequest(url, { method, path })
        for (const { method: left, url: address } of upstream.seen) {
          const plain = `${left} ${(address ?? '').replace(/\?.*$/s, '')}`
          expect(allowed.filter((pattern) => pattern.test(plain))).not.toEqual([])
          expect(decodeURIComponent(decodeURIComponent(plain))).not.toMatch(/\.\.|[\r\n\0]/)
        }
      }),
      { numRuns: 1500 },
    )
  }, 60_000)
})

describe("the tenant's answer", () => {
  test('goes on with status, body and the headers that matter, and without the others', async () => {
    const upstream = await startUpstream({
      handler: (_request, response) => {
        response.writeHead(207, {
          'content-type': 'application/json;charset=UTF-8',
          'x-total-count': '12345',
          'retry-after': '4',
          'slpt-request-id': 'e7eab60924f64aa284175b9fa3309599',
          'set-cookie': 'session=1',
          'access-control-allow-origin': '*',
          'content-security-policy': "default-src 'unsafe-inline'",
          'cache-control': 'public',
          server: 'tenant',
        })
        response.end('[{"id":"1"}]')
      },
    })
    const { get } = await startConsole({ baseUrl: upstream.url })

    const answer = await get('/api/v2024/accounts')
    const { headers } = answer

    expect(answer.status).toBe(207)
    expect(await answer.text()).toBe('[{"id":"1"}]')
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8')
    expect(headers.get('x-total-count')).toBe('12345')
    expect(headers.get('retry-after')).toBe('4')
    expect(headers.get('slpt-request-id')).toBe('e7eab60924f64aa284175b9fa3309599')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('server')).toBeNull()
  })

  test.for([
    [400, { detailCode: '400.0 Bad request syntax', messages: [{ text: 'no' }] }],
    [403, { detailCode: '403 Forbidden' }],
    [404, { detailCode: '404 Not found' }],
    [429, { message: ' Rate Limit Exceeded ' }],
    [500, { detailCode: '500.0 Internal Fault', trackingId: 'x' }],
  ] as const)('of %i goes on word for word', async ([status, body]) => {
    const upstream = await startUpstream({
      handler: (_request, response) => json(response, status, body),
    })
    const { get } = await startConsole({ baseUrl: upstream.url })

    const answer = await get('/api/v2024/accounts')

    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual(body)
  })

  test.for([
    ['a page', 'text/html', '<html>Bad gateway</html>'],
    ['broken JSON', 'application/json', '{"detailCode":'],
    ['nothing', undefined, ''],
    ['a bare word', 'application/json', '"no"'],
    ['far too much', 'application/json', `{"x":"${'x'.repeat(100_000)}"}`],
  ] as const)('that refuses with %s keeps its status and becomes JSON', async ([, type, body]) => {
    const upstream = await startUpstream({
      handler: (_request, response) => {
        response.writeHead(503, { ...(type && { 'content-type': type }), 'retry-after': '7' })
        response.end(body)
      },
    })
    const { get } = await startConsole({ baseUrl: upstream.url })

    const answer = await get('/api/v2024/accounts')

    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(await answer.json()).toMatchObject({
      detailCode: '503 Service Unavailable',
      messages: [{ text: 'The tenant answered 503 Service Unavailable and did not say why.' }, {}],
    })
  })

  test('that is a page where JSON was expected is 502, so that it is not taken for an empty list', async () => {
    const upstream = await startUpstream({
      handler: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        response.end('<html>Sign in</html>')
      },
    })
    const { get } = await startConsole({ baseUrl: upstream.url })

    const answer = await get('/api/v2024/accounts')

    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('answered with text/html where JSON was expected')
  })

  test('that sends elsewhere is not followed', async () => {
    const trap = await startUpstream()
    const upstream = await startUpstream({
      handler: (_request, response) => {
        response.writeHead(302, { location: `${trap.url}/v2024/accounts` }).end()
      },
    })
    const { get } = await startConsole({ baseUrl: upstream.url })

    const answer = await get('/api/v2024/accounts')

    expect(answer.status).toBe(502)
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain('sends the console elsewhere')
    expect(trap.seen).toEqual([])
  })

  test('of nothing to a write stays nothing', async () => {
    const upstream = await startUpstream({
      handler: (_request, response) => response.writeHead(204).end(),
    })
    const { url } = await startConsole({ baseUrl: upstream.url })

    const answer = await fetch(`${url}/api/v2024/accounts/1/reload`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

    expect(answer.status).toBe(204)
    expect(await answer.text()).toBe('')
  })
})

test('the session says which tenant it is and who the console acts as', async () => {
  const upstream = await startUpstream()
  const { get } = await startConsole({ baseUrl: upstream.url })

  const answer = await get('/api/console/session')

  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    tenant: { name: new URL(upstream.url).host, baseUrl: upstream.url, embedded: false },
    operator: { name: 'canary-client', userLevels: [], scopes: [] },
  })
})
