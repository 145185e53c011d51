import { sql } from 'kysely'
import { expect } from 'vitest'

import type { Db } from '../store/database.ts'

/** What tells nothing about the data. */
const apart = /^(setting|kysely_\w+|sqlite_\w+)$/

export async function tablesOf(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables()
  return tables
    .filter(({ name, isView }) => !isView && !apart.test(name))
    .map(({ name }) => name)
    .toSorted()
}

export async function emptied(db: Db): Promise<void> {
  for (const table of await tablesOf(db)) await sql`delete from ${sql.table(table)}`.execute(db)
}

/** Waits until no task is under way; none may have ended by a fault of the tenant's own. */
export async function settled(db: Db): Promise<void> {
  // What waits for an outside process waits on.
  const open = () =>
    db.selectFrom('task').select('id').where('state', 'in', ['waiting', 'running']).execute()
  await expect.poll(open, { timeout: 20_000, interval: 2 }).toEqual([])
  const faults = await db
    .selectFrom('task')
    .select(['kind', 'input', 'messages'])
    .where('messages', 'like', '%The tenant failed%')
    .execute()
  expect(faults).toEqual([])
}
