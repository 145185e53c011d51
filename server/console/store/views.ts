import type { Db } from './database.ts'
import type { ViewRow } from './schema.ts'

/** Whose views: an operator of one tenant sees no other's. */
export type Owner = { tenant: string; operator: string }

/** In the order in which they are shown. */
export function viewsOf(db: Db, owner: Owner, list?: string): Promise<ViewRow[]> {
  let query = owned(db, owner)
  if (list !== undefined) query = query.where('list', '=', list)
  return query.orderBy('name_key').orderBy('list').execute()
}

export function findView(db: Db, owner: Owner, id: string): Promise<ViewRow | undefined> {
  return owned(db, owner).where('id', '=', id).executeTakeFirst()
}

export async function countViews(db: Db, { tenant, operator }: Owner): Promise<number> {
  const { count } = await db
    .selectFrom('view')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant', '=', tenant)
    .where('operator', '=', operator)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertView(db: Db, row: ViewRow): Promise<void> {
  await db.insertInto('view').values(row).execute()
}

export async function updateView(db: Db, { id, ...row }: ViewRow): Promise<void> {
  await db.updateTable('view').set(row).where('id', '=', id).execute()
}

/** Leaves the list of a view without a default. */
export async function clearDefault(db: Db, { tenant, operator, list }: ViewRow): Promise<void> {
  await db
    .updateTable('view')
    .set({ is_default: 0 })
    .where('tenant', '=', tenant)
    .where('operator', '=', operator)
    .where('list', '=', list)
    .where('is_default', '=', 1)
    .execute()
}

/** Whether there was one. */
export async function deleteView(db: Db, owner: Owner, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('view')
    .where('tenant', '=', owner.tenant)
    .where('operator', '=', owner.operator)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

const owned = (db: Db, { tenant, operator }: Owner) =>
  db.selectFrom('view').selectAll().where('tenant', '=', tenant).where('operator', '=', operator)
