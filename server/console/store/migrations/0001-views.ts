import { sql, type Kysely } from 'kysely'

import { table } from '../../../database/columns.ts'

/** A migration never changes once it has landed: the next change is a new file. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'view', {
    id: 'id',
    tenant: 'text',
    operator: 'text',
    list: 'text',
    name: 'text',
    name_key: 'text',
    query: 'text',
    pinned: 'flag',
    is_default: 'flag',
  })
    .addUniqueConstraint('view_name', ['tenant', 'operator', 'list', 'name_key'])
    .execute()
  await sql`create unique index view_default on view (tenant, operator, list)
    where is_default = 1`.execute(db)
}
