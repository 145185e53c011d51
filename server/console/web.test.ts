import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { describe, expect, onTestFinished, test } from 'vitest'

import { rawRequest, startConsole } from './testing/console-server.ts'
import { startUpstream } from './testing/upstream-server.ts'

const INLINE = 'document.title += "!"'
const PAGE = '<!doctype html><title>Muster</title><script src="/a.js"></script>'
const GERMAN = `<!doctype html><title>Muster auf Deutsch</title><script>${INLINE}</script>`
const SCRIPT = 'export const answer = 42'

/** A built web application in small, beside a file that must not be served. */
function webRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-web-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const root = join(folder, 'dist')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(root, 'index.html'), PAGE)
  writeFileSync(join(root, 'favicon.svg'), '<svg/>')
  mkdirSync(join(root, 'de', 'assets'), { recursive: true })
  writeFileSync(join(root, 'de', 'index.html'), GERMAN)
  writeFileSync(join(root, 'de', 'assets', 'app-3c4d.js'), SCRIPT)
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), SCRIPT)
  writeFileSync(join(root, 'assets', 'app-1a2b.js.gz'), gzipSync(SCRIPT))
  writeFileSync(join(root, 'assets', 'app-1a2b.js.br'), brotliCompressSync(SCRIPT))
  return root
}

async function start() {
  const upstream = await startUpstream()
  return startConsole({ baseUrl: upstream.url, webRoot: webRoot() })
}

describe('the web application', () => {
  test.for(['/', '/accounts', '/accounts/2c91', '/identities/a.b?tab=x', '/no/such/page'])(
    'is opened by %s, and asked for anew each time',
    async (path) => {
      const { url } = await start()

      const answer = await fetch(url + path, { headers: { accept: 'text/html,*/*;q=0.8' } })

      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe(PAGE)
      expect(answer.headers.get('content-type')).toContain('text/html')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    },
  )

  test('allows the script that stands in a page, by its hash, in that page alone', async () => {
    const { url } = await start()
    const hash = createHash('sha256').update(INLINE).digest('base64')

    const page = await fetch(`${url}/accounts`)
    const german = await fetch(url, { headers: { cookie: 'muster-language=de' } })

    expect(german.headers.get('content-security-policy')).toContain(
      `script-src 'self' 'sha256-${hash}';`,
    )
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
  })

  test.for([
    ['muster-language=de', GERMAN],
    ['theme=dark; muster-language=de', GERMAN],
    ['muster-language=en', PAGE],
    ['muster-language=assets', PAGE],
    ['muster-language=../de', PAGE],
    ['not-muster-language=de', PAGE],
    ['', PAGE],
  ])('is opened in the language of the cookie %s', async ([cookie = '', page]) => {
    const { url } = await start()
    const answer = await fetch(`${url}/accounts`, { headers: { accept: 'text/html', cookie } })
    expect(await answer.text()).toBe(page)
    expect(answer.headers.get('vary')).toMatch(/cookie/i)
  })

  test.for(['/assets/app-1a2b.js', '/de/assets/app-3c4d.js'])(
    'has hashed files that are kept for good: %s',
    async (path) => {
      const { get } = await start()

      const answer = await get(path)

      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe(SCRIPT)
      expect(answer.headers.get('content-type')).toContain('/javascript')
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    },
  )

  test('has other files that are asked for anew', async () => {
    const { get } = await start()

    const answer = await get('/favicon.svg')

    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0')
    expect(answer.headers.get('etag')).not.toBeNull()
  })

  test.for([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ] as const)('sends its files packed beforehand to who takes %s', async ([accepted, encoding]) => {
    const { url } = await start()

    const answer = await rawRequest(url, {
      path: '/assets/app-1a2b.js',
      headers: { 'accept-encoding': accepted },
    })

    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['content-type']).toContain('/javascript')
    expect(answer.headers.vary).toBe('accept-encoding')
  })

  test.for(['/assets/old-9z.js', '/assets/', '/missing.png', '/api/nothing', '/api/v2024/nothing'])(
    'does not answer for %s, which is not there',
    async (path) => {
      const { get } = await start()

      const answer = await get(path)

      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ detailCode: '404 Not found' })
    },
  )

  test.for([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
  ])('gives nothing from outside its folder for %s', async (path) => {
    const { url } = await start()

    const answer = await rawRequest(url, { path })

    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.text).not.toContain('outside')
    expect(answer.headers.location).toBeUndefined()
  })
})

const ROUTES = [
  ['GET', '/', 200],
  ['HEAD', '/', 200],
  ['GET', '/assets/app-1a2b.js', 200],
  ['GET', '/assets/gone.js', 404],
  ['GET', '/healthz', 200],
  ['GET', '/api/console/session', 200],
  ['GET', '/api/v2024/accounts', 200],
  ['GET', '/api/v2024/transforms', 404],
  ['POST', '/', 404],
  ['GET', '/%zz', 400],
  ['GET', '/api/v2024/accounts/%zz', 400],
  ['GET', 'http://evil.example/', 400],
  ['OPTIONS', '/api/v2024/accounts', 404],
] as const

describe('every answer', () => {
  test.for(ROUTES)(
    'to %s %s, which is %i, has the security headers',
    async ([method, path, is]) => {
      const { url } = await start()

      const { status, headers } = await rawRequest(url, { method, path })

      expect(status).toBe(is)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()'),
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      expect(headers['x-powered-by'] ?? headers.server).toBeUndefined()
      expect(headers['access-control-allow-origin']).toBeUndefined()
      if (path.startsWith('/api/') || is >= 400) expect(headers['cache-control']).toBe('no-store')
    },
  )

  test.for([
    ['no HTTP at all', 'HELLO\r\n\r\n', 400],
    ['a header over the limit', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['two lengths', 'GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ] as const)('to %s has them as well', async ([, sent, status]) => {
    const { url } = await start()
    const socket = connect(Number(new URL(url).port), '127.0.0.1')

    socket.write(sent)
    const answer = await text(socket)

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain("Content-Security-Policy: default-src 'none'")
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ causes: [] })
  })
})

test('without a web application the API is served all the same', async () => {
  const upstream = await startUpstream()
  const { get } = await startConsole({ baseUrl: upstream.url })

  expect((await get('/')).status).toBe(404)
  expect((await get('/api/v2024/accounts')).status).toBe(200)
})
