import type { Kysely } from 'kysely'

import { createFacets } from './facets.ts'
import { createIndexes } from './indexes.ts'
import { createTables } from './tables.ts'

/** The first tables. A migration never changes once it has landed: the next change is a new one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db)
  await createFacets(db)
  await createIndexes(db)
}
