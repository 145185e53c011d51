import { setTimeout as sleep } from 'node:timers/promises'

import { percentile } from '../lib.ts'
import type { Server } from '../parts/processes.ts'
import { callsIn, connect, json } from './tenant.ts'

/** Of all accounts, in an hour. */
const CHANGING = 0.1
const HOUR = 3600
const SECONDS = 60
const LOOK_MS = 100
/** Ids in one address. */
const MOST = 100

type Account = { id: string }

/**
 * How long the copy takes to know of a change while a tenth of the accounts changes in an hour, and
 * what that costs the tenant. Accounts are disabled at the tenant, behind the console's back.
 */
export async function freshness(tenant: Server, server: Server, total: number, log: string) {
  const { post } = await connect(tenant)
  const perSecond = (total * CHANGING) / HOUR
  const ids = await enabledAccounts(server, Math.ceil(perSecond * SECONDS))
  const before = callsIn(log).length
  const [startedAt, cpuBefore] = [performance.now(), server.cpu()]
  const pending = new Map<string, number>()
  const lags: number[] = []

  async function change(): Promise<void> {
    for (const [nth, id] of ids.entries()) {
      await sleep(Math.max(0, startedAt + (nth / perSecond) * 1000 - performance.now()))
      await post(`/v2024/accounts/${id}/disable`, {})
      pending.set(id, performance.now())
    }
  }

  async function look(): Promise<void> {
    const some = [...pending.keys()].slice(0, MOST)
    if (some.length === 0) return
    const list = some.map((id) => `"${id}"`).join(',')
    for (const { id } of await listed(server, `id in (${list}) and disabled eq true`, 0)) {
      lags.push((performance.now() - (pending.get(id) ?? Number.NaN)) / 1000)
      pending.delete(id)
    }
  }

  const changing = { done: false }
  const end = change().finally(() => (changing.done = true))
  while (!changing.done || pending.size > 0) {
    await look()
    await sleep(LOOK_MS)
  }
  await end
  const seconds = (performance.now() - startedAt) / 1000
  // All that is only read here is read by the console.
  const calls = callsIn(log)
    .slice(before)
    .filter(({ method }) => method === 'GET')
  const own = calls.filter(({ path }) => path.startsWith('/v2024/accounts'))
  const anHour = (count: number) => Math.round((count / seconds) * HOUR)
  return {
    p50: percentile(lags, 50),
    p99: percentile(lags, 99),
    changes: lags.length,
    accountCalls: anHour(own.length),
    otherCalls: anHour(calls.length - own.length),
    cpuShare: (server.cpu() - cpuBefore) / seconds,
  }
}

async function enabledAccounts(server: Server, count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const filters = 'disabled eq false and sourceName eq "Active Directory"'
    const page = await listed(server, filters, ids.length)
    if (page.length === 0) break
    ids.push(...page.map(({ id }) => id))
  }
  return ids.slice(0, count)
}

async function listed({ url }: Server, filters: string, offset: number): Promise<Account[]> {
  const query = new URLSearchParams({ filters, sorters: 'name', offset: String(offset) })
  const answer = await fetch(`${url}/api/console/accounts?${query}`)
  return (await json<{ items: Account[] }>(answer)).items
}
