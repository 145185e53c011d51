import { setTimeout as sleep } from 'node:timers/promises'

import type { Tenant } from './process.ts'

const CONNECTIONS = 8
const PAGE = 250

export type Disables = { accepted: number; acceptedPerSecond: number; endedAfter: number }

/** Disables accounts of a source as fast as the tenant accepts it, and waits for every task. */
export async function disable(tenant: Tenant, sourceId: string, most: number): Promise<Disables> {
  const ids = await idsOf(tenant, sourceId, most)
  const started = Date.now()
  const from = performance.now()
  const tasks = await together(ids, async (id) => {
    const response = await tenant.post(`/accounts/${id}/disable`)
    if (response.status !== 202) throw new Error(`Disabling ${id}: ${response.status}`)
    return ((await response.json()) as { id: string }).id // as the contract has it
  })
  const accepted = (performance.now() - from) / 1000
  const ends = await together(tasks, (id) => endOf(tenant, id))
  const endedAfter = (ends.reduce((last, end) => Math.max(last, end), started) - started) / 1000
  return { accepted: ids.length, acceptedPerSecond: ids.length / accepted, endedAfter }
}

/** `work` for each of the items, several at a time. */
async function together<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const left = items.values()
  const results: R[] = []
  const connection = async () => {
    for (const item of left) results.push(await work(item))
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  return results
}

async function idsOf(tenant: Tenant, sourceId: string, most: number): Promise<string[]> {
  const ids: string[] = []
  const filters = encodeURIComponent(`sourceId eq "${sourceId}"`)
  for (let offset = 0; ids.length < most; offset += PAGE) {
    const query = `limit=${PAGE}&offset=${offset}&sorters=id&filters=${filters}`
    const rows = (await (await tenant.get(`/accounts?${query}`)).json()) as { id: string }[] // ditto
    if (rows.length === 0) break
    ids.push(...rows.map(({ id }) => id))
  }
  return ids.slice(0, most)
}

/** When the task ended, in milliseconds; it has to succeed. */
async function endOf(tenant: Tenant, id: string): Promise<number> {
  for (;;) {
    const task = (await (await tenant.get(`/task-status/${id}`)).json()) as Task // ditto
    if (task.completionStatus === 'SUCCESS') return Date.parse(task.completed ?? '')
    if (task.completionStatus) throw new Error(`Task ${id} ended with ${task.completionStatus}`)
    await sleep(20)
  }
}

type Task = { completionStatus: string | null; completed: string | null }
