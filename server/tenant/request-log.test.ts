import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { readableLog } from '../log.ts'
import type { RequestEntry } from './http/request-log.ts'
import { openRequestFile } from './request-file.ts'
import { lastingDatabase } from './testing/database.ts'
import { givenAccount, givenSource } from './testing/given.ts'
import { callAs, signIn, startTenantProcess } from './testing/tenant-process.ts'
import { startTenant } from './testing/tenant.ts'

async function logged(level = 'info') {
  const lines: string[] = []
  const entries: RequestEntry[] = []
  const tenant = await startTenant({
    logger: readableLog(level, (line) => lines.push(line)),
    onRequest: (entry) => entries.push(entry),
  })
  return { ...tenant, lines, entries }
}

test('a request is one line with its time, client, address, status, duration and tracking id', async () => {
  const { call, lines } = await logged()

  const response = await call('/accounts?limit=1&filters=name%20sw%20%22a%22', {
    as: 'demo-auditor',
  })

  const line = lines.at(-1) ?? ''
  expect(line).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} INFO {2}demo-auditor GET \S+ 200 in [\d.]+ ms \[[0-9a-f]{32}\]\n$/,
  )
  expect(line).toContain('/v2024/accounts?limit=1&filters=name%20sw%20%22a%22')
  expect(line).toContain(String(response.headers['slpt-request-id']))
})

test('the same is told to programs, with the operation, and for refusals too', async () => {
  const { call, app, entries, lines } = await logged('warn')
  await call('/accounts/nobody')
  await call('/accounts', { version: 'v1' })
  await app.inject('/v2024/accounts')
  await app.inject('/elsewhere?a=1')
  await app.inject('/v2024/accounts/%zz')

  expect(entries.slice(1)).toMatchObject([
    { client: 'demo-admin', operation: 'getAccount', method: 'GET', status: 404 },
    { client: 'demo-admin', operation: 'listAccounts', path: '/accounts/v1', status: 200 },
    { client: null, operation: 'listAccounts', path: '/v2024/accounts', status: 401 },
    { client: null, operation: null, path: '/elsewhere?a=1', status: 404 },
    { client: null, operation: null, path: '/v2024/accounts/%zz', status: 400 },
  ])
  for (const entry of entries) {
    expect(entry).toMatchObject({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      trackingId: expect.stringMatching(/^[0-9a-f]{32}$/),
      ms: expect.any(Number),
    })
  }
  expect(lines).toEqual([])
})

test('neither a secret, nor a token, nor a body is written down', async () => {
  const { app, db, call, tokenOf, post, lines, entries } = await logged('trace')
  const id = await givenAccount(db, await givenSource(db), { uid: 'ines' })
  const token = await tokenOf('demo-admin') // sends the secret in the address
  await app.inject('/oauth/token?CLIENT_SECRET=other-secret&x=1&access_token=letters-only')
  await post(`/accounts/${id}/disable`, { externalVerificationId: 'only-in-the-body' })
  await call('/accounts', { headers: { cookie: 'session=crumbs' } })

  const text = lines.join('') + JSON.stringify(entries)
  expect(entries.length).toBeGreaterThan(4)
  expect(text).toContain('client_id=demo-admin')
  for (const hidden of [
    'demo-admin-secret',
    'other-secret',
    'letters-only',
    token,
    'only-in-the-body',
    'crumbs',
  ]) {
    expect(text).not.toContain(hidden)
  }
})

test('an error of the tenant is in the log with the same tracking id as in the answer', async () => {
  const { app, db, tokenOf, lines } = await logged('error')
  const headers = { authorization: `Bearer ${await tokenOf('demo-admin')}` }
  await db.schema.dropTable('source').execute()

  const response = await app.inject({ url: '/v2024/sources', headers })

  expect(response.statusCode).toBe(500)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(response.json().trackingId)
})

test('a tenant in a process of its own adds a line of JSON for each request to the file it is given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'requests.jsonl')
  const args = ['--seed', '3', '--request-log', file, '--log', 'info']
  const tenant = await startTenantProcess(await lastingDatabase(), args)
  onTestFinished(tenant.kill)
  const caller = await signIn(tenant.url)
  await callAs(caller, '/accounts?limit=2')

  const read = () => readFileSync(file, 'utf8').trimEnd().split('\n').filter(Boolean)
  await expect.poll(() => read().length, { timeout: 10_000 }).toBe(2)
  expect(read().map((line) => JSON.parse(line))).toMatchObject([
    { method: 'POST', path: '/oauth/token', status: 200 },
    { operation: 'listAccounts', path: '/v2024/accounts?limit=2', client: 'demo-admin' },
  ])
  // The pipe brings it a little later than the file has it.
  await expect
    .poll(() => tenant.written.err)
    .toMatch(/ INFO {2}demo-admin GET \/v2024\/accounts\?limit=2 200 in /)
})

test.each([
  [['--log', 'loud'], /^--log must be one of trace, debug, .*, not "loud"\.\n$/],
  [['--request-log', '/proc/nowhere/x'], /^The request log \/proc\/nowhere\/x cannot be written: /],
  [['--request-log', import.meta.dirname], /^The request log \S+ cannot be written: EISDIR/],
])('%j is refused at the start, in one sentence', async (args, sentence) => {
  const refusal = startTenantProcess(await lastingDatabase(), ['--seed', '0', ...args])
  const said = await refusal.then(
    () => 'It started',
    (error: Error) => error.message.replace('The tenant did not start: ', ''),
  )
  expect(said).toMatch(sentence)
})

test('what is added to a file that holds something already comes after it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'requests.jsonl')
  const entry = { method: 'GET', path: '/\u2028' } as RequestEntry // the rest plays no part here
  for (const status of [200, 404]) (await openRequestFile(file))({ ...entry, status })

  const statuses = () => {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    return lines.filter(Boolean).map((line) => JSON.parse(line).status)
  }
  await expect.poll(() => statuses().toSorted()).toEqual([200, 404])
})
