import { sql, type Kysely } from 'kysely'

import { isPostgresUrl } from '../../lib/database-url.ts'
import { openDatabase } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import type { Load } from './kill-load.ts'

type Db = Kysely<Database>

/** Holds what stands in the database against what was acknowledged. */
export async function problemsIn(where: string, load: Load): Promise<string[]> {
  const db = await openDatabase(where)
  try {
    return [
      ...(isPostgresUrl(where) ? [] : await damage(db)),
      ...(await tasksLost(db, load)),
      ...(await tasksOpen(db)),
      ...(await patchesLost(db, load)),
      ...(await accountsLost(db, load)),
      ...(await switchedOtherwise(db)),
      ...(await halfWritten(db)),
    ]
  } finally {
    await db.destroy()
  }
}

async function damage(db: Db): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
}

async function tasksLost(db: Db, load: Load): Promise<string[]> {
  const rows = await db.selectFrom('task').select(['id', 'completion_status as status']).execute()
  const statuses = new Map(rows.map(({ id, status }) => [id, status]))
  return load
    .taskIds()
    .filter((id) => statuses.get(id) !== 'SUCCESS')
    .map((id) => `the task ${id} is ${statuses.has(id) ? statuses.get(id) : 'lost'}`)
}

async function tasksOpen(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('task')
    .select(['id', 'state'])
    .where('state', '!=', 'ended')
    .execute()
  return rows.map(({ id, state }) => `the task ${id} is still ${state}`)
}

async function patchesLost(db: Db, load: Load): Promise<string[]> {
  const rows = await db.selectFrom('account').select(['id', 'manually_correlated']).execute()
  const manual = new Map(rows.map((row) => [row.id, row.manually_correlated === 1]))
  return load.promised
    .filter(({ id, manual: allowed }) => !allowed.has(manual.get(id) ?? false))
    .map(({ id }) => `the patch of the account ${id} is lost`)
}

async function accountsLost(db: Db, load: Load): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select(['native_identity', 'name'])
    .where('source_id', '=', load.fileId)
    .execute()
  const names = new Map(rows.map((row) => [row.native_identity, row.name]))
  return load.created
    .filter(({ nativeIdentity, holder }) => names.get(nativeIdentity) !== holder)
    .map(({ nativeIdentity }) => `the account ${nativeIdentity} is lost`)
}

/** What the last task on an account did is what the account says. */
async function switchedOtherwise(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('account', 'account.id', 'task.account_id')
    .select(['task.kind', 'account.id', 'account.disabled'])
    .where('task.kind', 'in', ['enable', 'disable'])
    .orderBy('task.due_at')
    .orderBy('task.seq')
    .execute()
  const last = new Map(rows.map((row) => [row.id, row]))
  return [...last.values()]
    .filter(({ kind, disabled }) => (kind === 'disable') !== (disabled === 1))
    .map(({ id, kind }) => `the account ${id} is not as ${kind} left it`)
}

/** A switch is written to the system behind the source and to the record, or to neither. */
async function halfWritten(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('target_account', (join) =>
      join
        .onRef('target_account.source_id', '=', 'account.source_id')
        .onRef('target_account.native_identity', '=', 'account.native_identity'),
    )
    .select('account.id')
    .whereRef('target_account.disabled', '!=', 'account.disabled')
    .where(
      'account.id',
      'in',
      db.selectFrom('task').select('account_id').where('kind', 'in', ['enable', 'disable']),
    )
    .execute()
  return rows.map(({ id }) => `the account ${id} and its source say different things`)
}
