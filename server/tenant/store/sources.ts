import type { Db } from './database.ts'
import type { SourceConfig, SourceTable } from './schema.ts'

export type SourceRow = Omit<SourceTable, 'features' | 'config'> & {
  features: string[]
  config: SourceConfig
}

export async function sourceRow(db: Db, id: string): Promise<SourceRow | undefined> {
  const row = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, features: JSON.parse(row.features), config: JSON.parse(row.config) }
}

export async function ownedSourceIds(db: Db, identityId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('source')
    .select('id')
    .where('owner_id', '=', identityId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function sourceRows(db: Db): Promise<SourceRow[]> {
  const rows = await db.selectFrom('source').selectAll().orderBy('name_key').execute()
  return rows.map((row) => ({
    ...row,
    features: JSON.parse(row.features),
    config: JSON.parse(row.config),
  }))
}

/** Records whether the system behind the source could be read. */
export async function setSourceHealth(db: Db, id: string, healthy: boolean): Promise<void> {
  const status = healthy ? 'SOURCE_STATE_HEALTHY' : 'SOURCE_STATE_FAILURE_SOURCE'
  await db
    .updateTable('source')
    .set({
      healthy: healthy ? 1 : 0,
      status,
      modified: new Date().toISOString(),
    })
    .where('id', '=', id)
    .where('status', '!=', status)
    .execute()
}

export async function sourceNamed(db: Db, nameKey: string) {
  return db.selectFrom('source').select('id').where('name_key', '=', nameKey).executeTakeFirst()
}

/** Adds a source; of one that is there already, only what the row says of its system changes. */
export async function putSource(db: Db, row: SourceTable): Promise<void> {
  const { config, description, features, name, name_key } = row
  await db
    .insertInto('source')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ config, description, features, name, name_key }),
    )
    .execute()
  await db
    .updateTable('account')
    .set({ source_name: name, source_name_key: name_key })
    .where('source_id', '=', row.id)
    .where('source_name', '!=', name)
    .execute()
}

export async function hasSources(db: Db): Promise<boolean> {
  return (await db.selectFrom('source').select('id').limit(1).executeTakeFirst()) !== undefined
}
