import { inTransaction, type IndexDb } from '../store/database.ts'

/** A source as the tenant answers it; only its id is relied on. */
export type TenantSource = Record<string, unknown> & { id: string }

export async function readSources(db: IndexDb): Promise<TenantSource[]> {
  const rows = await db.selectFrom('source').select('body').orderBy('name').execute()
  return rows.map(({ body }) => JSON.parse(body))
}

/** They are few: all of them take the place of all that were there. */
export async function writeSources(db: IndexDb, sources: TenantSource[]): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('source').execute()
    for (const source of new Map(sources.map((each) => [each.id, each])).values()) {
      const name = typeof source.name === 'string' ? source.name : ''
      const body = JSON.stringify(source)
      await trx.insertInto('source').values({ id: source.id, name, body }).execute()
    }
  })
}
