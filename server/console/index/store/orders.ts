import { sql, type SqlBool } from 'kysely'

import type { IndexDb } from './database.ts'

/** Fields that lists are sorted by and that differ from row to row, with their columns. */
export const orderColumns = {
  id: 'id',
  identityId: 'identity_id',
  uuid: 'uuid',
  name: 'name_key',
  nativeIdentity: 'native_key',
  'identity.name': 'identity_key',
  created: 'created',
  modified: 'modified',
  passwordChanged: 'password_changed',
} as const

export type OrderField = keyof typeof orderColumns
export const orderFields = Object.keys(orderColumns) as OrderField[] // the keys of the object above

const PAGE = 5000

type Value = string | number | null
type Place = { value: Value; ord: number }

/**
 * The numbers of all accounts in the order of the field, from first to last; between two equal ones
 * the lower number is first, and an account without a value is before all others. `pause` is called
 * between two pages, for others to get their turn.
 */
export async function readOrder(
  db: IndexDb,
  field: OrderField,
  pause: () => Promise<void>,
): Promise<number[]> {
  const ords: number[] = []
  let last: Place | undefined
  while (true) {
    const page: Place[] = last ? await equalAfter(db, field, last) : []
    if (page.length < PAGE) page.push(...(await greater(db, field, last, PAGE - page.length)))
    for (const { ord } of page) ords.push(ord)
    last = page.at(-1)
    if (page.length < PAGE) return ords
    await pause()
  }
}

// SQLite looks up `column = value and ord > ...` in an index of the column. A comparison of the two
// at once it does not: thousands of accounts may have one value, and would be read for each page.

function equalAfter(db: IndexDb, field: OrderField, { value, ord }: Place) {
  return ordered(db, field).where(equal(field, value)).where('ord', '>', ord).limit(PAGE).execute()
}

function greater(db: IndexDb, field: OrderField, last: Place | undefined, limit: number) {
  const column = orderColumns[field]
  const query = ordered(db, field).limit(limit)
  if (!last) return query.execute()
  if (last.value === null) return query.where(column, 'is not', null).execute()
  return query.where(column, '>', last.value).execute()
}

function ordered(db: IndexDb, field: OrderField) {
  const column = orderColumns[field]
  return db
    .selectFrom('account')
    .select(['ord', `${column} as value`])
    .orderBy(column, (order) => order.asc().nullsFirst())
    .orderBy('ord')
}

/** The number that comes just before the account with this value; undefined where it is the first. */
export async function neighbourBefore(
  db: IndexDb,
  field: OrderField,
  { ord, value }: Place,
): Promise<number | undefined> {
  const column = orderColumns[field]
  const base = db.selectFrom('account').select('ord').limit(1)
  const newest = base.orderBy('ord', 'desc')
  const same = await newest.where(equal(field, value)).where('ord', '<', ord).executeTakeFirst()
  if (same || value === null) return same?.ord
  const less = base.where(column, '<', value).orderBy(column, 'desc').orderBy('ord', 'desc')
  const before =
    (await less.executeTakeFirst()) ?? (await newest.where(equal(field, null)).executeTakeFirst())
  return before?.ord
}

const equal = (field: OrderField, value: Value) =>
  value === null
    ? sql<SqlBool>`${sql.ref(orderColumns[field])} is null`
    : sql<SqlBool>`${sql.ref(orderColumns[field])} = ${value}`
