import { sql, type Kysely, type RawBuilder } from 'kysely'

import { isPostgres } from '../../../database/dialect.ts'
import type { IndexDb } from './database.ts'

/** Whose text it is. The texts themselves are in a table beside that, folded already. */
export type Owner = 'account' | 'identity'

/** The index of text knows every three neighbouring characters. */
export const SHORTEST = 3

/** Whether the folded text is long enough to be found inside others; a character may be two units. */
export const isSearchable = (folded: string) => [...folded].length >= SHORTEST

export async function createTextTable<T>(db: Kysely<T>, of: Owner): Promise<void> {
  const table = tableOf(of)
  if (isPostgres(db)) {
    await sql`create table ${table} (ord integer primary key, text text collate "C" not null)`.execute(
      db,
    )
    return
  }
  // Folded already, so the tokenizer leaves it as it is; it is not stored twice.
  await sql`create virtual table ${table} using fts5(
    text, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`.execute(db)
  // Each transaction leaves a part of its own. To join them by eights instead of by fours costs a
  // question little, and a first sync half of the work on the text.
  await sql`insert into ${table} (${table}, rank) values ('automerge', 8)`.execute(db)
}

/** The numbers of the rows in whose text all, or some, of the folded texts stand; each is searchable. */
export function rowsWith(
  db: IndexDb,
  of: Owner,
  folded: string[],
  which: 'all' | 'some' = 'some',
): RawBuilder<{ ord: number }> {
  const table = tableOf(of)
  if (isPostgres(db)) {
    const likes = folded.map((text) => sql`text like ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
    return sql`select ord from ${table} where ${sql.join(likes, which === 'all' ? sql` and ` : sql` or `)}`
  }
  const phrases = folded.map((text) => `"${text.replaceAll('"', '""')}"`)
  const wanted = phrases.join(which === 'all' ? ' AND ' : ' OR ')
  return sql`select rowid as ord from ${table} where ${table} match ${wanted}`
}

/** The same, as a list. */
export async function numbersWith(db: IndexDb, of: Owner, folded: string[]): Promise<number[]> {
  // As one text: a row for each of a hundred thousand numbers costs more than finding them.
  const list = isPostgres(db) ? sql`string_agg(ord::text, ',')` : sql`group_concat(ord, ',')`
  const { rows } = await sql<{ ords: string | null }>`
    select ${list} as ords from (${rowsWith(db, of, folded)}) as found`.execute(db)
  return JSON.parse(`[${rows[0]?.ords ?? ''}]`)
}

/** The accounts in whose text one of the folded texts stands; each is searchable. */
export const matchText = (db: IndexDb, ...folded: string[]) => numbersWith(db, 'account', folded)

type Text = { ord: number; text: string }

/** Of rows that have none yet. */
export async function addTexts(db: IndexDb, of: Owner, rows: Text[]): Promise<void> {
  if (rows.length === 0) return
  if (isPostgres(db)) {
    const ords = rows.map(({ ord }) => ord)
    const texts = rows.map(({ text }) => text)
    await sql`insert into ${tableOf(of)} (ord, text)
      select * from unnest(${ords}::integer[], ${texts}::text[])`.execute(db)
    return
  }
  // As one parameter: preparing a statement of a thousand of them costs more than running it.
  await sql`insert into ${tableOf(of)} (rowid, text)
    select value ->> 0, value ->> 1
    from json_each(${JSON.stringify(rows.map(({ ord, text }) => [ord, text]))})`.execute(db)
}

export async function removeTexts(db: IndexDb, of: Owner, ords: number[]): Promise<void> {
  if (ords.length === 0) return
  const number = sql.ref(isPostgres(db) ? 'ord' : 'rowid')
  await sql`delete from ${tableOf(of)} where ${isAmong(db, number, ords)}`.execute(db)
}

/** Whether the column is one of the numbers, however many. */
export function isAmong(db: IndexDb, ref: RawBuilder<unknown>, numbers: number[]) {
  return isPostgres(db)
    ? sql<boolean>`${ref} = any(${numbers}::integer[])`
    : sql<boolean>`${ref} in (select value from json_each(${JSON.stringify(numbers)}))`
}

const tableOf = (of: Owner) => sql.table(`${of}_text`)
