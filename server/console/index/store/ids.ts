import { endOfPrefix } from '../../../lib/filter/prefix.ts'
import { turns } from '../turns.ts'
import type { IndexDb } from './database.ts'

/**
 * The ids that start with the prefix, counted by the next character that tells some of them apart;
 * ids of one tenant often share their first ones. An id that is the whole of such a beginning is not
 * among them.
 */
export async function idPrefixes(db: IndexDb, prefix: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const { first, last } = await among(db, prefix)
    .select((e) => [
      e.fn.min<string | null>('id').as('first'),
      e.fn.max<string | null>('id').as('last'),
    ])
    .executeTakeFirstOrThrow()
  if (first === null || last === null) return counts
  if (first === last) return counts.set(first, 1)
  const shared = sharedBeginning(first, last)
  const pause = turns()
  let next: string | null = first === shared ? await idAfter(db, prefix, first) : first
  while (next !== null) {
    const start = shared + firstOf(next.slice(shared.length))
    const { count } = await among(db, start)
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts.set(start, Number(count))
    const end = endOfPrefix(start)
    next = end === undefined ? null : await idFrom(db, prefix, end)
    await pause()
  }
  return counts
}

/** The ids that start with the prefix, 250 at most. */
export async function idsWithPrefix(db: IndexDb, prefix: string): Promise<string[]> {
  const rows = await among(db, prefix).select('id').orderBy('id').limit(250).execute()
  return rows.map(({ id }) => id)
}

/** A range instead of a comparison of the beginning, which would read every id. */
function among(db: IndexDb, prefix: string) {
  const end = endOfPrefix(prefix)
  const from = db.selectFrom('account').where('id', '>=', prefix)
  return end === undefined ? from : from.where('id', '<', end)
}

async function idFrom(db: IndexDb, prefix: string, id: string): Promise<string | null> {
  const query = among(db, prefix).select('id').where('id', '>=', id).orderBy('id').limit(1)
  return (await query.executeTakeFirst())?.id ?? null
}

async function idAfter(db: IndexDb, prefix: string, id: string): Promise<string | null> {
  const query = among(db, prefix).select('id').where('id', '>', id).orderBy('id').limit(1)
  return (await query.executeTakeFirst())?.id ?? null
}

function sharedBeginning(a: string, b: string): string {
  let shared = ''
  // By character: half of a surrogate pair is the beginning of nothing.
  for (const character of a) {
    if (!b.startsWith(shared + character)) break
    shared += character
  }
  return shared
}

const firstOf = ([character = '']: string) => character
