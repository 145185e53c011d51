import type { Kysely } from 'kysely'

import { table } from '../../../database/columns.ts'

/** A migration never changes once it has landed: the next change is a new file. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'not_person', {
    tenant: 'text',
    source_id: 'text',
    native_identity: 'text',
    account_id: 'text',
    operator: 'text',
    marked_at: 'time',
  })
    .addUniqueConstraint('not_person_account', ['tenant', 'source_id', 'native_identity'])
    .execute()
}
