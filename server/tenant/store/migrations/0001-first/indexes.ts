import { sql, type Kysely } from 'kysely'

import { index } from '../../../../database/columns.ts'
import { isPostgres } from '../../../../database/dialect.ts'

export async function createIndexes(db: Kysely<unknown>): Promise<void> {
  await identityIndexes(db)
  await accountIndexes(db)
  await index(db, 'task', ['state', 'due_at', 'seq'])
  await index(db, 'task', ['state', 'created', 'id'])
  await index(db, 'task', ['verification_id'])
  await index(db, 'task', ['source_id', 'created'])
  await index(db, 'task', ['created', 'id'])
}

/** The list shows correlated identities alone unless asked otherwise, in each order it offers. */
async function identityIndexes(db: Kysely<unknown>): Promise<void> {
  await index(db, 'identity', ['correlated', 'id'])
  await index(db, 'identity', ['correlated', 'name_key', 'id'])
  await index(db, 'identity', ['correlated', 'alias_key', 'id'])
  await index(db, 'identity', ['correlated', 'cloud_status', 'id'])
  await index(db, 'identity', ['name_key', 'id'])
  await index(db, 'identity', ['alias_key', 'id'])
  await index(db, 'identity', ['cloud_status', 'id'])
  await index(db, 'identity', ['email_key', 'id'])
  await index(db, 'identity', ['firstname_key', 'id'])
  await index(db, 'identity', ['lastname_key', 'id'])
  await index(db, 'identity', ['manager_id'])
}

const names = ['name_key', 'native_identity_key', 'identity_name_key']
const ids = ['identity_id', 'uuid']
/**
 * By order: what else stands in its index, so that what a filter finds there can be sorted without
 * reading the rows. Every change of an account changes `modified`: it stands where it has to.
 */
const beside: Record<string, string[]> = {
  id: [...ids],
  name_key: [...names, ...ids, 'created'],
  native_identity_key: [...names, ...ids, 'created'],
  identity_name_key: [...names, ...ids, 'created'],
  created: [...names, ...ids, 'modified'],
  modified: [...names, ...ids, 'created'],
  identity_id: [...names, 'created'],
  uuid: [...names, 'created'],
}

/**
 * Each order has two: one to walk all accounts in it, and one for those of a facet. Filters by a few
 * values, which are most of them, become facets; so there is no index for each filter and order.
 */
async function accountIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('account_native')
    .on('account')
    .columns(['source_id', 'native_identity'])
    .unique()
    .execute()
  for (const [order, others] of Object.entries(beside)) {
    const columns = [...new Set([order, 'id', 'facet', ...others])]
    await accountIndex(db, `account_by_${order}`, columns)
    await accountIndex(db, `account_facet_by_${order}`, [...new Set(['facet', order, 'id'])])
  }
}

async function accountIndex(db: Kysely<unknown>, name: string, columns: string[]): Promise<void> {
  // SQLite has missing values first by itself.
  const nulls = isPostgres(db) ? sql` nulls first` : sql``
  const list = columns.map((column) => sql`${sql.ref(column)}${nulls}`)
  await sql`create index ${sql.id(name)} on account (${sql.join(list)})`.execute(db)
}
