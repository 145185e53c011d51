import { sql } from 'kysely'

import { insertRows, pieceOf, updateRows } from '../store/bulk.ts'
import { inTransaction, type IndexDb } from '../store/database.ts'
import { putTexts } from '../store/text-writer.ts'
import { removeTexts } from '../store/text.ts'
import { turns } from '../turns.ts'
import type { IdentityFacts, IdentityRecord } from './record.ts'

/** Sort fields whose values differ from row to row, with the columns that have their order. */
export const identityOrders = {
  id: 'id',
  name: 'name_key',
  alias: 'alias_key',
  email: 'email_key',
  created: 'created',
  modified: 'modified',
} as const
export type IdentityOrder = keyof typeof identityOrders

export type WrittenIdentity = {
  ord: number
  record: IdentityRecord
  isNew: boolean
  /** Something has changed that the identity's accounts tell as well. */
  isTold?: boolean
}

const ORDER_PAGE = 5000

/** Writes the identities as met in the pass. Answers with those that are new or changed. */
export async function putIdentities(
  db: IndexDb,
  records: IdentityRecord[],
  pass: number,
): Promise<WrittenIdentity[]> {
  const pause = turns()
  return inTransaction(db, async (trx) => {
    const written: WrittenIdentity[] = []
    const piece = pieceOf(trx)
    for (let at = 0; at < records.length; at += piece) {
      written.push(...(await putPiece(trx, records.slice(at, at + piece), pass)))
      await pause()
    }
    const texts = written.map(({ record: { text }, ...row }) => ({ ...row, text }))
    await putTexts(trx, 'identity', texts, pause)
    return written
  })
}

async function putPiece(db: IndexDb, records: IdentityRecord[], pass: number) {
  const byId = new Map(records.map((record) => [record.columns.id, record]))
  const known = await db
    .selectFrom('identity')
    .innerJoin('identity_body', 'identity_body.ord', 'identity.ord')
    .select(['identity.ord', 'id', 'body', 'name_key', 'facts'])
    .where('id', 'in', [...byId.keys()])
    .execute()
  const met = known.map(({ ord }) => ord)
  if (met.length > 0) {
    await db
      .updateTable('identity_seen')
      .set({ pass })
      .where('ord', 'in', met)
      .where('pass', '!=', pass)
      .execute()
  }
  const changed: WrittenIdentity[] = []
  for (const { ord, id, body, ...before } of known) {
    const record = byId.get(id)
    byId.delete(id)
    if (!record || record.body === body) continue
    changed.push({
      ord,
      record,
      isNew: false,
      isTold: toldPart(record.columns) !== toldPart(before),
    })
  }
  const columns = changed.map(({ ord, record }) => ({ ...record.columns, ord }))
  await updateRows(db, 'identity', columns)
  await removeBeside(
    db,
    changed.map(({ ord }) => ord),
  )
  const written = [...changed, ...(await addRows(db, [...byId.values()], pass))]
  await addBeside(db, written)
  return written
}

function toldPart({ name_key: name, facts }: { name_key: string; facts: string }): string {
  const { status, lifecycleState }: IdentityFacts = JSON.parse(facts)
  return JSON.stringify([name, status, lifecycleState])
}

async function addRows(db: IndexDb, records: IdentityRecord[], pass: number) {
  if (records.length === 0) return []
  const byId = new Map(records.map((record) => [record.columns.id, record]))
  const columns = records.map((record) => record.columns)
  const added = await insertRows(db, 'identity', columns)
  const seen = added.map(({ ord }) => ({ ord, pass }))
  await db.insertInto('identity_seen').values(seen).execute()
  return added.flatMap(({ ord, id }) => {
    const record = byId.get(id)
    return record ? [{ ord, record, isNew: true }] : []
  })
}

async function addBeside(db: IndexDb, written: WrittenIdentity[]): Promise<void> {
  if (written.length === 0) return
  const bodies = written.map(({ ord, record: { body } }) => ({ ord, body }))
  const keys = written.flatMap(({ ord, record }) => record.keys.map((key) => ({ ...key, ord })))
  await db.insertInto('identity_body').values(bodies).execute()
  if (keys.length > 0) await db.insertInto('identity_key').values(keys).execute()
}

async function removeBeside(db: IndexDb, ords: number[]): Promise<void> {
  if (ords.length === 0) return
  for (const table of ['identity_body', 'identity_key'] as const) {
    await db.deleteFrom(table).where('ord', 'in', ords).execute()
  }
}

/** Takes identities out, a page of ids at most; answers with the numbers that they had. */
export async function removeIdentities(db: IndexDb, ids: string[]): Promise<number[]> {
  if (ids.length === 0) return []
  return inTransaction(db, async (trx) => {
    const rows = await trx.selectFrom('identity').select('ord').where('id', 'in', ids).execute()
    const ords = rows.map(({ ord }) => ord)
    if (ords.length === 0) return []
    for (const table of ['identity', 'identity_seen'] as const) {
      await trx.deleteFrom(table).where('ord', 'in', ords).execute()
    }
    await removeBeside(trx, ords)
    await removeTexts(trx, 'identity', ords)
    return ords
  })
}

/** Ids that the pass did not meet. */
export async function unseenIdentities(db: IndexDb, pass: number, limit: number) {
  const rows = await db
    .selectFrom('identity_seen')
    .innerJoin('identity', 'identity.ord', 'identity_seen.ord')
    .select('id')
    .where('pass', '<', pass)
    .orderBy('identity_seen.ord')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function countIdentities(db: IndexDb): Promise<number> {
  const { count } = await db
    .selectFrom('identity')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What memory needs at the start, in pages of ascending numbers. */
export async function identityFactsAfter(db: IndexDb, after: number, limit: number) {
  return db
    .selectFrom('identity')
    .select(['ord', 'facts'])
    .where('ord', '>', after)
    .orderBy('ord')
    .limit(limit)
    .execute()
}

/** The numbers of all identities in the order of the field; of two equal ones the lower is first. */
export async function readIdentityOrder(
  db: IndexDb,
  field: IdentityOrder,
  pause: () => Promise<void>,
): Promise<number[]> {
  const column = sql.ref(identityOrders[field])
  const ords: number[] = []
  let last: { value: string | number; ord: number } | undefined
  while (true) {
    const after = last ? sql`where (${column}, ord) > (${last.value}, ${last.ord})` : sql``
    const { rows } = await sql<{ value: string | number; ord: number }>`
      select ${column} as value, ord from identity ${after}
      order by ${column}, ord limit ${ORDER_PAGE}`.execute(db)
    for (const { ord } of rows) ords.push(ord)
    last = rows.at(-1)
    if (rows.length < ORDER_PAGE) return ords
    await pause()
  }
}

/** The identities of these numbers in their order, as the tenant answered them. */
export async function identityBodies(db: IndexDb, ords: number[]) {
  if (ords.length === 0) return []
  const rows = await db
    .selectFrom('identity')
    .innerJoin('identity_body', 'identity_body.ord', 'identity.ord')
    .select(['identity.ord', 'id', 'body'])
    .where('identity.ord', 'in', ords)
    .execute()
  const byOrd = new Map(rows.map((row) => [row.ord, row]))
  return ords.flatMap((ord) => byOrd.get(ord) ?? [])
}

/** Which of the ids the copy has; at most as many as a list of the tenant holds. */
export async function knownIdentities(db: IndexDb, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('identity').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}
