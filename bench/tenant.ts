// How fast the embedded tenant lists, over HTTP, beside a tenth of the rows: `npm run bench -- tenant`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { machine, percentile, table } from './lib.ts'

const sizes = [10_000, 100_000]
const rounds = 300
const root = join(import.meta.dirname, '..')

type Question = { name: string; query: (accounts: number) => string }

const questions: Question[] = [
  { name: 'first page, by name', query: () => 'sorters=name' },
  { name: 'one source, by name', query: () => `sorters=name&filters=${eq('sourceId')}` },
  { name: 'one source, newest first', query: () => `sorters=-modified&filters=${eq('sourceId')}` },
  {
    name: 'name starts with, counted',
    query: () => `sorters=name&count=true&filters=${encodeURIComponent('name sw "ma"')}`,
  },
  {
    name: 'uncorrelated, counted',
    query: () => `sorters=name&count=true&filters=${encodeURIComponent('uncorrelated eq true')}`,
  },
  { name: 'count alone', query: () => 'limit=0&count=true' },
  {
    name: 'offset at 90 %',
    query: (accounts) => `sorters=name&offset=${Math.floor(accounts * 0.9)}`,
  },
]
let sourceId = ''
const eq = (field: string) => encodeURIComponent(`${field} eq "${sourceId}"`)

const results = new Map<string, string[]>()
const growth = new Map<string, number[]>()
for (const size of sizes) {
  const data = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  try {
    const started = performance.now()
    await run(['--seed-only', '--accounts', String(size), '--data', data])
    const seconds = (performance.now() - started) / 1000
    const bytes = statSync(join(data, 'tenant.sqlite')).size
    console.log(
      `${size} accounts: seeded in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB`,
    )
    await measure(size, data)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

console.log(`\n${machine()}; ${rounds} requests a question, one after the other, 250 rows each\n`)
console.log(
  table(
    [
      'question',
      ...sizes.flatMap((size) => [`p50 ms at ${size}`, `p99 ms at ${size}`]),
      'growth of p50',
    ],
    questions.map(({ name }) => {
      const [small = 0, large = 0] = growth.get(name) ?? []
      return [name, ...(results.get(name) ?? []), `${(large / small).toFixed(1)}x`]
    }),
  ),
)

async function measure(size: number, data: string) {
  const tenant = spawn(
    process.execPath,
    ['server/tenant/main.ts', '--port', '0', '--data', data, '--seed', '0', '--rate-limit', '0'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    const base = await address(tenant.stdout)
    const token = await fetch(
      `${base}/oauth/token?grant_type=client_credentials&client_id=demo-admin&client_secret=demo-admin-secret`,
      { method: 'POST' },
    ).then(json<{ access_token: string }>)
    const headers = { authorization: `Bearer ${token.access_token}` }
    const get = (path: string) => fetch(`${base}/v2024${path}`, { headers })
    const sources = await get('/sources?filters=name+eq+%22Active+Directory%22').then(
      json<{ id: string }[]>,
    )
    sourceId = sources[0]?.id ?? ''
    const total = Number((await get('/accounts?limit=0&count=true')).headers.get('X-Total-Count'))
    console.log(`${size} accounts asked for, ${total} there`)

    for (const { name, query } of questions) {
      const times: number[] = []
      for (let round = -20; round < rounds; round += 1) {
        const from = performance.now()
        const response = await get(`/accounts?${query(total)}`)
        await response.arrayBuffer()
        if (response.status !== 200) throw new Error(`${name}: ${response.status}`)
        if (round >= 0) times.push(performance.now() - from)
      }
      const [p50, p99] = [percentile(times, 50), percentile(times, 99)]
      results.set(name, [...(results.get(name) ?? []), p50.toFixed(1), p99.toFixed(1)])
      growth.set(name, [...(growth.get(name) ?? []), p50])
    }
  } finally {
    tenant.kill()
    await once(tenant, 'exit')
  }
}

async function run(args: string[]) {
  const child = spawn(process.execPath, ['server/tenant/main.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`server/tenant/main.ts ${args.join(' ')} ended with ${code}`)
}

async function address(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stdout)) {
    const found = /https?:\/\/\S+/.exec(line)
    if (found) return found[0]
  }
  throw new Error('The tenant did not say where it listens')
}

function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response.json() as Promise<T> // the contract says what the tenant answers
}
