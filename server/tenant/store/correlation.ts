import { sql, type SqlBool } from 'kysely'

import { isPostgres } from '../../database/dialect.ts'
import type { Db } from './database.ts'
import type { IdentityTable } from './schema.ts'

/** Attributes of identities that have a column of their own, in lower case. */
export const keyColumns = {
  name: 'name_key',
  displayName: 'name_key',
  alias: 'alias_key',
  uid: 'alias_key',
  email: 'email_key',
  firstname: 'firstname_key',
  lastname: 'lastname_key',
} as const satisfies Record<string, keyof IdentityTable>

export const keyColumnOf = (
  attribute: string,
): (typeof keyColumns)[keyof typeof keyColumns] | undefined =>
  Object.hasOwn(keyColumns, attribute)
    ? keyColumns[attribute as keyof typeof keyColumns]
    : undefined // just looked up

/** Real identities whose attribute has this value in lower case; three at most. */
export const identitiesWith = (db: Db, attribute: string, key: string) =>
  lookup(db, attribute, key).execute()

export function lookup(db: Db, attribute: string, key: string) {
  const column = keyColumnOf(attribute)
  const ref = column ? sql.ref(column) : lowerOf(db, attribute)
  return (
    db
      .selectFrom('identity')
      .select(['id', 'attributes'])
      .where(sql<SqlBool>`${ref} = ${key}`)
      // The plus keeps the planner from the index of the column, which tells hardly any row apart.
      .where(sql<SqlBool>`+correlated = 1`)
      .limit(3)
  )
}

/**
 * Makes sure that an account can be correlated by each of these attributes without reading all
 * identities. Which they are the sources say, so no migration can know it.
 */
export async function indexForCorrelation(db: Db, attributes: string[]): Promise<void> {
  for (const attribute of attributes) {
    if (keyColumnOf(attribute) || !isPlain(attribute)) continue
    const name = sql.id(`identity_attribute_${attribute}`)
    await sql`create index if not exists ${name} on identity ((${lowerOf(db, attribute)}))`.execute(
      db,
    )
  }
}

const isPlain = (attribute: string) => /^\w+$/.test(attribute)

/** Of a name that is written out: an index serves only the very expression that it is made of. */
function lowerOf(db: Db, attribute: string) {
  const path = JSON.stringify(attribute)
  return isPostgres(db)
    ? sql`lower(attributes::json ->> ${sql.lit(attribute)})`
    : sql`lower(json_extract(attributes, ${sql.lit(`$.${path}`)}))`
}
