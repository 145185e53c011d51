import type { Db } from './database.ts'
import type { AccountTable } from './schema.ts'

export type AccountRow = AccountTable

export async function accountRow(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function accountsByNative(db: Db, sourceId: string, nativeIdentities: string[]) {
  const rows = await db
    .selectFrom('account')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('native_identity', 'in', nativeIdentities)
    .execute()
  return new Map(rows.map((row) => [row.native_identity, row]))
}

/** SQLite takes 32,766 values in a statement. */
const BATCH = 500

/** The accounts with which identities log in to the tenant itself. */
export async function systemAccounts(db: Db, identityIds: string[]): Promise<AccountRow[]> {
  const found: AccountRow[] = []
  for (let at = 0; at < identityIds.length; at += BATCH) {
    const rows = await db
      .selectFrom('account')
      .selectAll()
      .where('identity_id', 'in', identityIds.slice(at, at + BATCH))
      .where('system_account', '=', 1)
      .execute()
    found.push(...rows)
  }
  return found
}

/** Whether an account of an authoritative source vouches for the identity. */
export async function hasAuthority(db: Db, identityId: string): Promise<boolean> {
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('identity_id', '=', identityId)
    .where('source_authoritative', '=', 1)
    .limit(1)
    .executeTakeFirst()
  return account !== undefined
}

export async function insertAccount(db: Db, row: AccountRow): Promise<void> {
  await db.insertInto('account').values(row).execute()
}

export async function updateAccountRow(db: Db, id: string, change: Partial<AccountRow>) {
  const modified = new Date().toISOString()
  await db
    .updateTable('account')
    .set({ modified, ...change })
    .where('id', '=', id)
    .execute()
}

export async function deleteAccounts(db: Db, ids: string[]): Promise<void> {
  await db.deleteFrom('account_entitlement').where('account_id', 'in', ids).execute()
  await db.deleteFrom('manual_classification').where('account_id', 'in', ids).execute()
  await db.deleteFrom('account').where('id', 'in', ids).execute()
}

export async function countAccounts(db: Db, sourceId: string): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Accounts that the system behind the source no longer has. What it has may be staged under an id of
 * its own.
 */
export async function accountsWithoutTarget(db: Db, sourceId: string, targetId = sourceId) {
  return db
    .selectFrom('account')
    .leftJoin('target_account', (join) =>
      join
        .on('target_account.source_id', '=', targetId)
        .onRef('target_account.native_identity', '=', 'account.native_identity'),
    )
    .select(['account.id', 'account.identity_id', 'account.native_identity'])
    .where('account.source_id', '=', sourceId)
    .where('target_account.native_identity', 'is', null)
    .execute()
}
