// What the console's index costs and how fast it answers, over HTTP: `npm run bench -- index`.
// --sizes 10000,100000 --rounds 100 --limit 100 (calls in ten seconds for the sync with a limit)
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { machine, percentile, table } from './lib.ts'
import { run, startServer, type Server } from './parts/processes.ts'

const text = { type: 'string' } as const
const { values: given } = parseArgs({ options: { sizes: text, rounds: text, limit: text } })
const sizes = (given.sizes ?? '10000,100000').split(',').map(Number)
const rounds = Number(given.rounds ?? 100)
const limit = Number(given.limit ?? 100)

const eight =
  'status,type,sourceName,cloudLifecycleState,uncorrelated,hasEntitlements,passwordChanged,attributes.department'
const sorted = [
  'name',
  '-modified',
  'nativeIdentity',
  'identity.name',
  'sourceName',
  'status',
  '-created',
  'passwordChanged',
]
const sales = 'attributes.department eq "Sales"'
const several = `(status eq "locked" or passwordChanged lt 2026-06-01) and not ${sales} and uncorrelated eq false`

type Asked = {
  filters?: string
  sorters?: string
  offset?: number
  facets?: string
  limit?: number
}
const questions: [string, (accounts: number) => Asked][] = [
  ['first page, by name', () => ({ sorters: 'name' })],
  [
    'status and source',
    () => ({
      filters: 'status eq "disabled" and sourceName eq "Active Directory"',
      sorters: 'name',
    }),
  ],
  ['attribute held in memory', () => ({ filters: sales, sorters: 'name' })],
  ['attribute that no column holds', () => ({ filters: 'attributes.badgeNumber co "123"' })],
  ['text, many hits', () => ({ filters: 'text co "example"', sorters: 'name' })],
  ['text, few hits', () => ({ filters: 'text co "constantin"', sorters: 'name' })],
  ['text of two characters', () => ({ filters: 'text co "ma"', sorters: 'name' })],
  ['or, not and and', () => ({ filters: several, sorters: '-modified' })],
  ['eight facets', () => ({ facets: eight, limit: 0 })],
  ['eight facets under a filter', () => ({ filters: several, facets: eight, sorters: 'name' })],
  ['offset at 90 %', (accounts) => ({ sorters: 'name', offset: Math.floor(accounts * 0.9) })],
  [
    'offset at 40 % of a filter',
    (accounts) => ({
      filters: 'disabled eq false',
      sorters: 'name',
      offset: Math.floor(accounts * 0.4),
    }),
  ],
  ...sorted.map((sorters): [string, () => Asked] => [`sorted by ${sorters}`, () => ({ sorters })]),
]

type State = { complete: boolean; read: number; total: number | null; problem: string | null }
const figures: string[][] = []
const answers = new Map<string, { p50: number; p99: number }[]>()

for (const size of sizes) {
  const data = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  try {
    await run('server/tenant/main.ts', ['--seed-only', '--accounts', String(size), '--data', data])
    await measure(data)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

console.log(`\n${machine()}; ${rounds} requests a question, one after the other, 250 rows each\n`)
console.log(table(['', ...sizes.map((size) => size.toLocaleString('en'))], transposed(figures)))
console.log('')
console.log(
  table(
    [
      'question',
      ...sizes.flatMap((size) => [`p50 ms at ${size}`, `p99 ms at ${size}`]),
      'growth of p50',
    ],
    [...answers].map(([name, found]) => [
      name,
      ...found.flatMap(({ p50, p99 }) => [p50.toFixed(1), p99.toFixed(1)]),
      `${((found.at(-1)?.p50 ?? Number.NaN) / (found[0]?.p50 ?? Number.NaN)).toFixed(1)}x`,
    ]),
  ),
)

async function measure(data: string): Promise<void> {
  const file = join(data, 'index.sqlite')
  const tenant = await startTenant(data, 0)
  const console_ = await startConsole(tenant, file, 0)
  const { seconds, total } = await synced(console_)
  await ask(console_, total)
  await askWhileItChanges(tenant, console_)
  const memory = console_.memory()
  await console_.stop()
  const bytes = statSync(file).size

  const restarted = performance.now()
  const again = await startConsole(tenant, file, 0)
  await synced(again)
  const start = (performance.now() - restarted) / 1000
  const memoryAgain = again.memory()
  await again.stop()
  await tenant.stop()

  figures.push([
    `${seconds.toFixed(1)} s, ${Math.round(total / seconds)} accounts/s`,
    await withLimit(data, total),
    `${start.toFixed(1)} s`,
    `${memory.now.toFixed(0)} MB, at most ${memory.most.toFixed(0)} MB`,
    `${memoryAgain.now.toFixed(0)} MB`,
    `${(bytes / 1e6).toFixed(0)} MB, ${(bytes / total / 1000).toFixed(2)} kB each`,
  ])
}

/** The first sync as a real tenant lets it run: which part of the allowed calls it makes use of. */
async function withLimit(data: string, total: number): Promise<string> {
  const pages = total / 250
  // Within one window of ten seconds there is nothing to share out.
  if (pages < 2 * limit) return 'too few pages to tell'
  const log = join(data, 'requests.log')
  const tenant = await startTenant(data, limit, ['--request-log', log])
  const limited = await startConsole(tenant, join(data, 'limited.sqlite'), limit)
  const { seconds } = await synced(limited)
  await limited.stop()
  await tenant.stop()
  const entries = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line): { path: string; status: number } => JSON.parse(line))
  const calls = entries.filter(({ path }) => path.startsWith('/v2024/'))
  const refused = calls.filter(({ status }) => status === 429).length
  const share = (calls.length - refused) / ((limit * seconds) / 10)
  return `${seconds.toFixed(0)} s, ${(share * 100).toFixed(0)} % of ${limit} calls in 10 s, ${refused} refused`
}

function startTenant(data: string, rateLimit: number, more: string[] = []) {
  const options = ['--port', '0', '--data', data, '--seed', '0', '--task-ms', '0']
  const limited = ['--rate-limit', String(rateLimit), ...more]
  return startServer('server/tenant/main.ts', [...options, ...limited])
}

function startConsole({ url }: Server, file: string, rateLimit: number) {
  return startServer('bench/parts/console.ts', [url, file, String(rateLimit)])
}

async function synced({ url }: Server) {
  const from = performance.now()
  while (true) {
    const state = await json<State>(await fetch(`${url}/api/console/index`))
    if (state.problem) throw new Error(state.problem)
    if (state.complete && state.total !== null) {
      return { seconds: (performance.now() - from) / 1000, total: state.total }
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function ask(server: Server, total: number): Promise<void> {
  for (const [name, asked] of questions) {
    note(name, await timed(server, asked(total), rounds))
  }
}

/** A tenth of the accounts changes, and the copy follows. */
async function askWhileItChanges(tenant: Server, server: Server): Promise<void> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'demo-admin',
    client_secret: 'demo-admin-secret',
  })
  const token = await json<{ access_token: string }>(
    await fetch(`${tenant.url}/oauth/token`, { method: 'POST', body: form }),
  )
  const headers = { authorization: `Bearer ${token.access_token}` }
  const sources = await json<{ id: string; connectionType?: string }[]>(
    await fetch(`${tenant.url}/v2024/sources`, { headers }),
  )
  await fetch(`${tenant.url}/control/drift`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ share: 0.1 }),
  })
  for (const { id } of sources) {
    await fetch(`${tenant.url}/v2024/sources/${id}/load-accounts`, { method: 'POST', headers })
  }
  await fetch(`${server.url}/api/console/index/refresh`, { method: 'POST' })
  note('first page, while a tenth changes', await timed(server, { sorters: 'name' }, rounds * 3))
}

async function timed({ url }: Server, asked: Asked, times: number): Promise<number[]> {
  const query = new URLSearchParams(
    Object.entries(asked).map(([name, value]) => [name, String(value)]),
  )
  const spans: number[] = []
  for (let round = -3; round < times; round += 1) {
    const from = performance.now()
    const response = await fetch(`${url}/api/console/accounts?${query}`)
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
    if (round >= 0) spans.push(performance.now() - from)
  }
  return spans
}

function note(name: string, spans: number[]): void {
  const found = { p50: percentile(spans, 50), p99: percentile(spans, 99) }
  answers.set(name, [...(answers.get(name) ?? []), found])
}

function transposed(columns: string[][]): string[][] {
  const names = [
    'first sync, no limit',
    'first sync, limited',
    'start with a full index',
    'memory',
    'memory after a start',
    'on disk',
  ]
  return names.map((name, row) => [name, ...columns.map((column) => column[row] ?? '')])
}

function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response.json() as Promise<T> // the contract says what is answered
}
