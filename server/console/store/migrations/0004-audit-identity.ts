import { sql, type Kysely } from 'kysely'

import { index } from '../../../database/columns.ts'

/** Whose the account was, so that what was done to it is found after it has gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit add column identity_id text`.execute(db)
  await index(db, 'audit', ['identity_id', 'id'])
}
