import { setImmediate as nextTurn } from 'node:timers/promises'

import { sql } from 'kysely'

import { isPostgres } from '../../../database/dialect.ts'
import { Bitmap } from '../memory/bitmap.ts'
import type { IndexDb } from './database.ts'
import { matchText } from './text.ts'

/** What a statement may take, since it holds up everybody else. */
const PIECE_MS = 15
/** Rows that the first piece spans. */
const FIRST = 10_000
const MOST = 2_000_000

/** The accounts in whose text the folded text stands; it is searchable. */
export async function rowsWithText(db: IndexDb, folded: string): Promise<Bitmap> {
  // PostgreSQL is a process of its own: while it looks, others have their turn.
  if (isPostgres(db)) return Bitmap.of(await matchText(db, folded))
  const last = await lastNumber(db)
  const rows = new Bitmap(last + 1)
  const phrase = `"${folded.replaceAll('"', '""')}"`
  let span = FIRST
  for (let from = 0; from <= last;) {
    const started = performance.now()
    for (const ord of await between(db, phrase, from, from + span - 1)) rows.set(ord)
    from += span
    const spent = Math.max(performance.now() - started, 0.1)
    span = Math.min(MOST, Math.max(FIRST, Math.round((span * PIECE_MS) / spent)))
    if (from <= last) await nextTurn()
  }
  return rows
}

async function between(db: IndexDb, phrase: string, from: number, to: number): Promise<number[]> {
  // As one text: a row for each of a hundred thousand numbers costs more than finding them. The driver
  // hands over numbers as fractions, by which FTS5 does not seek: it would look through all of them.
  const { rows } = await sql<{ ords: string | null }>`
    select group_concat(rowid) as ords from account_text
    where account_text match ${phrase}
    and rowid between cast(${from} as integer) and cast(${to} as integer)`.execute(db)
  return JSON.parse(`[${rows[0]?.ords ?? ''}]`)
}

async function lastNumber(db: IndexDb): Promise<number> {
  const { last } = await db
    .selectFrom('account')
    .select((e) => e.fn.max<number | null>('ord').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? -1
}
