import { sql, type RawBuilder, type SqlBool } from 'kysely'

import { startColumns, startsWith } from '../identities/resolve.ts'
import type { IndexDb } from '../store/database.ts'
import { keyOf } from '../store/key.ts'
import { isAmong, isSearchable, rowsWith, type Owner } from '../store/text.ts'
import type { Candidate } from './rank.ts'

/** What is typed: as it is, without case and marks, and trimmed. */
export type Typed = { text: string; folded: string }

/** More are not counted: nobody pages through them here. */
export const MOST_COUNTED = 1000
/** Of those that begin with what is typed, by each name. */
const MOST_STARTS = 60
/** Of those that have it anywhere. */
const MOST_INSIDE = 400

const kinds = ['name', 'email', 'login', 'employee'] as const
/** As free text of one or two characters has it. */
const accountStarts = ['name_key', 'native_key', 'identity_key'] as const

/**
 * How many have what is typed in their text, as the lists count them; one more than is counted stands
 * for more.
 */
export async function countTyped(db: IndexDb, table: Owner, typed: Typed): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    ${anywhere(db, table, typed)} limit ${MOST_COUNTED + 1}) as found`.execute(db)
  return rows[0]?.n ?? 0
}

function anywhere(db: IndexDb, table: Owner, { text, folded }: Typed): RawBuilder<{ ord: number }> {
  if (isSearchable(folded)) return rowsWith(db, table, [folded])
  const columns = table === 'account' ? accountStarts : startColumns
  const starts: RawBuilder<SqlBool>[] = columns.map((column) => startsWith(column, keyOf(text)))
  return sql`select ord from ${sql.table(table)} where ${sql.join(starts, sql` or `)}`
}

export async function accountCandidates(db: IndexDb, typed: Typed): Promise<Candidate[]> {
  type Row = { ord: number; name_key: string; native_key: string; identity_key: string }
  const columns = sql`ord, name_key, native_key, identity_key`
  const found: Row[] = []
  for (const column of accountStarts) {
    const { rows } = await sql<Row>`select ${columns} from account
      where ${startsWith(column, keyOf(typed.text))}
      order by ${sql.ref(column)} limit ${MOST_STARTS}`.execute(db)
    found.push(...rows)
  }
  if (isSearchable(typed.folded)) {
    const { rows } = await sql<Row>`select ${columns} from account where ord in (
      ${anywhere(db, 'account', typed)} limit ${MOST_INSIDE})`.execute(db)
    found.push(...rows)
  }
  return found.map(({ ord, name_key, native_key, identity_key }) => ({
    ord,
    names: [name_key, native_key],
    others: [identity_key],
  }))
}

export async function identityCandidates(db: IndexDb, typed: Typed): Promise<Candidate[]> {
  const found = new Set<number>()
  for (const kind of kinds) {
    const { rows } = await sql<{ ord: number }>`select ord from identity_key
      where kind = ${kind} and ${startsWith('value', typed.folded)}
      order by value limit ${MOST_STARTS}`.execute(db)
    for (const { ord } of rows) found.add(ord)
  }
  if (isSearchable(typed.folded)) {
    const { rows } = await sql<{ ord: number }>`
      ${anywhere(db, 'identity', typed)} limit ${MOST_INSIDE}`.execute(db)
    for (const { ord } of rows) found.add(ord)
  }
  // One row for each value that the person is known by.
  const { rows } = await sql<{ ord: number; value: string; name_key: string }>`
    select identity.ord, coalesce(value, '') as value, name_key
    from identity left join identity_key on identity_key.ord = identity.ord
    where ${isAmong(db, sql.ref('identity.ord'), [...found])}`.execute(db)
  return rows.map(({ ord, value, name_key }) => ({ ord, names: [name_key, value] }))
}
