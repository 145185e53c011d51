import { sql, type RawBuilder, type SqlBool } from 'kysely'

import { isPostgres } from '../../../database/dialect.ts'
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

/**
 * For each account the number that comes just before it in the order; undefined where it is the
 * first. `pause` is called between two statements, for others to get their turn.
 */
export async function neighboursBefore(
  db: IndexDb,
  field: OrderField,
  values: Map<number, Value>,
  pause: () => Promise<void>,
): Promise<Map<number, number | undefined>> {
  const places = [...values].map(([ord, value]) => ({ ord, value }))
  if (isPostgres(db)) return allBefore(db, field, places)
  const before = new Map<number, number | undefined>()
  for (const place of places) {
    before.set(place.ord, await neighbourBefore(db, field, place))
    await pause()
  }
  return before
}

async function neighbourBefore(db: IndexDb, field: OrderField, { ord, value }: Place) {
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

/** The same in one statement: another process answers, and asking it takes longer than finding. */
async function allBefore(db: IndexDb, field: OrderField, places: Place[]) {
  const column = sql`account.${sql.ref(orderColumns[field])}`
  const type = sql.raw(times.has(field) ? 'bigint[]' : 'text[]')
  const [ords, values] = [places.map(({ ord }) => ord), places.map(({ value }) => value)]
  const one = (condition: RawBuilder<SqlBool>, order: RawBuilder<unknown>) =>
    sql`(select account.ord from account where ${condition} order by ${order} limit 1)`
  const newest = sql`account.ord desc`
  const { rows } = await sql<{ ord: number; before: number | null }>`
    select given.ord, case when given.value is null
      then ${one(sql`${column} is null and account.ord < given.ord`, newest)}
      else coalesce(
        ${one(sql`${column} = given.value and account.ord < given.ord`, newest)},
        ${one(sql`${column} < given.value`, sql`${column} desc nulls last, account.ord desc`)},
        ${one(sql`${column} is null`, newest)}) end as before
    from unnest(${ords}::bigint[], ${values}::${type}) as given (ord, value)`.execute(db)
  return new Map(rows.map(({ ord, before }) => [ord, before ?? undefined]))
}

const times = new Set<OrderField>(['created', 'modified', 'passwordChanged'])

const equal = (field: OrderField, value: Value) =>
  value === null
    ? sql<SqlBool>`${sql.ref(orderColumns[field])} is null`
    : sql<SqlBool>`${sql.ref(orderColumns[field])} = ${value}`
