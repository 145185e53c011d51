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

export async function hasSources(db: Db): Promise<boolean> {
  return (await db.selectFrom('source').select('id').limit(1).executeTakeFirst()) !== undefined
}
