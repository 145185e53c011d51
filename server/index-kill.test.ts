import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { expect, onTestFinished, test } from 'vitest'

import type { Account } from './contract.ts'
import { lastingDatabase, onPostgres } from './database/testing.ts'
import { embeddedClient } from './embedded-tenant.ts'
import { runs, timeout } from './lib/runs.ts'
import type { RequestEntry } from './tenant/http/request-log.ts'
import { startTenant, tempFolder } from './testing/indexed.ts'

const kills = runs(3, 20)
const PAGE = 250
/** For each kill, with about five accounts each: a process reads some pages before it ends. */
const IDENTITIES = 250

/** Muster as a process of its own, with a tenant elsewhere. */
function startMuster(url: string, dataDir: string, databaseUrl: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--api-only'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      SAIL_BASE_URL: url,
      SAIL_CLIENT_ID: embeddedClient.clientId,
      SAIL_CLIENT_SECRET: embeddedClient.clientSecret,
    },
    cwd: dataDir,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  const ended = exited.then(([code, signal]) => {
    if (signal !== 'SIGKILL') throw new Error(`Muster ended by itself with ${code}`)
  })
  const listening = async () => {
    for await (const line of createInterface(child.stdout)) {
      const found = /is at (\S+)$/.exec(line)
      if (found?.[1]) return found[1]
    }
    throw new Error('Muster did not say where it is')
  }
  return { kill, listening, ended }
}

/** Where in the pass a request of the sync stands; undefined for another request. */
function offsetOf({ path, status }: RequestEntry): number | undefined {
  const { pathname, searchParams: query } = new URL(path, 'http://tenant')
  const isPass = pathname === '/v2024/accounts' && query.get('sorters') === 'id'
  return isPass && status === 200 ? Number(query.get('offset')) : undefined
}

test(
  'a console that is killed while it reads for the first time goes on there, and ends equal',
  async () => {
    const folder = tempFolder()
    const databaseUrl = onPostgres ? await lastingDatabase() : ''
    const hear: { page: (offset: number) => void } = { page: () => {} }
    const tenant = await startTenant({
      seedIdentities: IDENTITIES * kills,
      onRequest: (entry) => {
        const offset = offsetOf(entry)
        if (offset !== undefined) hear.page(offset)
      },
    })

    const last = (await tenant.accounts()).length - PAGE
    const firstPages: number[] = []
    for (let nth = 0; nth < kills; nth += 1) {
      const muster = startMuster(tenant.url, folder, databaseUrl)
      const offsets: number[] = []
      const midway = new Promise<void>((resolve, reject) => {
        hear.page = (offset) => {
          offsets.push(offset)
          if (offset > last) reject(new Error('The pass is over before the last kill'))
          // A page or more into the pass, sooner or later in what it does with one.
          if (offsets.length === 1 + (nth % 3)) setTimeout(resolve, (nth * 7) % 30)
        }
      })
      await Promise.race([midway, muster.ended])
      await muster.kill()
      firstPages.push(offsets[0] ?? -1)
    }

    expect(firstPages[0]).toBe(0)
    // It may have to look back by the page that was being written, never to the beginning.
    expect(firstPages).toEqual(firstPages.toSorted((a, b) => a - b))
    const muster = startMuster(tenant.url, folder, databaseUrl)
    const resumed = new Promise<number>((resolve) => {
      hear.page = resolve
    })
    const url = await muster.listening()
    expect(await resumed).toBeGreaterThanOrEqual(PAGE - 1)
    const get = async (path: string) => (await fetch(`${url}/api/console${path}`)).json()
    const isComplete = async () => ((await get('/index')) as { complete: boolean }).complete
    await expect.poll(isComplete, { timeout: 120_000 }).toBe(true)
    const copied: Account[] = []
    for (let page: Account[] = []; ; copied.push(...page)) {
      const answer = await get(`/accounts?sorters=id&offset=${copied.length}`)
      page = (answer as { items: Account[] }).items
      if (page.length === 0) break
    }
    expect(copied).toEqual(await tenant.accounts())
  },
  timeout,
)
