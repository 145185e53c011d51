import { sql, type RawBuilder, type SqlBool } from 'kysely'

import { evaluate, type Stored } from '../../../lib/filter/evaluate.ts'
import { endOfPrefix } from '../../../lib/filter/prefix.ts'
import { storedAttribute } from '../memory/facts.ts'
import type { Leaf } from '../questions/plan.ts'
import { turns } from '../turns.ts'
import type { IndexDb } from './database.ts'
import { CUT, fold, searched } from './fold.ts'
import { cut, isCut, keyOf } from './key.ts'
import { accountsAfter, accountsAt } from './rows.ts'
import { isSearchable, matchText } from './text.ts'

export type Resolved = {
  ords: number[]
  /** True where only a part of the accounts was looked at, since no index serves the condition. */
  bounded: boolean
}

const keyColumns: Record<string, string> = {
  name: 'name_key',
  nativeIdentity: 'native_key',
  'identity.name': 'identity_key',
}
const idColumns: Record<string, string> = {
  id: 'id',
  identityId: 'identity_id',
  uuid: 'uuid',
}

/** How many accounts are read one by one for a condition that no index serves. */
const MOST_READ = 20_000
/** How many in one statement, which holds up everybody else. */
const PIECE = 250
/** Longer ones take more time and leave out no more. */
const LONGEST_PHRASE = 100
const MOST_PHRASES = 20

/** The accounts for which the condition is true. */
export async function resolveLeaf(db: IndexDb, leaf: Leaf): Promise<Resolved> {
  const column = keyColumns[leaf.field] ?? idColumns[leaf.field]
  if (column) {
    const form = keyColumns[leaf.field] ? keyOf : cut
    const ords = await select(db, conditionOf(leaf, sql.ref(column), form))
    const isPlain = valuesOf(leaf).every((value) => !isCut(value))
    return { ords: isPlain ? ords : await matching(db, ords, leaf), bounded: false }
  }
  if (leaf.field === 'text') {
    if (leaf.kind !== 'compare') throw new Error('text is compared with co alone')
    return { ords: await textOrds(db, String(leaf.value)), bounded: false }
  }
  return attributeOrds(db, leaf)
}

/** Of accounts that agree with the beginning of a long text, those that agree with all of it. */
async function matching(db: IndexDb, ords: number[], leaf: Leaf): Promise<number[]> {
  const found: number[] = []
  for (let at = 0; at < ords.length; at += PIECE) {
    for (const { ord, body } of await accountsAt(db, ords.slice(at, at + PIECE))) {
      if (evaluate(leaf, () => textIn(body, leaf.field))) found.push(ord)
    }
  }
  return found
}

function textIn(body: string, field: string): Stored {
  let value: unknown = JSON.parse(body)
  for (const name of field.split('.')) value = Object(value)[name]
  return typeof value === 'string' ? value : null
}

function valuesOf(leaf: Leaf): string[] {
  if (leaf.kind === 'list') return leaf.values.map(String)
  return leaf.kind === 'compare' ? [String(leaf.value)] : []
}

function conditionOf(
  leaf: Leaf,
  ref: RawBuilder<unknown>,
  form: (value: string) => string,
): RawBuilder<SqlBool> {
  if (leaf.kind === 'list') {
    const values = leaf.values.map((value) => form(String(value)))
    return sql`${ref} in (${sql.join(values)})`
  }
  if (leaf.kind === 'test') {
    return leaf.operator === 'isnull' ? sql`${ref} is null` : sql`${ref} is not null`
  }
  const value = form(String(leaf.value))
  if (leaf.operator === 'sw') {
    // A range instead of LIKE: an index serves it, and no character in the value has a meaning.
    const end = endOfPrefix(value)
    return end === undefined ? sql`${ref} >= ${value}` : sql`${ref} >= ${value} and ${ref} < ${end}`
  }
  if (leaf.operator === 'eq') return sql`${ref} = ${value}`
  throw new Error(`${leaf.field} is not offered with ${leaf.operator}`)
}

/** Shorter text cannot be found inside; it finds what begins with it. */
async function textOrds(db: IndexDb, text: string): Promise<number[]> {
  const folded = fold(searched(text.trim()))
  if (isSearchable(folded)) return matchText(db, folded)
  const start = keyOf(text.trim())
  const starts = Object.values(keyColumns).map((column) => {
    const ref = sql.ref(column)
    const end = endOfPrefix(start)
    return end === undefined
      ? sql`${ref} >= ${start}`
      : sql`(${ref} >= ${start} and ${ref} < ${end})`
  })
  return select(db, sql<SqlBool>`${sql.join(starts, sql` or `)}`)
}

async function select(db: IndexDb, condition: RawBuilder<SqlBool>): Promise<number[]> {
  const rows = await db.selectFrom('account').select('ord').where(condition).execute()
  return rows.map(({ ord }) => ord)
}

/**
 * An attribute that memory does not hold. Where the condition names a text of three characters or
 * more, only accounts in whose search text it stands are read; else as many of all as can be.
 */
async function attributeOrds(db: IndexDb, leaf: Leaf): Promise<Resolved> {
  const candidates = await candidatesOf(db, leaf)
  const name = leaf.field.slice('attributes.'.length)
  const matches = ({ body }: { body: string }) => evaluate(leaf, () => attributeIn(body, name))
  const pause = turns()
  const ords: number[] = []
  let read = 0
  for (let after = 0; ;) {
    const left = MOST_READ - read
    const page = candidates
      ? await accountsAt(db, candidates.slice(read, read + Math.min(PIECE, left)))
      : await accountsAfter(db, after, Math.min(PIECE, left))
    for (const row of page) {
      if (matches(row)) ords.push(row.ord)
      await pause()
    }
    read += PIECE
    after = page.at(-1)?.ord ?? after
    const isAll = candidates ? read >= candidates.length : page.length < PIECE
    if (isAll) return { ords, bounded: false }
    if (read >= MOST_READ) return { ords, bounded: candidates ? true : await isMore(db, after) }
  }
}

async function isMore(db: IndexDb, after: number): Promise<boolean> {
  return (await accountsAfter(db, after, 1)).length > 0
}

async function candidatesOf(db: IndexDb, leaf: Leaf): Promise<number[] | undefined> {
  const phrases = phrasesOf(leaf)
  return phrases && (await matchText(db, ...phrases)).toSorted((a, b) => a - b)
}

/**
 * Folded texts, of which one stands in the text of each row that may match; undefined where the text
 * does not tell.
 */
export function phrasesOf(leaf: Leaf): string[] | undefined {
  const values = soughtTexts(leaf)?.map((value) =>
    [...fold(searched(value))].slice(0, LONGEST_PHRASE).join(''),
  )
  if (!values || values.length > MOST_PHRASES) return undefined
  // The words of a boolean are in no text.
  const isUseful = (text: string) =>
    isSearchable(text) && !['true', 'false'].some((word) => word.includes(text))
  return values.every(isUseful) ? [...values, CUT] : undefined
}

/** Texts of which one stands in each value that the condition is true of. */
function soughtTexts(leaf: Leaf): string[] | undefined {
  if (leaf.kind === 'list') return leaf.operator === 'in' ? leaf.values.map(String) : undefined
  if (leaf.kind !== 'compare' || !['eq', 'co', 'sw'].includes(leaf.operator)) return undefined
  return [String(leaf.value)]
}

export function attributeIn(body: string, name: string): Stored {
  // Most of those that are read have no such attribute, which is seen without taking them apart.
  if (!body.includes(JSON.stringify(name))) return null
  const { attributes } = JSON.parse(body)
  const isThere = typeof attributes === 'object' && attributes && Object.hasOwn(attributes, name)
  return storedAttribute(isThere ? Reflect.get(attributes, name) : undefined)
}
