// How fast runs are and what they cost the tenant, over HTTP: `npm run bench -- runs`.
// --items 10000 (of the run without a limit), --seconds 60 (of the one with it), --limit 100
// --database URL (a PostgreSQL for the console, instead of a file)
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import type { components } from '../src/api/console-schema.d.ts'
import { machine, table } from './lib.ts'
import { run, startServer, type Server } from './parts/processes.ts'
import { watchRun } from './parts/runs-page.ts'

type Schemas = components['schemas']
type Run = Schemas['Run']
type Request = { time: string; method: string; path: string; status: number }

const text = { type: 'string' } as const
const { values: given } = parseArgs({
  options: { items: text, seconds: text, limit: text, database: text },
})
const items = Number(given.items ?? 10_000)
const seconds = Number(given.seconds ?? 60)
const limit = Number(given.limit ?? 100)
const WINDOW_S = 10

const data = mkdtempSync(join(tmpdir(), 'muster-bench-'))
const log = join(data, 'requests.log')
/** What has to end with the bench, however that ends. */
const started: Server[] = []
try {
  const size = String(Math.ceil(items * 2.5 + 2000))
  await run('server/tenant/main.ts', ['--seed-only', '--accounts', size, '--data', data])
  const figures = { ...(await free()), ...(await watched()), ...(await limited()) }
  console.log(`\n${machine()}; tenant and console are processes of their own on it\n`)
  console.log(table(['', ''], Object.entries(figures)))
} finally {
  for (const server of started) await server.stop()
  rmSync(data, { recursive: true, force: true })
}

/** Without a limit: how fast it can be. */
async function free(): Promise<Record<string, string>> {
  const tenant = await startTenant(0)
  const server = await startConsole(tenant, join(data, 'free.sqlite'), 0)
  const ids = await enabledAccounts(server, items)
  const before = server.memory().now
  const planned = performance.now()
  const plan = await call<Schemas['Plan']>(server, '/runs/plans', planOf('disable', ids))
  const planMs = performance.now() - planned
  const calls = requests().length
  const from = performance.now()
  const { id } = await call<Run>(server, '/runs', { planId: plan.id, count: plan.sends })
  const first = await until(server, id, ({ counts }) => counts.done > 0)
  const firstMs = performance.now() - from
  const last = await until(server, id, ({ state }) => state === 'finished')
  const took = (performance.now() - from) / 1000
  const made = requests().slice(calls).length
  const memory = server.memory()
  await one(server)
  const single = await one(server)
  await server.stop()
  await tenant.stop()
  const { total, done } = last.counts
  return {
    'items, without a limit': `${total}, of which ${done} done`,
    'plan of them': `${planMs.toFixed(0)} ms`,
    'from start to the first verdict': `${firstMs.toFixed(0)} ms (${first.counts.done} by then)`,
    'items a second': (total / took).toFixed(0),
    'calls at the tenant': `${made}, ${(made / total).toFixed(4)} for an item`,
    'memory of the console': `${before.toFixed(0)} MB before, ${memory.most.toFixed(0)} MB at most`,
    'a run of one: accepted, confirmed': single,
  }
}

/** The same run once more, and back, with somebody who watches it. */
async function watched(): Promise<Record<string, string>> {
  const tenant = await startTenant(0)
  const server = await startConsole(tenant, join(data, 'watched.sqlite'), 0)
  const ids = await enabledAccounts(server, items, 'enable')
  const plan = await call<Schemas['Plan']>(server, '/runs/plans', planOf('enable', ids))
  const figures = await watchRun(server.url, plan)
  await server.stop()
  await tenant.stop()
  return figures
}

/** With the limit of a real tenant: which part of the allowed calls a run makes use of. */
async function limited(): Promise<Record<string, string>> {
  const tenant = await startTenant(limit)
  const server = await startConsole(tenant, join(data, 'limited.sqlite'), limit)
  const count = Math.ceil((limit / WINDOW_S) * (seconds + 3 * WINDOW_S))
  const ids = await enabledAccounts(server, count, 'enable')
  // A window in which nothing else was asked.
  await sleep(WINDOW_S * 1000)
  const before = requests().length
  const plan = await call<Schemas['Plan']>(server, '/runs/plans', planOf('enable', ids))
  const { id } = await call<Run>(server, '/runs', { planId: plan.id, count: plan.sends })
  await sleep(seconds * 1000)
  const made = requests().slice(before)
  await call(server, `/runs/${id}/cancel`, {})
  await server.stop()
  await tenant.stop()
  const passed = made.filter(({ status }) => status !== 429)
  const share = mostIn(passed) / ((limit / WINDOW_S) * seconds)
  const refused = made.length - passed.length
  return {
    [`calls in ${seconds} s at ${limit} in ${WINDOW_S} s`]: `${passed.length}, ${(share * 100).toFixed(1)} % of what is allowed`,
    'of which turned away': String(refused),
  }
}

/** How many of them fall into so many seconds; a burst at either end counts once. */
function mostIn(made: Request[]): number {
  const first = Date.parse(made[0]?.time ?? '')
  return made.filter(({ time }) => Date.parse(time) < first + seconds * 1000).length
}

/** The single action of a row: how long its requests take, and how long it is Pending. */
async function one(server: Server): Promise<string> {
  const ids = await enabledAccounts(server, 1)
  const started = performance.now()
  const id = randomUUID()
  await call(server, `/runs/${id}`, planOf('disable', ids), 'PUT')
  const accepted = performance.now() - started
  await until(server, id, ({ state }) => state === 'finished')
  return `${accepted.toFixed(0)} ms, ${(performance.now() - started).toFixed(0)} ms`
}

function planOf(action: Schemas['RunAction'], accountIds: string[]): Schemas['NewPlan'] {
  return { action, selection: { accountIds } }
}

async function enabledAccounts(server: Server, count: number, action = 'disable') {
  const ids: string[] = []
  for (let offset = 0; ids.length < count; offset += 250) {
    const path = `/api/v2024/accounts?sorters=id&limit=250&offset=${offset}`
    const page = (await (
      await fetch(server.url + path)
    ).json()) as Schemas['IndexedAccounts']['items']
    if (page.length === 0) throw new Error(`The tenant has no ${count} accounts for this`)
    for (const { id, features, disabled, nativeIdentity } of page) {
      const fits = String(features).includes('ENABLE') && disabled === (action === 'enable')
      const isSentinel = String(nativeIdentity).startsWith('sentinel-')
      if (fits && !isSentinel) ids.push(String(id))
    }
  }
  return ids.slice(0, count)
}

async function until(server: Server, id: string, holds: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const now = await call<Run>(server, `/runs/${id}`)
    if (holds(now)) return now
    if (now.state === 'paused') throw new Error(`The run is paused: ${now.reason}`)
    await sleep(20)
  }
}

async function call<T>(server: Server, path: string, body?: object, method = 'POST'): Promise<T> {
  const answer = await fetch(`${server.url}/api/console${path}`, {
    ...(body && {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T // as the contract says
}

function requests(): Request[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Request => JSON.parse(line)) // written by the tenant
    .filter(({ path }) => !path.startsWith('/oauth'))
}

function startTenant(rateLimit: number) {
  const place = ['--port', '0', '--data', data, '--request-log', log]
  return noted('server/tenant/main.ts', [...place, '--rate-limit', String(rateLimit)])
}

function startConsole(tenant: Server, file: string, rateLimit: number) {
  const args = [tenant.url, given.database ?? file, String(rateLimit)]
  return noted('bench/parts/runs-console.ts', args)
}

async function noted(file: string, args: string[]): Promise<Server> {
  const server = await startServer(file, args)
  started.push(server)
  return server
}
