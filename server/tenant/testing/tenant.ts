import type { InjectOptions } from 'fastify'
import { expect, onTestFinished } from 'vitest'

import { buildTenant, type TenantOptions } from '../app.ts'
import { expectAnswer, expectContract } from '../contract-check.ts'
import { v1PathOf, type ApiVersion } from '../http/contract.ts'
import { newTestDatabase, type TestDatabase } from './database.ts'

export type TestTenant = Awaited<ReturnType<typeof startTenant>>

/** A tenant of its own for one test, empty unless `options` say otherwise. */
export async function startTenant(options: Partial<TenantOptions> = {}) {
  const tenant = await openTenant(options)
  onTestFinished(tenant.close)
  return tenant
}

/** The same for more than one test: whoever opens it closes it. */
export async function openTenant(options: Partial<TenantOptions> = {}) {
  const { where, drop } = options.database ? given(options.database) : await newTestDatabase()
  const { app, db } = await buildTenant({
    seedIdentities: 0,
    rateLimit: 0,
    taskMs: 0,
    ...options,
    database: where,
  })
  await app.ready()
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await app.close()
    await drop()
  }

  async function tokenOf(client: string): Promise<string> {
    const response = await app.inject({
      method: 'POST',
      url: '/oauth/token',
      query: {
        grant_type: 'client_credentials',
        client_id: client,
        client_secret: `${client}-secret`,
      },
    })
    return response.json().access_token
  }

  const tokens = new Map<string, string>()
  /** Calls an operation; an answer that the contract does not have fails the test. */
  async function call(url: string, { as = 'demo-admin', version = 'v2024', ...rest }: Call = {}) {
    const token = tokens.get(as) ?? (await tokenOf(as))
    tokens.set(as, token)
    const headers = { authorization: `Bearer ${token}`, ...rest.headers }
    const path = version === 'v1' ? v1PathOf(url) : `/v2024${url}`
    const response = await app.inject({ ...rest, url: path, headers })
    const { statusCode: status, body } = response
    expectAnswer({ method: rest.method ?? 'GET', url: path, status, body })
    return response
  }

  const post = (url: string, payload: object = {}, as?: string) =>
    call(url, { method: 'POST', payload, as })

  const patch = (url: string, operations: object[]) =>
    call(url, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json-patch+json' },
      payload: JSON.stringify(operations),
    })

  /** The task, once it has ended. */
  async function ended(id: string) {
    await expect
      .poll(async () => (await call(`/task-status/${id}`)).json().completionStatus, {
        timeout: 25_000,
        interval: 5,
      })
      .not.toBeNull()
    const task = (await call(`/task-status/${id}`)).json()
    expectContract('TaskStatus', task)
    return task
  }

  const account = async (id: string) => (await call(`/accounts/${id}`)).json()

  return { app, db, call, post, patch, ended, account, tokenOf, close }
}

/** Whoever names a database keeps it. */
const given = (where: string): TestDatabase => ({ where, drop: async () => {} })

type Call = InjectOptions & { as?: string; version?: ApiVersion }

/** Checks a refusal: its status, its shape, and that its text says what is expected. */
export function expectRefusal(
  response: { statusCode: number; json: () => unknown },
  status: number,
  text: string | RegExp,
) {
  const body = response.json()
  expect(body).toMatchObject({ messages: [{ text: expect.stringMatching(text) }, {}] })
  expect(response.statusCode).toBe(status)
  expectContract('ErrorResponseDto', body)
}
