import { execFileSync, spawnSync } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { expect, onTestFinished, test } from 'vitest'

import type { Account } from './contract.ts'
import { lastingDatabase, onPostgres } from './database/testing.ts'
import { runs, timeout } from './lib/runs.ts'
import { lastingDatabase as lastingTenant } from './tenant/testing/database.ts'
import { startTenantProcess } from './tenant/testing/tenant-process.ts'
import { jumpingClock, startMuster } from './testing/muster-process.ts'
import { enabled, idsOf, startNoting } from './testing/runs-accounts.ts'
import { statesOf } from './testing/runs-stage.ts'

const kills = runs(2, 20)
const items = runs(100, 2000)

test(
  'a console that is killed in the midst, again and again, sends nothing twice and loses nothing',
  async () => {
    const { tenant, sent } = await startNoting({ seedIdentities: Math.ceil(items / 2), taskMs: 20 })
    const database = await lastingDatabase()
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, items)
    expect(ids).toHaveLength(items)
    let muster = await startMuster(tenant.url, database)
    const { id } = await muster.act('disable', ids)

    for (let nth = 0; nth < kills; nth += 1) {
      const before = sent('disable').length
      // Sooner or later in what it does with an item.
      await expect
        .poll(() => sent('disable').length, { timeout, interval: 1 })
        .toBeGreaterThanOrEqual(Math.min(before + 10, items))
      await sleep((nth * 7) % 40)
      await muster.kill()
      muster = await startMuster(tenant.url, database)
    }

    const run = await muster.reached(id, 'finished', timeout)
    expect(run.counts).toMatchObject({ total: items, done: items })
    expect(statesOf(await muster.items(id))).toEqual({ done: items })
    const accepted = sent('disable').filter(({ status }) => status === 202)
    expect(new Set(accepted.map((one) => one.id))).toEqual(new Set(ids))
    expect(accepted).toHaveLength(items)
    const now = new Map((await tenant.accounts()).map((account) => [account.id, account.disabled]))
    expect(ids.filter((one) => now.get(one) !== true)).toEqual([])
  },
  timeout,
)

test.each([
  ['a tenant', false],
  ['a tenant and its console, both at once,', true],
])(
  '%s killed in the midst, again and again: it ends with what the ledger says',
  async (_name, isBoth) => {
    const where = await lastingTenant()
    const port = await freePort()
    const args = ['--rate-limit', '0', '--task-ms', '20', '--port', String(port)]
    const seed = ['--seed', String(Math.ceil(items / 2))]
    let tenant = await startTenantProcess(where, [...args, ...seed])
    onTestFinished(() => tenant.kill())
    const database = await lastingDatabase()
    let muster = await startMuster(tenant.url, database)
    const accounts = async () => {
      const all: Account[] = []
      for (let page: Account[] = []; ; all.push(...page)) {
        const path = `/api/v2024/accounts?sorters=id&limit=250&offset=${all.length}`
        page = (await (await fetch(muster.url + path)).json()) as Account[] // its contract
        if (page.length === 0) return all
      }
    }
    const ids = idsOf(enabled(await accounts())).slice(0, items)
    const { id } = await muster.act('disable', ids)
    for (let nth = 0; nth < kills / 2; nth += 1) {
      const { done } = (await muster.run(id)).counts
      const isOn = async () => (await muster.run(id)).counts.done
      await expect.poll(isOn, { timeout, interval: 5 }).toBeGreaterThan(Math.min(done, items - 1))
      await sleep((nth * 7) % 40)
      await Promise.all([tenant.kill(), isBoth && muster.kill()])
      tenant = await startTenantProcess(where, args)
      if (isBoth) muster = await startMuster(tenant.url, database)
    }
    const run = await muster.reached(id, 'finished', timeout)
    expect(run.counts).toMatchObject({ total: items, done: items })
    const now = new Map((await accounts()).map((account) => [account.id, account.disabled]))
    expect(ids.filter((one) => now.get(one) !== true)).toEqual([])
  },
  timeout,
)

test('a clock that jumps a day ahead and two back in the midst changes nothing', async () => {
  const { tenant, sent } = await startNoting({ taskMs: 20 })
  const muster = await startMuster(tenant.url, await lastingDatabase(), jumpingClock)
  const ids = idsOf(enabled(await tenant.accounts())).slice(0, 120)
  const { id } = await muster.act('disable', ids)
  for (const most of [10, 60]) {
    await expect.poll(() => sent('disable').length, { timeout, interval: 1 }).toBeGreaterThan(most)
    process.kill(muster.pid, 'SIGUSR2')
  }
  const run = await muster.reached(id, 'finished', timeout)
  expect(run.counts).toMatchObject({ done: 120, failed: 0 })
  expect(sent('disable').filter(({ status }) => status === 202)).toHaveLength(120)
  // It did jump.
  const { items } = await muster.audit()
  const times = items.map(({ at }) => Date.parse(at))
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(80_000_000)
})

test.skipIf(onPostgres || !hasPrlimit())(
  'a disk that is full pauses a run with the reason, and nothing is lost when there is room again',
  async () => {
    const { tenant, sent } = await startNoting({ taskMs: 20 })
    const database = await lastingDatabase()
    const muster = await startMuster(tenant.url, database)
    const ids = idsOf(enabled(await tenant.accounts())).slice(0, 100)
    const { id } = await muster.act('disable', ids)
    await expect.poll(() => sent('disable').length, { timeout, interval: 1 }).toBeGreaterThan(5)
    limitFiles(muster.pid, '1')
    const isPaused = async () => (await muster.run(id)).state
    await expect.poll(isPaused, { timeout: 30_000 }).toBe('paused')
    const paused = await muster.run(id)
    expect(paused.reason).toMatch(/^The console could not write down what it does/)
    const before = sent('disable').length

    limitFiles(muster.pid, 'unlimited')
    await expect
      .poll(async () => (await muster.call(`/runs/${id}/resume`, 'POST')).status, {
        timeout: 30_000,
      })
      .toBe(200)
    const run = await muster.reached(id, 'finished')
    expect(run.counts).toMatchObject({ total: 100, done: 100 })
    expect(before).toBeLessThan(100)
    expect(sent('disable').filter(({ status }) => status === 202)).toHaveLength(100)
  },
  timeout,
)

/** Sets how large a file the process may write, in bytes, as a disk without room does. */
function limitFiles(pid: number, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
}

function hasPrlimit(): boolean {
  return spawnSync('prlimit', ['--version']).status === 0
}

/** One that nobody listens on at the moment: the tenant comes back there. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // a port, not a path
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}
