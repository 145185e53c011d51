import { sql } from 'kysely'

import type { IndexDb } from './database.ts'

/** The index of text knows every three neighbouring characters. */
export const SHORTEST = 3

/** Whether the folded text is long enough to be found inside others; a character may be two units. */
export const isSearchable = (folded: string) => [...folded].length >= SHORTEST

/** The accounts in whose text one of the folded texts stands; each is searchable. */
export async function matchText(db: IndexDb, ...folded: string[]): Promise<number[]> {
  const phrases = folded.map((text) => `"${text.replaceAll('"', '""')}"`).join(' OR ')
  // As one text: a row for each of a hundred thousand numbers costs more than finding them.
  const { rows } = await sql<{ ords: string }>`
    select json_group_array(rowid) as ords from account_text
    where account_text match ${phrases}`.execute(db)
  return JSON.parse(rows[0]?.ords ?? '[]')
}

export async function addTexts(db: IndexDb, rows: { ord: number; text: string }[]): Promise<void> {
  // As one parameter: preparing a statement of a thousand of them costs more than running it.
  await sql`insert into account_text (rowid, text)
    select value ->> 'ord', value ->> 'text' from json_each(${JSON.stringify(rows)})`.execute(db)
}

export async function removeText(db: IndexDb, ords: number[]): Promise<void> {
  await sql`delete from account_text where rowid in (${sql.join(ords)})`.execute(db)
}
