import { keyOf } from '../../lib/filter/key.ts'
import type { Db } from './database.ts'

export type SearchAttribute = {
  name: string
  displayName: string
  /** The account attribute by the id of the source. */
  applicationAttributes: Record<string, string>
}

export async function searchAttributes(db: Db, limit: number, offset: number) {
  const rows = await db
    .selectFrom('search_attribute')
    .selectAll()
    .orderBy('name_key')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(toAttribute)
}

export async function searchAttribute(db: Db, name: string): Promise<SearchAttribute | undefined> {
  const row = await db
    .selectFrom('search_attribute')
    .selectAll()
    .where('name_key', '=', keyOf(name))
    .executeTakeFirst()
  return row && toAttribute(row)
}

export async function putSearchAttribute(db: Db, attribute: SearchAttribute): Promise<void> {
  const { name, displayName, applicationAttributes } = attribute
  await deleteSearchAttribute(db, name)
  await db
    .insertInto('search_attribute')
    .values({
      name_key: keyOf(name),
      name,
      display_name: displayName,
      application_attributes: JSON.stringify(applicationAttributes),
    })
    .execute()
}

/** False where there was none of that name. */
export async function deleteSearchAttribute(db: Db, name: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('search_attribute')
    .where('name_key', '=', keyOf(name))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

type Row = { name: string; display_name: string; application_attributes: string }

const toAttribute = (row: Row): SearchAttribute => ({
  name: row.name,
  displayName: row.display_name,
  applicationAttributes: JSON.parse(row.application_attributes),
})
