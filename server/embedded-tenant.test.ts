import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { readConfig } from './config.ts'
import { buildConsole } from './console/app.ts'
import type { Account, Source, TaskStatus } from './contract.ts'
import { lastingDatabase, onPostgres } from './database/testing.ts'
import { embeddedClient, openEmbeddedTenant } from './embedded-tenant.ts'
import { buildTenant } from './tenant/app.ts'

/** A console and the tenant behind it, each on a port of its own. */
async function start({ tokenSeconds = 749, client = embeddedClient } = {}) {
  const { app: tenant } = await buildTenant({
    database: ':memory:',
    seedIdentities: 30,
    rateLimit: 0,
    taskMs: 0,
    tokenSeconds,
  })
  onTestFinished(() => tenant.close())
  await tenant.listen({ port: 0, host: '127.0.0.1' })
  const app = buildConsole({
    tenant: { ...client, baseUrl: tenant.listeningOrigin, embedded: true },
    webRoot: undefined,
  })
  onTestFinished(() => app.close())
  await app.listen({ port: 0, host: '127.0.0.1' })

  const call = (path: string, init?: RequestInit) =>
    fetch(`${app.listeningOrigin}/api${path}`, init)
  return {
    call,
    // The contract says what each path answers; a wrong shape makes the expectations fail.
    get: async <T>(path: string) => (await (await call(path)).json()) as T,
  }
}

test.runIf(onPostgres)(
  'a second one on a database is told how several consoles share it',
  async () => {
    const env = { DATABASE_URL: await lastingDatabase(), TENANT_SEED_IDENTITIES: '5' }
    const config = readConfig(env, tmpdir())
    const { app } = await openEmbeddedTenant(config)
    onTestFinished(() => app.close())
    await expect(openEmbeddedTenant(config)).rejects.toThrow(
      /is in use by another process: .* For several consoles on it, .*"npm run tenant"/,
    )
  },
)

test('the session names the operator with the levels and scopes of the demo client', async () => {
  const { get } = await start()

  expect(await get('/console/session')).toMatchObject({
    tenant: { name: 'Embedded tenant', embedded: true },
    operator: {
      userLevels: expect.arrayContaining(['ORG_ADMIN']),
      scopes: ['sp:scopes:all'],
    },
  })
})

test('credentials that the tenant does not know are refused in one sentence', async () => {
  const { call } = await start({ client: { clientId: 'demo-admin', clientSecret: 'wrong' } })

  const answer = await call('/v2024/accounts')

  expect(answer.status).toBe(502)
  expect(await answer.text()).toContain("refused the console's credentials")
})

test('a list comes through with its filter and its total', async () => {
  const { call } = await start()

  const answer = await call('/v2024/accounts?filters=uncorrelated+eq+false&limit=3&count=true')

  expect(await answer.json()).toHaveLength(3)
  expect(Number(answer.headers.get('x-total-count'))).toBeGreaterThan(3)
  expect(answer.headers.get('slpt-request-id')).toMatch(/^[0-9a-f]{32}$/)
})

test("a filter that does not parse is refused in the tenant's words", async () => {
  const { call } = await start()

  const answer = await call('/v2024/accounts?filters=name+xx+1')

  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ messages: [{ locale: 'en-US' }, { locale: 'und' }] })
})

test('an account is disabled through the console, and the task tells when', async () => {
  const { call, get } = await start()
  const accounts = await get<Account[]>('/v2024/accounts?filters=hasEntitlements+eq+true')
  const account = accounts.find(
    ({ disabled, features, name }) =>
      !disabled && features?.includes('ENABLE') && !name?.startsWith('sentinel'),
  )

  const answer = await call(`/v2024/accounts/${account?.id}/disable`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const { id } = (await answer.json()) as { id: string }

  expect(answer.status).toBe(202)
  await expect
    .poll(async () => (await get<TaskStatus>(`/v2024/task-status/${id}`)).completionStatus)
    .toBe('SUCCESS')
  expect(await get(`/v2024/accounts/${account?.id}`)).toMatchObject({ disabled: true })
})

test('a CSV is uploaded through the console', async () => {
  const { call, get } = await start()
  const sources = await get<Source[]>('/v2024/sources?filters=type+eq+%22DelimitedFile%22')
  const badges = sources.find(({ name }) => /badge/i.test(name))
  const csv = readFileSync(join(import.meta.dirname, 'tenant/seed/samples/badges.csv'))
  const form = new FormData()
  form.set('file', new Blob([csv]), 'badges.csv')

  const answer = await call(`/v2024/sources/${badges?.id}/load-accounts`, {
    method: 'POST',
    body: form,
  })

  expect(answer.status).toBe(202)
  expect(await answer.json()).toMatchObject({ success: true })
})

test('a token that runs out while the console is used is renewed without a word', async () => {
  const { call } = await start({ tokenSeconds: 1 })
  expect((await call('/v2024/accounts?limit=1')).status).toBe(200)

  await new Promise((resolve) => setTimeout(resolve, 1100))

  expect((await call('/v2024/accounts?limit=1')).status).toBe(200)
})
