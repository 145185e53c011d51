import { setTimeout as sleep } from 'node:timers/promises'

import type { Server } from '../parts/processes.ts'
import { callsIn } from './tenant.ts'

const WINDOW_MS = 10_000
/** Whole windows that are looked at. */
const MOST_WINDOWS = 6

/**
 * Which part of the calls that the tenant allows the first sync makes use of. The first window does
 * not count: a budget that nobody has touched is spent at once.
 */
export async function shareOfLimit(server: Server, log: string, limit: number, total: number) {
  // The sync needs so many windows; the last of them is not full.
  const windows = Math.min(MOST_WINDOWS, Math.floor(total / 250 / limit) - 2)
  if (windows < 1) return undefined
  while (callsIn(log).length === 0) await sleep(20)
  const cpuBefore = server.cpu()
  await sleep((windows + 1) * WINDOW_MS + 1000)
  const cpu = server.cpu() - cpuBefore
  const calls = callsIn(log)
  const from = Date.parse(calls[0]?.time ?? '') + WINDOW_MS
  const within = calls.filter(({ time }) => {
    const at = Date.parse(time)
    return at >= from && at < from + windows * WINDOW_MS
  })
  const accepted = within.filter(({ status }) => status !== 429).length
  return {
    share: accepted / (windows * limit),
    refused: calls.filter(({ status }) => status === 429).length,
    cpuShare: cpu / (((windows + 1) * WINDOW_MS + 1000) / 1000),
    perPage: (cpu * 1000) / calls.length,
  }
}
