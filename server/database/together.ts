import { setImmediate as nextTurn } from 'node:timers/promises'

import { sql } from 'kysely'

import { isPostgres } from './dialect.ts'
import { inTransaction, type Db } from './transaction.ts'

type Job = {
  work: (trx: object) => Promise<void>
  done: () => void
  failed: (error: unknown) => void
}

/** By database, the works that the next transaction takes along. */
const waiting = new WeakMap<object, Job[]>()

/**
 * As `inTransaction`; but works that are asked for at about the same time share a transaction, each
 * behind a savepoint of its own, so the disk is waited for once for all of them. It answers once
 * that transaction is on the disk. A work that fails is taken back alone, and all of them where the
 * transaction as a whole cannot be written.
 */
export async function together<T, R>(db: Db<T>, work: (trx: Db<T>) => Promise<R>): Promise<R> {
  if (db.isTransaction) return work(db)
  return new Promise<R>((resolve, reject) => {
    let result: R
    join(db, {
      async work(trx) {
        result = await work(trx as Db<T>) // one on `db`, which has these tables
      },
      done: () => resolve(result),
      failed: reject,
    })
  })
}

function join<T>(db: Db<T>, job: Job): void {
  const others = waiting.get(db)
  if (others) others.push(job)
  else {
    waiting.set(db, [job])
    void runAll(db)
  }
}

async function runAll<T>(db: Db<T>): Promise<void> {
  // Requests that have come with the first one get as far as here in this turn.
  await nextTurn()
  const jobs: Job[] = []
  const take = () => {
    jobs.push(...(waiting.get(db) ?? []))
    waiting.delete(db)
  }
  const failures = new Map<Job, unknown>()
  try {
    await inTransaction(db, async (trx) => {
      take()
      for (const job of jobs) await attempt(trx, job, failures)
    })
  } catch (error) {
    // Where there was no connection, they have not been taken yet.
    if (jobs.length === 0) take()
    for (const job of jobs) job.failed(failures.get(job) ?? error)
    return
  }
  for (const job of jobs) {
    if (failures.has(job)) job.failed(failures.get(job))
    else job.done()
  }
}

async function attempt<T>(trx: Db<T>, job: Job, failures: Map<Job, unknown>): Promise<void> {
  await sql`savepoint job`.execute(trx)
  try {
    await job.work(trx)
  } catch (error) {
    failures.set(job, error)
    await sql`rollback to savepoint job`.execute(trx)
  }
  await sql`release savepoint job`.execute(trx)
}

/**
 * As `together`, for one statement that nothing else has to agree with. PostgreSQL runs those beside
 * each other and lets them share the disk by itself; on SQLite each would wait for the disk alone.
 */
export function statementTogether<T, R>(db: Db<T>, work: (db: Db<T>) => Promise<R>): Promise<R> {
  return isPostgres(db) ? work(db) : together(db, work)
}
