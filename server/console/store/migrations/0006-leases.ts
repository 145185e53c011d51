import { sql, type Kysely } from 'kysely'

import { table } from '../../../database/columns.ts'

/**
 * Which console carries a run on, and until when nobody else does; and the calls to a tenant in the
 * last seconds, of all consoles that share its limit.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table run add column lease_owner text`.execute(db)
  await sql`alter table run add column lease_until bigint`.execute(db)
  await table(db, 'call_budget', {
    id: 'id',
    calls: 'text',
    blocked_until: { kind: 'time', default: 0 },
  }).execute()
}
