import { sql, type Kysely } from 'kysely'

/** Whom a run gives its accounts to: of the run where that is one, and of each account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table run add column target text`.execute(db)
  await sql`alter table run_item add column target text`.execute(db)
}
