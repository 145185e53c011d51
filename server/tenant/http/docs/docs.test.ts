import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'

import { openTenant, type TestTenant } from '../../testing/tenant.ts'
import { readContract } from '../contract.ts'
import { html, prose } from './html.ts'

let tenant: TestTenant
let page: string
beforeAll(async () => {
  tenant = await openTenant()
  page = (await tenant.app.inject({ url: '/docs', headers: { host: 'tenant.example:1' } })).body
})
afterAll(() => tenant.close())

const contract = parse(
  readFileSync(new URL('../../../openapi/isc-v2024.yaml', import.meta.url), 'utf8'),
)
const all = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, found = '']) => found)

test('the contract is served without a token, whole, with the address that it was asked by', async () => {
  const headers = { host: 'tenant.example:1' }
  const answer = await tenant.app.inject({ url: '/openapi.json', headers })
  expect(answer.statusCode).toBe(200)
  const document = answer.json()
  expect(document.paths).toEqual(contract.paths)
  expect(document.components.schemas).toEqual(contract.components.schemas)
  expect(document.servers).toEqual([{ url: 'http://tenant.example:1/v2024' }])
  const { userAuth } = document.components.securitySchemes
  expect(userAuth.flows.clientCredentials.tokenUrl).toBe('http://tenant.example:1/oauth/token')
})

test('whoever opens the address comes to the page, which may neither run nor load anything', async () => {
  expect((await tenant.app.inject('/')).headers.location).toBe('/docs')
  const { headers, statusCode } = await tenant.app.inject('/docs')
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(page).not.toMatch(/<script|<img|<iframe|\son\w+=|\sstyle=/)
  expect(all(/<link[^>]* href="([^"]*)"/g)).toEqual(['data:,', '/docs.css'])
  const css = await tenant.app.inject('/docs.css')
  expect(css.headers['content-type']).toBe('text/css; charset=utf-8')
  expect(css.body).not.toMatch(/url\(|@import/)
})

test('every operation and every schema is on the page once, and every link on it leads somewhere', () => {
  const ids = all(/\sid="([^"]*)"/g)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { operationId } of readContract().operations) expect(ids).toContain(operationId)
  for (const name of Object.keys(contract.components.schemas)) {
    expect(ids).toContain(`schema-${name}`)
  }
  const links = all(/<a[^>]* href="([^"]*)"/g)
  expect(links.length).toBeGreaterThan(100)
  for (const link of links) {
    if (link.startsWith('#')) expect(ids).toContain(link.slice(1))
    else expect(link).toBe('/openapi.json')
  }
})

test('an operation says who may call it, by which paths, and what it can be filtered by', () => {
  const article = (id: string) =>
    page.slice(page.indexOf(`<article id="${id}">`)).split('</article>')[0]
  const list = article('listAccounts')
  for (const text of [
    '/v2024/accounts',
    '/accounts/v1',
    'idn:accounts:manage',
    'SOURCE_SUBADMIN',
  ]) {
    expect(list).toContain(`<code>${text}</code>`)
  }
  expect(list).toMatch(/source\.displayableName<\/code><\/td>\s*<td><code>eq<\/code> <code>in</)
  expect(article('getPendingTasks')).not.toContain('/task-status/v1')
  expect(article('sendClassifyMachineAccount')).toContain('X-SailPoint-Experimental')
})

test('what is written into the page is text and nothing else', () => {
  const nasty = `<img src=x onerror="alert('1')">&`
  const safe = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;'
  expect(html`<b title="${nasty}">${[nasty]}</b>`.html).toBe(`<b title="${safe}">${safe}</b>`)
  expect(prose('a `<b>` c').html).toBe('a <code>&lt;b&gt;</code> c')
  expect(html`${false}${undefined}${0}`.html).toBe('0')
})
