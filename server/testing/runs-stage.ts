import { expect, onTestFinished } from 'vitest'

import type { components } from '../../src/api/console-schema.d.ts'
import { buildConsole } from '../console/app.ts'
import type { Pace } from '../console/runs/pace.ts'
import { lastingDatabase } from '../database/testing.ts'
import { embeddedClient } from '../embedded-tenant.ts'
import { readableLog } from '../log.ts'

type Schemas = components['schemas']
export type Run = Schemas['Run']
export type RunItem = Schemas['RunItem']
export type Plan = Schemas['Plan']

/** So that a test waits for the tenant, and not for a person's patience. */
export const quick: Partial<Pace> = {
  backoffFirst: 5,
  backoffMost: 40,
  grace: 150,
  lookFirst: 10,
  lookMost: 100,
  gatherMost: 200,
  settle: 300,
  blind: 500,
  outageFirst: 20,
  outageMost: 100,
  storage: 50,
}

type Options = {
  database?: string
  rateLimit?: number
  pace?: Partial<Pace>
  index?: string
}

export type RunConsole = Awaited<ReturnType<typeof startRunConsole>>

/** A console on a database that outlives it, and what a screen asks of it. */
export async function startRunConsole({ url: tenantUrl }: { url: string }, options: Options = {}) {
  const { rateLimit = 0, pace, index } = options
  const database = options.database ?? (await lastingDatabase())
  const log: string[] = []
  const app = buildConsole({
    tenant: { ...embeddedClient, baseUrl: tenantUrl, embedded: true },
    webRoot: undefined,
    rateLimit,
    database,
    runPace: { ...quick, ...pace },
    logger: readableLog('warn', (line) => log.push(line)),
    ...(index !== undefined && { index: { database: index } }),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await app.close()
  }
  onTestFinished(close)
  return { app, log, database, close, ...runClient(app.listeningOrigin) }
}

/** What a screen asks of a console, at this address. */
export function runClient(url: string) {
  const call = (path: string, method = 'GET', body?: unknown) =>
    fetch(`${url}/api/console${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
  /** As the contract says; of another shape it would make the expectations fail. */
  async function json<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
    const answer = await call(path, method, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as T
  }

  const plan = (
    action: Schemas['RunAction'],
    selection: Schemas['Selection'],
    rest: Pick<Schemas['NewPlan'], 'identityId'> = {},
  ) => json<Plan>('/runs/plans', 'POST', { action, selection, ...rest })
  const start = (planId: string, count: number, rest: Partial<Schemas['NewRun']> = {}) =>
    json<Run>('/runs', 'POST', { planId, count, ...rest })
  const run = (id: string) => json<Run>(`/runs/${id}`)

  async function items(id: string, query = ''): Promise<RunItem[]> {
    const all: RunItem[] = []
    for (;;) {
      const path = `/runs/${id}/items?limit=250&offset=${all.length}${query}`
      const page = (await json<Schemas['RunItems']>(path)).items
      all.push(...page)
      if (page.length < 250) return all
    }
  }

  return {
    url,
    call,
    json,
    plan,
    start,
    run,
    items,
    planItems: async (id: string, query = '') =>
      (await json<Schemas['PlanItems']>(`/runs/plans/${id}/items?limit=250${query}`)).items,
    /** Plans and confirms at once. */
    async act(
      action: Schemas['RunAction'],
      accountIds: string[],
      rest: Partial<Schemas['NewRun']> = {},
    ): Promise<Run> {
      const planned = await plan(action, { accountIds })
      return start(planned.id, planned.sends, rest)
    },
    tell: (id: string, verb: 'pause' | 'resume' | 'cancel') =>
      json<Run>(`/runs/${id}/${verb}`, 'POST'),
    retry: (id: string, states: Schemas['Retry']['states'] = ['failed']) =>
      json<Run>(`/runs/${id}/retry`, 'POST', { states }),
    undo: (id: string) => json<Plan>(`/runs/${id}/undo`, 'POST'),
    async reached(id: string, state: Run['state'], timeout = 60_000): Promise<Run> {
      await expect.poll(async () => (await run(id)).state, { timeout, interval: 20 }).toBe(state)
      return run(id)
    },
    audit: (query = '') => json<Schemas['AuditEntries']>(`/audit?limit=250${query}`),
  }
}

/** How many items have each state, those of none left out. */
export const statesOf = (items: RunItem[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
