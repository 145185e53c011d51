import { sql, type SqlBool } from 'kysely'

import type { CheckedFilter } from '../../../lib/filter/check.ts'
import { evaluate } from '../../../lib/filter/evaluate.ts'
import { endOfPrefix } from '../../../lib/filter/prefix.ts'
import { storedAttribute } from '../memory/facts.ts'
import type { IndexDb } from '../store/database.ts'
import { fold, searched } from '../store/fold.ts'
import { cut, keyOf } from '../store/key.ts'
import { phrasesOf } from '../store/resolve.ts'
import { isSearchable, numbersWith } from '../store/text.ts'
import { turns } from '../turns.ts'
import { identityField } from './fields.ts'

/** One condition of a filter. */
export type Leaf = Extract<CheckedFilter, { field: string }>
export type Resolved = { ords: number[]; bounded: boolean }

/** How many identities are read one by one for a condition that no index serves. */
const MOST_READ = 20_000
/** How many in one statement, which holds up everybody else. */
const PIECE = 250
/** What a text of one or two characters is the beginning of; longer text is found anywhere. */
export const startColumns = ['name_key', 'alias_key', 'email_key', 'lastname_key'] as const

/** The identities for which the condition is true; of `ne`, those for which it is not. */
export async function resolveIdentities(db: IndexDb, leaf: Leaf): Promise<Resolved> {
  const { held } = identityField(leaf.field)
  if (held.in === 'attribute') return attributeOrds(db, leaf, held.name)
  if (held.in === 'text') {
    if (leaf.kind !== 'compare') throw new Error('text is compared with co alone')
    return { ords: await textOrds(db, String(leaf.value)), bounded: false }
  }
  if (held.in !== 'database') throw new Error(`Memory knows ${leaf.field}`)
  return { ords: await select(db, conditionOf(leaf, held.column)), bounded: false }
}

function conditionOf(leaf: Leaf, column: string) {
  const ref = sql.ref(column)
  const form = column.endsWith('_key') ? keyOf : cut
  if (leaf.kind === 'list') {
    return sql<SqlBool>`${ref} in (${sql.join(leaf.values.map((value) => form(String(value))))})`
  }
  if (leaf.kind === 'test') throw new Error(`${leaf.field} is not offered with ${leaf.operator}`)
  const value = form(String(leaf.value))
  return leaf.operator === 'sw' ? startsWith(column, value) : sql<SqlBool>`${ref} = ${value}`
}

/** A range instead of LIKE: an index serves it, and no character in the value has a meaning. */
export function startsWith(column: string, value: string) {
  const ref = sql.ref(column)
  const end = endOfPrefix(value)
  return end === undefined
    ? sql<SqlBool>`${ref} >= ${value}`
    : sql<SqlBool>`(${ref} >= ${value} and ${ref} < ${end})`
}

async function textOrds(db: IndexDb, text: string): Promise<number[]> {
  const folded = fold(searched(text.trim()))
  if (isSearchable(folded)) return matchIdentities(db, folded)
  const starts = startColumns.map((column) => startsWith(column, keyOf(text.trim())))
  return select(db, sql<SqlBool>`(${sql.join(starts, sql` or `)})`)
}

/** The identities in whose text one of the folded texts stands; each is searchable. */
const matchIdentities = (db: IndexDb, ...folded: string[]) => numbersWith(db, 'identity', folded)

async function select(db: IndexDb, condition: ReturnType<typeof sql<SqlBool>>): Promise<number[]> {
  const rows = await db.selectFrom('identity').select('ord').where(condition).execute()
  return rows.map(({ ord }) => ord)
}

/**
 * An attribute that memory does not hold. Where the condition names a text of three characters or
 * more, only identities in whose search text it stands are read; else as many of all as can be.
 */
async function attributeOrds(db: IndexDb, leaf: Leaf, name: string): Promise<Resolved> {
  const phrases = phrasesOf(leaf)
  const candidates = phrases && (await matchIdentities(db, ...phrases)).toSorted((a, b) => a - b)
  const pause = turns()
  const ords: number[] = []
  for (let read = 0, after = 0; read < MOST_READ; read += PIECE) {
    const page = await bodiesAfter(db, after, candidates?.slice(read, read + PIECE))
    for (const { ord, body } of page) {
      if (evaluate(leaf, () => attributeIn(body, name))) ords.push(ord)
      await pause()
    }
    after = page.at(-1)?.ord ?? after
    const isAll = candidates ? read + PIECE >= candidates.length : page.length < PIECE
    if (isAll) return { ords, bounded: false }
  }
  return { ords, bounded: true }
}

async function bodiesAfter(db: IndexDb, after: number, among: number[] | undefined) {
  if (among?.length === 0) return []
  const query = db.selectFrom('identity_body').selectAll().orderBy('ord').limit(PIECE)
  return (among ? query.where('ord', 'in', among) : query.where('ord', '>', after)).execute()
}

function attributeIn(body: string, name: string) {
  const { attributes } = JSON.parse(body)
  const isObject = typeof attributes === 'object' && attributes !== null
  return storedAttribute(isObject && Object.hasOwn(attributes, name) ? attributes[name] : undefined)
}
