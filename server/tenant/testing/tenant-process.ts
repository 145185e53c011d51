import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { isPostgresUrl } from '../../lib/database-url.ts'

const main = join(import.meta.dirname, '..', 'main.ts')
const PATIENCE_MS = 30_000

/** The address of a tenant, and the header that a client sends there. */
export type Caller = { url: string; authorization: string }

/** Starts a tenant in a process of its own, on the database that {@link lastingDatabase} names. */
export async function startTenantProcess(where: string, args: string[] = []) {
  const place = isPostgresUrl(where) ? [] : ['--data', dirname(where)]
  const child = spawn(process.execPath, [main, '--port', '0', ...place, ...args], {
    // Not as an option: a list of processes would show the password.
    env: { ...process.env, DATABASE_URL: isPostgresUrl(where) ? where : '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const written = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text))

  async function url(): Promise<string> {
    const until = Date.now() + PATIENCE_MS
    while (Date.now() < until && child.exitCode === null) {
      const found = /listening at (\S+)\n/.exec(written.out)?.[1]
      if (found) return found
      await sleep(10)
    }
    child.kill('SIGKILL')
    throw new Error(`The tenant did not start: ${written.err || written.out}`)
  }

  return {
    url: await url(),
    written,
    /** Ends it without a warning, and waits until it is gone. */
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await exited
    },
  }
}

export async function signIn(url: string): Promise<Caller> {
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'demo-admin',
      client_secret: 'demo-admin-secret',
    }),
  })
  const { access_token: token } = await answer.json()
  return { url, authorization: `Bearer ${token}` }
}

/** Calls an operation and reads what it answers; a refusal throws. */
export async function callAs({ url, authorization }: Caller, path: string, init: RequestInit = {}) {
  const type = init.body && { 'content-type': 'application/json' }
  const headers = { ...type, ...init.headers, authorization }
  const answer = await fetch(`${url}/v2024${path}`, { ...init, headers })
  const text = await answer.text()
  if (!answer.ok) throw new Refused(`${init.method ?? 'GET'} ${path}: ${answer.status} ${text}`)
  return text ? JSON.parse(text) : undefined
}

/** The tenant answered, and not as it should have. */
export class Refused extends Error {}
