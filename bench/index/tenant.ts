import { existsSync, readFileSync } from 'node:fs'

import type { Server } from '../parts/processes.ts'

export type Entry = { time: string; method: string; path: string; status: number }

/** The tenant as somebody who is not the console uses it. */
export async function connect({ url }: Server) {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'demo-admin',
    client_secret: 'demo-admin-secret',
  })
  const answer = await fetch(`${url}/oauth/token`, { method: 'POST', body: form })
  const { access_token: token } = await json<{ access_token: string }>(answer)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const call = async <T>(method: string, path: string, body?: unknown) =>
    json<T>(
      await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }),
    )
  return {
    get: <T>(path: string) => call<T>('GET', path),
    post: <T>(path: string, body?: unknown) => call<T>('POST', path, body),
  }
}

/** What the tenant has been asked for since it started, without the tokens. */
export function callsIn(log: string): Entry[] {
  if (!existsSync(log)) return []
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean)
  const entries = lines.map((line): Entry => JSON.parse(line))
  return entries.filter(({ path }) => path.startsWith('/v2024/'))
}

export async function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response.json() as Promise<T> // the contract says what is answered
}
