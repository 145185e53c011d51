import { turns } from '../turns.ts'
import { insertRows, pieceOf, updateRows } from './bulk.ts'
import { inTransaction, type IndexDb } from './database.ts'
import { orderColumns, orderFields, type OrderField } from './orders.ts'
import type { AccountRecord } from './record.ts'
import { putTexts } from './text-writer.ts'
import { removeTexts } from './text.ts'

export type Written = {
  ord: number
  id: string
  isNew: boolean
  /** The fields in whose order it has to be placed. */
  moved: readonly OrderField[]
}

/** SQLite takes 32,766 values in a statement. */
const BATCH = 500

/**
 * Writes the accounts and marks them as seen in the pass. Answers with those that are new or changed:
 * memory has to follow them.
 */
export async function putAccounts(
  db: IndexDb,
  records: AccountRecord[],
  seen: number,
): Promise<Written[]> {
  const pause = turns()
  const byId = new Map(records.map((record) => [record.columns.id, record]))
  return inTransaction(db, async (trx) => {
    const written: Written[] = []
    const piece = pieceOf(trx)
    for (let at = 0; at < records.length; at += piece) {
      written.push(...(await putPiece(trx, records.slice(at, at + piece), seen)))
      await pause()
    }
    const texts = written.map(({ id, ...row }) => ({ ...row, text: byId.get(id)?.text ?? '' }))
    await putTexts(trx, 'account', texts, pause)
    return written
  })
}

async function putPiece(db: IndexDb, records: AccountRecord[], seen: number): Promise<Written[]> {
  const byId = new Map(records.map((record) => [record.columns.id, record]))
  const known = await db
    .selectFrom('account')
    .select(['ord', 'id', 'body', ...Object.values(orderColumns)])
    .where('id', 'in', [...byId.keys()])
    .execute()
  const written: Written[] = []
  const changed: (AccountRecord['columns'] & { ord: number })[] = []
  for (const row of known) {
    const { ord, id } = row
    const record = byId.get(id)
    byId.delete(id)
    if (!record || record.columns.body === row.body) continue
    changed.push({ ...record.columns, ord })
    const moved = orderFields.filter((field) => {
      const column = orderColumns[field]
      return record.columns[column] !== row[column]
    })
    written.push({ ord, id, isNew: false, moved })
  }
  await updateRows(db, 'account', changed)
  await markSeen(
    db,
    known.map(({ ord }) => ord),
    seen,
  )
  written.push(...(await addAccounts(db, [...byId.values()], seen)))
  return written
}

async function addAccounts(db: IndexDb, rows: AccountRecord[], seen: number): Promise<Written[]> {
  if (rows.length === 0) return []
  const columns = rows.map((row) => row.columns)
  const added = await insertRows(db, 'account', columns)
  await db
    .insertInto('account_seen')
    .values(added.map(({ ord }) => ({ ord, pass: seen })))
    .execute()
  return added.map(({ ord, id }) => ({ ord, id, isNew: true, moved: orderFields }))
}

async function markSeen(db: IndexDb, ords: number[], pass: number): Promise<void> {
  if (ords.length === 0) return
  await db
    .updateTable('account_seen')
    .set({ pass })
    .where('ord', 'in', ords)
    .where('pass', '!=', pass)
    .execute()
}

/** All accounts of these identities. */
export async function accountsOf(db: IndexDb, identityIds: string[]) {
  return db
    .selectFrom('account')
    .select(['id', 'identity_id', 'body'])
    .where('identity_id', 'in', identityIds)
    .execute()
}

/** Takes accounts out; answers with the numbers that they had. */
export async function removeAccounts(db: IndexDb, ids: string[]): Promise<number[]> {
  const removed: number[] = []
  for (let at = 0; at < ids.length; at += BATCH) {
    removed.push(...(await inTransaction(db, (trx) => removeBatch(trx, ids.slice(at, at + BATCH)))))
  }
  return removed
}

async function removeBatch(db: IndexDb, ids: string[]): Promise<number[]> {
  const rows = await db.selectFrom('account').select('ord').where('id', 'in', ids).execute()
  const ords = rows.map(({ ord }) => ord)
  if (ords.length === 0) return []
  for (const table of ['account', 'account_seen'] as const) {
    await db.deleteFrom(table).where('ord', 'in', ords).execute()
  }
  await removeTexts(db, 'account', ords)
  return ords
}

/** The accounts of these numbers in their order, as the tenant answered them. */
export async function bodiesOf(db: IndexDb, ords: number[]): Promise<string[]> {
  const byOrd = new Map((await accountsAt(db, ords)).map(({ ord, body }) => [ord, body]))
  return ords.flatMap((ord) => byOrd.get(ord) ?? [])
}

/** The accounts of these numbers, in any order. */
export async function accountsAt(db: IndexDb, ords: number[]) {
  if (ords.length === 0) return []
  return db.selectFrom('account').select(['ord', 'body']).where('ord', 'in', ords).execute()
}

/** All accounts in pages of ascending numbers, from the one after `after` on. */
export async function accountsAfter(db: IndexDb, after: number, limit: number) {
  return db
    .selectFrom('account')
    .select(['ord', 'body'])
    .where('ord', '>', after)
    .orderBy('ord')
    .limit(limit)
    .execute()
}

/** Ids that the pass did not meet, in pages. */
export async function unseenIds(db: IndexDb, pass: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('account_seen')
    .innerJoin('account', 'account.ord', 'account_seen.ord')
    .select('account.id')
    .where('account_seen.pass', '<', pass)
    .orderBy('account_seen.ord')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function countAccounts(db: IndexDb): Promise<number> {
  const { count } = await db
    .selectFrom('account_seen')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
