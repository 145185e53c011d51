import { sql } from 'kysely'

import { isPostgres } from '../../database/dialect.ts'
import { clock } from './clock.ts'
import type { Db } from './database.ts'
import type { RunRow } from './schema.ts'

type Of = { tenant: string; owner: string; states: string[] }

/**
 * Keeps the runs in these states that `owner` carries on for another `ms`, and gives it those that
 * nobody does: all of them, as they are now.
 */
export function takeLeases(db: Db, { tenant, owner, states }: Of, ms: number): Promise<RunRow[]> {
  const now = clock(db)
  let query = db
    .updateTable('run')
    .set({ lease_owner: owner, lease_until: sql`${now} + ${ms}` })
    .where('tenant', '=', tenant)
    .where('state', 'in', states)
  // Who has a file open is alone with it, so whoever had it before is gone.
  if (isPostgres(db)) {
    query = query.where((e) =>
      e.or([
        e('lease_owner', '=', owner),
        e('lease_owner', 'is', null),
        e('lease_until', 'is', null),
        e('lease_until', '<', now),
      ]),
    )
  }
  return query.returningAll().execute()
}

/** Gives `owner` one that it begins. */
export async function startLease(db: Db, runId: string, owner: string, ms: number): Promise<void> {
  await db
    .updateTable('run')
    .set({ lease_owner: owner, lease_until: sql`${clock(db)} + ${ms}` })
    .where('id', '=', runId)
    .execute()
}

/** Others may carry on what `owner` has carried. */
export async function endLeases(db: Db, tenant: string, owner: string): Promise<void> {
  await db
    .updateTable('run')
    .set({ lease_owner: null, lease_until: null })
    .where('tenant', '=', tenant)
    .where('lease_owner', '=', owner)
    .execute()
}

/** Whether it is `owner` who carries the run on; one whose lease ran out does until another takes it. */
export async function hasLease(db: Db, runId: string, owner: string): Promise<boolean> {
  const row = await db
    .selectFrom('run')
    .select('lease_owner')
    .where('id', '=', runId)
    .executeTakeFirst()
  return row?.lease_owner === owner
}
