import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Lets what is asked for while a piece of work runs be done in one go after it: many items share a
 * transaction, and the disk is waited for once for all of them.
 */
export function gather<T, R>(work: (items: T[]) => Promise<R[]>): (item: T) => Promise<R> {
  type Job = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }
  let waiting: Job[] = []
  let isWorking = false

  async function workOff(): Promise<void> {
    isWorking = true
    while (waiting.length > 0) {
      // What the same turn brings comes along.
      await nextTurn()
      const jobs = waiting
      waiting = []
      await settle(jobs)
    }
    isWorking = false
  }

  async function settle(jobs: Job[]): Promise<void> {
    try {
      const results = await work(jobs.map(({ item }) => item))
      // One result for each item, in their order.
      jobs.forEach(({ resolve }, at) => resolve(results[at] as R))
    } catch (error) {
      for (const { reject } of jobs) reject(error)
    }
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isWorking) void workOff()
    })
}
