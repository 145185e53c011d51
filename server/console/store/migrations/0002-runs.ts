import { sql, type Kysely } from 'kysely'

import { index, table } from '../../../database/columns.ts'
import { isPostgres } from '../../../database/dialect.ts'

/** A migration never changes once it has landed: the next change is a new file. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'run', {
    id: 'id',
    number: { kind: 'number', default: 0 },
    tenant: 'text',
    operator: 'text',
    action: 'text',
    state: 'text',
    reason: 'text?',
    selection: 'text',
    plan: 'text',
    undo_of: 'text?',
    threshold_percent: 'number',
    threshold_of: 'number',
    created: 'time',
    start_at: 'time?',
    started: 'time?',
    ended: 'time?',
    calls: { kind: 'number', default: 0 },
  }).execute()
  await index(db, 'run', ['tenant', 'number'])
  await table(db, 'run_item', {
    run_id: 'text',
    number: 'number',
    account_id: 'text',
    name: 'text',
    native_identity: 'text',
    source_id: 'text',
    source_name: 'text',
    identity_id: 'text?',
    identity_name: 'text?',
    disabled: 'flag',
    locked: 'flag',
    line: { kind: 'number', default: 0 },
    plan_group: 'text',
    reason_code: 'text?',
    reason: 'text?',
    search_key: 'text',
    state: 'text',
    words: 'text?',
    tracking_id: 'text?',
    task_id: 'text?',
    attempts: { kind: 'number', default: 0 },
    before: 'text?',
    after: 'text?',
    sent_at: 'time?',
    settled_at: 'time?',
  })
    .addPrimaryKeyConstraint('run_item_key', ['run_id', 'number'])
    .execute()
  await index(db, 'run_item', ['run_id', 'state', 'number'])
  await index(db, 'run_item', ['account_id', 'state'])
  // Whatever happens elsewhere, no account is under way in two runs at once.
  await sql`create unique index run_item_under_way on run_item (account_id)
    where state in ('sent', 'accepted')`.execute(db)
  await table(db, 'attempt', {
    id: 'sequence',
    run_id: 'text',
    number: 'number',
    nth: 'number',
    sent_at: 'time',
    answered_at: 'time?',
    outcome: 'text',
    status: { kind: 'number', default: 0 },
    words: 'text?',
    tracking_id: 'text?',
  }).execute()
  await index(db, 'attempt', ['run_id', 'number'])
  await table(db, 'audit', {
    id: 'sequence',
    at: 'time',
    tenant: 'text',
    event: 'text',
    operator: 'text',
    run_id: 'text',
    run_number: 'number',
    action: 'text',
    count: { kind: 'number', default: 0 },
    account_id: 'text?',
    account_name: 'text?',
    source_name: 'text?',
    before: 'text?',
    after: 'text?',
    words: 'text?',
    tracking_id: 'text?',
    search_key: 'text',
  }).execute()
  await index(db, 'audit', ['run_id', 'id'])
  await index(db, 'audit', ['account_id', 'id'])
  await appendOnly(db)
}

/** The database itself refuses to change or to delete what was written. */
async function appendOnly(db: Kysely<unknown>): Promise<void> {
  const text = 'The audit log is append-only'
  if (!isPostgres(db)) {
    for (const change of ['update', 'delete']) {
      await sql`create trigger ${sql.id(`audit_no_${change}`)} before ${sql.raw(change)} on audit
        begin select raise(abort, ${sql.lit(text)}); end`.execute(db)
    }
    return
  }
  await sql`create function audit_append_only() returns trigger language plpgsql as
    ${sql.lit(`begin raise exception '${text}'; end`)}`.execute(db)
  await sql`create trigger audit_append_only before update or delete on audit
    for each statement execute function audit_append_only()`.execute(db)
}
