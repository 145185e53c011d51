import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished } from 'vitest'

import { buildConsole } from '../console/app.ts'
import { newIndexPlace, type IndexPlace } from '../console/testing/index-place.ts'
import type { Account } from '../contract.ts'
import { embeddedClient } from '../embedded-tenant.ts'
import { readableLog } from '../log.ts'
import { buildTenant, type TenantOptions } from '../tenant/app.ts'

export type State = {
  complete: boolean
  read: number
  total: number | null
  asOf: string | null
  problem: string | null
}
type List = { items: Account[]; total: number; bounded: boolean; index: State }

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-index-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The embedded tenant on a port, and a way to it past the console. */
export async function startTenant(options: Partial<TenantOptions> & { port?: number } = {}) {
  const { port = 0, ...rest } = options
  const { app } = await buildTenant({
    database: ':memory:',
    seedIdentities: 60,
    rateLimit: 0,
    taskMs: 0,
    ...rest,
  })
  onTestFinished(() => app.close())
  await app.listen({ port, host: '127.0.0.1' })
  const url = app.listeningOrigin
  const client = { client_id: embeddedClient.clientId, client_secret: embeddedClient.clientSecret }
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...client })
  // A connection that is left over from another tenant on this port fails once.
  await fetch(`${url}/healthz`).catch(() => undefined)
  const signedIn = await fetch(`${url}/oauth/token`, { method: 'POST', body: form })
  const { access_token: token } = (await signedIn.json()) as { access_token: string } // its contract
  const request = (path: string, method: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}` }
    if (body === undefined) return fetch(url + path, { method, headers })
    const json = { ...headers, 'content-type': 'application/json' }
    return fetch(url + path, { method, headers: json, body: JSON.stringify(body) })
  }
  const call = (path: string, method = 'GET', body?: unknown) =>
    request(`/v2024${path}`, method, body)
  // As the contract says; of another shape it would make the expectations fail.
  const get = async <T>(path: string) => (await (await call(path)).json()) as T
  return {
    app,
    url,
    port: Number(new URL(url).port),
    call,
    get,
    /** Lets accounts behind a source change past the tenant. */
    drift: (wish: object) => request('/control/drift', 'POST', wish),
    /** Every account, in the order of ids. */
    async accounts(): Promise<Account[]> {
      const all: Account[] = []
      for (let page: Account[] = []; ; all.push(...page)) {
        page = await get<Account[]>(`/accounts?sorters=id&limit=250&offset=${all.length}`)
        if (page.length === 0) return all
      }
    },
    close: () => app.close(),
  }
}

export type Tenant = Awaited<ReturnType<typeof startTenant>>

type IndexedOptions = { place?: IndexPlace; poll?: number; client?: typeof embeddedClient }

/** A console with an index that looks for changes at every turn, or only when it is told to. */
export async function startIndexed(
  { url }: { url: string },
  { place, poll = 20, client = embeddedClient }: IndexedOptions = {},
) {
  const log: string[] = []
  const app = buildConsole({
    tenant: { ...client, baseUrl: url, embedded: true },
    webRoot: undefined,
    rateLimit: 0,
    index: { ...(place ?? (await newIndexPlace())), pause: { poll, retry: () => 50 } },
    logger: readableLog('warn', (line) => log.push(line)),
  })
  onTestFinished(() => app.close())
  await app.listen({ port: 0, host: '127.0.0.1' })
  const call = (path: string, init?: RequestInit) =>
    fetch(`${app.listeningOrigin}/api${path}`, init)
  // As console.yaml says.
  const state = async () => (await (await call('/console/index')).json()) as State
  const list = async (filters = '', rest = '') => {
    const query = `filters=${encodeURIComponent(filters)}${rest}`
    return (await (await call(`/console/accounts?${query}`)).json()) as List
  }
  return {
    app,
    url: app.listeningOrigin,
    log,
    call,
    state,
    list,
    complete: () =>
      expect.poll(async () => (await state()).complete, { timeout: 60_000 }).toBe(true),
    /** Resolves when it has looked at the tenant once more, from now on. */
    async upToDate() {
      const now = Date.now()
      await call('/console/index/refresh', { method: 'POST' })
      const asOf = async () => Date.parse((await state()).asOf ?? '')
      await expect.poll(asOf, { timeout: 60_000 }).toBeGreaterThanOrEqual(now)
    },
    /** Every account of the copy, in the order of ids. */
    async accounts(): Promise<Account[]> {
      const all: Account[] = []
      for (let page: Account[] = []; ; all.push(...page)) {
        page = (await list('', `&sorters=id&offset=${all.length}`)).items
        if (page.length === 0) return all
      }
    },
    close: () => app.close(),
  }
}

export type Indexed = Awaited<ReturnType<typeof startIndexed>>
