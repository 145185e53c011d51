import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'

import { clientOf } from '../domain/clients.ts'
import { startTenant } from '../testing/tenant.ts'

const credentials = {
  grant_type: 'client_credentials',
  client_id: 'demo-admin',
  client_secret: 'demo-admin-secret',
}

test('a token is given for credentials in the query, in a form and as multipart', async () => {
  const { app } = await startTenant()
  const form = new FormData()
  for (const [name, value] of Object.entries(credentials)) form.append(name, value)
  const encoded = new URLSearchParams(credentials).toString()
  const type = 'application/x-www-form-urlencoded'
  const answers = [
    await app.inject({ method: 'POST', url: `/oauth/token?${encoded}` }),
    await app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': type },
      payload: encoded,
    }),
    await app.inject({ method: 'POST', url: '/oauth/token', payload: form }),
  ]
  for (const answer of answers) {
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ token_type: 'bearer', expires_in: 749 })
    const headers = { authorization: `Bearer ${answer.json().access_token}` }
    expect((await app.inject({ url: '/v2024/sources', headers })).statusCode).toBe(200)
  }
})

test('a token names the person behind its client, and nobody where there is none', async () => {
  const { app } = await startTenant()
  const answerTo = async (client_id: string) => {
    const query = { ...credentials, client_id, client_secret: `${client_id}-secret` }
    const answer = await app.inject({ method: 'POST', url: '/oauth/token', query })
    const claims = decodeJwt(answer.json().access_token)
    return { answer: answer.json().identity_id, claim: claims.identity_id, name: claims.user_name }
  }
  const { identityId } = clientOf('demo-admin', 'demo-admin-secret') ?? {}
  expect(await answerTo('demo-admin')).toEqual({
    answer: identityId,
    claim: identityId,
    name: 'demo.admin',
  })
  expect(await answerTo('demo-service')).toEqual({})
})

test.each([
  ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
  ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ['no grant', { grant_type: '' }, 400, 'invalid_request'],
])('%s gets no token', async (_what, change, status, error) => {
  const { app } = await startTenant()
  const query = { ...credentials, ...change }
  const answer = await app.inject({ method: 'POST', url: '/oauth/token', query })
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({ error, error_description: expect.any(String) })
})

test('a form that cannot be read gets no token', async () => {
  const { app } = await startTenant()
  const headers = { 'content-type': 'multipart/form-data' }
  const answer = await app.inject({ method: 'POST', url: '/oauth/token', headers, payload: 'abc' })
  expect(answer.statusCode).toBe(400)
})

test('a missing, a broken and an expired token are told apart', async () => {
  const { app, tokenOf } = await startTenant({ tokenSeconds: -1 })
  const get = (authorization?: string) =>
    app.inject({ url: '/v2024/accounts', headers: { ...(authorization && { authorization }) } })
  const missing = await get()
  expect([missing.statusCode, missing.json()]).toEqual([401, { error: 'JWT is required' }])
  const broken = await get('Bearer abc')
  expect(broken.json()).toEqual({ error: 'JWT validation failed: JWT is not valid' })
  const expired = await get(`Bearer ${await tokenOf('demo-admin')}`)
  expect(expired.json()).toEqual({ error: 'JWT validation failed: JWT is expired' })
  expect(expired.statusCode).toBe(401)
})

test('more calls than the limit get 429 with the time to wait, each client for itself', async () => {
  const { call } = await startTenant({ rateLimit: 2 })
  await call('/sources')
  await call('/sources')
  const refused = await call('/sources')
  expect([refused.statusCode, refused.json()]).toEqual([429, { message: ' Rate Limit Exceeded ' }])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await call('/sources', { as: 'demo-source-admin' })).statusCode).toBe(200)
})

test('another origin may read the count and the time to wait', async () => {
  const { app } = await startTenant()
  const answer = await app.inject({ url: '/oauth/info', headers: { origin: 'http://else' } })
  expect(answer.headers['access-control-expose-headers']).toContain('X-Total-Count, Retry-After')
  expect(answer.json().tokenEndpoint).toMatch(/\/oauth\/token$/)
  const asked = await app.inject({
    method: 'OPTIONS',
    url: '/v2024/accounts/a',
    headers: { origin: 'http://else', 'access-control-request-method': 'PATCH' },
  })
  expect(asked.headers['access-control-allow-methods']).toContain('PATCH')
})
