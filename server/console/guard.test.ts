import { describe, expect, test } from 'vitest'

import { rawRequest, startConsole } from './testing/console-server.ts'
import { startUpstream } from './testing/upstream-server.ts'

const WRITES = [
  ['POST', '/api/v2024/accounts/1/disable'],
  ['POST', '/api/v2024/sources/1/load-accounts'],
  ['POST', '/api/v2024/identities-accounts/disable'],
  ['PATCH', '/api/v2024/accounts/1'],
  ['PUT', '/api/v2024/accounts/1'],
  ['DELETE', '/api/v2024/accounts/1'],
] as const
const bodyOf = (method: string) => (method === 'DELETE' ? undefined : '{}')

async function start(host?: string) {
  const upstream = await startUpstream()
  const { url } = await startConsole({ baseUrl: upstream.url, ...(host && { host }) })
  return { upstream, url, own: new URL(url).host }
}

describe('a write', () => {
  // What a browser sends for a page elsewhere: a form of each kind, fetch with and without CORS, a
  // page on another port or name of this machine, a sandboxed frame, an old browser.
  test.for([
    ['a form with text/plain', { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }],
    [
      'a form with a file',
      { 'sec-fetch-site': 'cross-site', 'content-type': 'multipart/form-data; boundary=x' },
    ],
    [
      'a plain form',
      { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['fetch without CORS', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['a browser without Sec-Fetch-Site', { origin: 'https://evil.example' }],
    ['another port, by its origin', { origin: 'http://127.0.0.1:1' }],
    ['another name of this machine', { origin: 'http://localhost' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['an origin that is no URL', { origin: 'x' }],
    [
      'a proxy that changed one of the two',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ],
  ] as const)('from %s is refused with 403 and has no effect', async ([, headers]) => {
    const { upstream, url } = await start()

    for (const [method, path] of WRITES) {
      const answer = await rawRequest(url, { method, path, headers, body: bodyOf(method) })

      expect(answer.status).toBe(403)
      expect(JSON.parse(answer.text)).toMatchObject({
        detailCode: '403 Forbidden',
        messages: [{ text: 'The request comes from another site, and was not done.' }, {}],
      })
    }
    expect(upstream.seen).toEqual([])
    expect(upstream.tokensIssued()).toBe(0)
  })

  test('is done for the own pages and for what is no browser', async () => {
    const { upstream, url, own } = await start()
    const json = { 'content-type': 'application/json' }

    for (const [method, path] of WRITES) {
      const page = { ...json, origin: `http://${own}`, 'sec-fetch-site': 'same-origin' }
      for (const headers of [page, json]) {
        const answer = await rawRequest(url, { method, path, headers, body: bodyOf(method) })
        expect(answer.status).toBe(200)
      }
    }
    expect(upstream.seen).toHaveLength(2 * WRITES.length)
  })

  test('is refused under an encoded address too', async () => {
    const { upstream, url } = await start()

    const answer = await rawRequest(url, {
      method: 'POST',
      path: '/%61pi/v2024/accounts/1/disable',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: '{}',
    })

    expect(answer.status).toBe(403)
    expect(upstream.seen).toEqual([])
  })
})

test("a read for another site's page is refused, one typed into the address bar is not", async () => {
  const { url } = await start()
  const read = (site: string) =>
    rawRequest(url, { path: '/api/v2024/accounts', headers: { 'sec-fetch-site': site } })

  expect((await read('cross-site')).status).toBe(403)
  expect((await read('same-site')).status).toBe(403)
  expect((await read('none')).status).toBe(200)
  expect((await read('same-origin')).status).toBe(200)
})

describe('the host name', () => {
  const statusFor = async (url: string, host: string) =>
    (await rawRequest(url, { path: '/api/v2024/accounts', headers: { host } })).status

  test.for([
    'evil.example',
    'evil.example:4300',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    'user@127.0.0.1',
    '127.0.0.1/x',
    '127.0.0.1 x',
  ])('%j, as a page may point it to this machine, is refused', async (host) => {
    const { upstream, url } = await start()

    expect(await statusFor(url, host)).toBe(403)
    expect(upstream.seen).toEqual([])
  })

  test.for(['localhost', 'LOCALHOST:5173', '127.0.0.1', '127.0.0.1:9', '[::1]:4300'])(
    '%s of this machine is served',
    async (host) => {
      const { url } = await start()

      expect(await statusFor(url, host)).toBe(200)
    },
  )

  test('that is configured is served, an address only where the console listens everywhere', async () => {
    const named = await start('muster.example')
    expect(await statusFor(named.url, 'muster.example:80')).toBe(200)
    expect(await statusFor(named.url, '10.0.0.1')).toBe(403)

    const everywhere = await start('0.0.0.0')
    expect(await statusFor(everywhere.url, '10.0.0.1:4300')).toBe(200)
    expect(await statusFor(everywhere.url, 'evil.example')).toBe(403)
  })
})
