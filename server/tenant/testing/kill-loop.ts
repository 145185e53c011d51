import { setTimeout as sleep } from 'node:timers/promises'

import { problemsIn } from './kill-check.ts'
import { killLoad, type Load } from './kill-load.ts'
import { callAs, signIn, startTenantProcess, type Caller } from './tenant-process.ts'

export type KillReport = {
  kills: number
  /** Writes that the tenant acknowledged. */
  acknowledged: number
  /** What was lost, is half done or never ended; empty is what has to come out. */
  problems: string[]
}

const LONGEST_RUN_MS = 700
const END_MS = 60_000
const options = ['--seed', '30', '--task-ms', '5', '--rate-limit', '0']

/**
 * Starts a tenant on the database, works it with writes, kills it at a random moment, and again.
 * In the end every write that it acknowledged has to be there, and every task to have ended.
 */
export async function killLoop(where: string, kills: number): Promise<KillReport> {
  let load: Load | undefined
  for (let done = 0; done < kills; done += 1) {
    const tenant = await startTenantProcess(where, options)
    try {
      const caller = await signIn(tenant.url)
      load ??= await killLoad(caller)
      const working = load.work(caller) // it ends with the first call that is not answered
      await Promise.race([working, sleep(Math.random() * LONGEST_RUN_MS)])
      await tenant.kill()
      await working
    } finally {
      await tenant.kill()
    }
  }
  const tenant = await startTenantProcess(where, options)
  try {
    await tasksEnded(await signIn(tenant.url))
  } finally {
    await tenant.kill()
  }
  const problems = load ? await problemsIn(where, load) : ['nothing was done']
  return { kills, acknowledged: load?.acknowledged() ?? 0, problems }
}

/** Waits for the last tasks; those that never end are found in the database afterwards. */
async function tasksEnded(caller: Caller): Promise<void> {
  const until = Date.now() + END_MS
  while (Date.now() < until) {
    const pending = await callAs(caller, '/task-status/pending-tasks?limit=1')
    if (pending === undefined) return // nothing at all has no body
    await sleep(50)
  }
}
