import type { Db } from './database.ts'
import type { Flag, IdentityTable } from './schema.ts'

export type IdentityRow = IdentityTable

export async function identityRow(db: Db, id: string): Promise<IdentityRow | undefined> {
  return db.selectFrom('identity').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertIdentity(db: Db, row: IdentityRow): Promise<void> {
  await db.insertInto('identity').values(row).execute()
}

/** Sets the status of an identity, and of its accounts, which repeat it. */
export async function setIdentityStatus(
  db: Db,
  id: string,
  status: 'ACTIVE' | 'DISABLED' | 'LOCKED',
) {
  const identity = await identityRow(db, id)
  if (!identity) return
  const attributes = JSON.stringify({ ...JSON.parse(identity.attributes), cloudStatus: status })
  await db
    .updateTable('identity')
    .set({ identity_status: status, cloud_status: status, attributes, modified: now() })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('account')
    .set({ identity_state: status })
    .where('identity_id', '=', id)
    .execute()
}

/** Makes an identity a person, or one that nobody vouches for; its accounts say the same. */
export async function setCorrelated(db: Db, id: string, correlated: Flag): Promise<void> {
  await db
    .updateTable('identity')
    .set({ correlated, modified: now() })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('account')
    .set({ identity_correlated: correlated, uncorrelated: correlated === 1 ? 0 : 1 })
    .where('identity_id', '=', id)
    .execute()
}

/** Deletes those of the identities that stand only for an account and have none any more. */
export async function deleteHiddenIdentities(db: Db, ids: string[]): Promise<void> {
  await db
    .deleteFrom('identity')
    .where('id', 'in', ids)
    .where('correlated', '=', 0)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('account')
            .select('account.id')
            .whereRef('account.identity_id', '=', 'identity.id'),
        ),
      ),
    )
    .execute()
}

/** One page of the real identities, ordered by id, after the id `after`. */
export async function correlatedIdentitiesAfter(db: Db, after: string, limit: number) {
  return db
    .selectFrom('identity')
    .selectAll()
    .where('correlated', '=', 1)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

const now = () => new Date().toISOString()
