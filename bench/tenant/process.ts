import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { thrifty, thriftyEnv } from '../../scripts/lib/node.mjs'

const root = join(import.meta.dirname, '../..')

/** Where a tenant of the benchmark keeps its data. */
export type Place = { data?: string; url?: string }

const argsOf = ({ data, url }: Place) => (url ? ['--database', url] : ['--data', data ?? ''])

export type Tenant = {
  get: (path: string) => Promise<Response>
  post: (path: string) => Promise<Response>
  /** Resident memory of the process in MB. */
  memory: () => number
  stop: () => Promise<void>
}

/** Fills an empty place; the seconds that it took. */
export async function seed(place: Place, accounts: number): Promise<number> {
  const started = performance.now()
  const child = node(['--seed-only', '--accounts', String(accounts), ...argsOf(place)], 'ignore')
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`Seeding ${accounts} accounts ended with ${code}`)
  return (performance.now() - started) / 1000
}

export async function startTenant(place: Place): Promise<Tenant> {
  const options = ['--port', '0', '--seed', '0', '--rate-limit', '0', '--task-ms', '0']
  const child = node([...options, ...argsOf(place)], 'pipe')
  const base = await addressIn(child.stdout)
  const client = 'grant_type=client_credentials&client_id=demo-admin'
  const answer = await fetch(`${base}/oauth/token?${client}&client_secret=demo-admin-secret`, {
    method: 'POST',
  })
  const { access_token: token } = (await answer.json()) as { access_token: string } // the contract
  const headers = { authorization: `Bearer ${token}` }
  return {
    get: (path) => fetch(`${base}/v2024${path}`, { headers }),
    post: (path) =>
      fetch(`${base}/v2024${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
      }),
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
    },
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

export const drop = ({ data }: Place) => {
  if (data) rmSync(data, { recursive: true, force: true })
}

/** As `npm run tenant` does. */
const node = (args: string[], stdout: 'ignore' | 'pipe') =>
  spawn(process.execPath, [...thrifty, 'server/tenant/main.ts', ...args], {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
    env: { ...process.env, ...thriftyEnv },
  })

async function addressIn(stdout: NodeJS.ReadableStream | null): Promise<string> {
  if (stdout) {
    for await (const line of createInterface(stdout)) {
      const found = /https?:\/\/\S+/.exec(line)
      if (found) return found[0]
    }
  }
  throw new Error('The tenant did not say where it listens')
}
