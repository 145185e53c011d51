import { sql } from 'kysely'

import { inTransaction } from '../../database/transaction.ts'
import { clock } from './clock.ts'
import type { Db } from './database.ts'

/** A call that asks to leave. */
export type AskedCall = {
  /** So many may have left within the window when it leaves, itself among them. */
  most: number
  /** Whether it heeds that the tenant has asked to be left alone. */
  isPatient: boolean
}

type Row = { calls: number[]; blockedUntil: number }

/**
 * Counts those of the calls that may leave now; answers for each how many ms it has to wait before it
 * asks again, 0 for one that was counted. `windowMs` is what the tenant counts by.
 */
export function takeCalls(
  db: Db,
  id: string,
  asked: AskedCall[],
  windowMs: number,
): Promise<number[]> {
  return inTransaction(db, async (trx) => {
    const { calls: all, blockedUntil } = await read(trx, id)
    const now = await timeOf(trx)
    const calls = all.filter((at) => at > now - windowMs)
    const before = calls.length
    const waits = asked.map(({ most, isPatient }) => {
      if (isPatient && blockedUntil > now) return blockedUntil - now
      const oldest = calls[calls.length - most]
      if (oldest !== undefined) return Math.max(1, oldest + windowMs - now)
      calls.push(now)
      return 0
    })
    if (calls.length > before) await write(trx, id, { calls, blockedUntil })
    return waits
  })
}

/** The tenant has asked to be left alone for so many ms. */
export function blockCalls(db: Db, id: string, ms: number): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { calls, blockedUntil } = await read(trx, id)
    const until = (await timeOf(trx)) + ms
    await write(trx, id, { calls, blockedUntil: Math.max(blockedUntil, until) })
  })
}

async function read(db: Db, id: string): Promise<Row> {
  const row = await db
    .selectFrom('call_budget')
    .select(['calls', 'blocked_until'])
    .where('id', '=', id)
    .executeTakeFirst()
  // Written below.
  return row
    ? { calls: JSON.parse(row.calls), blockedUntil: Number(row.blocked_until) }
    : { calls: [], blockedUntil: 0 }
}

async function write(db: Db, id: string, { calls, blockedUntil }: Row): Promise<void> {
  const change = { calls: JSON.stringify(calls), blocked_until: Math.ceil(blockedUntil) }
  await db
    .insertInto('call_budget')
    .values({ id, ...change })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(change))
    .execute()
}

async function timeOf(db: Db): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${clock(db)} as now`.execute(db)
  return rows[0]?.now ?? 0 // there is always one
}
