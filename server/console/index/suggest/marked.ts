import { quote } from '../../../lib/filter/names.ts'
import type { NotPersonRow } from '../../store/schema.ts'
import { findAccounts } from '../list.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import type { IndexDb } from '../store/database.ts'
import { accountsAt } from '../store/rows.ts'
import { shownOf, type ShownAccount } from './shown.ts'

type Account = { shown: ShownAccount; uncorrelated: boolean }
/** A mark beside the account that it is of. */
export type Marked = { mark: NotPersonRow; account: Account; ord: number; isOwned: boolean }

/** What one filter may hold; a native identity may be long. */
const LONGEST_FILTER = 12_000
const MOST_VALUES = 100
/** One native identity may be known to several sources. */
const MOST_ROWS = 2000

/** Remembers the last answer while neither the marks nor any account has changed. */
export function markedLookup() {
  let last: { memory: AccountMemory; version: number; marks: unknown; found: Marked[] } | undefined
  return async (db: IndexDb, memory: AccountMemory, marks: readonly NotPersonRow[]) => {
    const { version } = memory
    if (last?.memory === memory && last.version === version && last.marks === marks) {
      return last.found
    }
    const found = await markedAccounts(db, memory, marks)
    last = { memory, version, marks, found }
    return found
  }
}

/** The accounts of the marks that the copy has, by id and else by what the source knows them by. */
async function markedAccounts(
  db: IndexDb,
  memory: AccountMemory,
  marks: readonly NotPersonRow[],
): Promise<Marked[]> {
  const byId = await found(db, memory, 'id', marks, ({ account_id: id }) => id)
  const left = marks.filter((mark) => !byId.has(mark.account_id))
  const byNative = await found(db, memory, 'nativeIdentity', left, (row) => row.native_identity)
  return marks.flatMap((mark) => {
    const row =
      byId.get(mark.account_id) ?? byNative.get(keyOf(mark.source_id, mark.native_identity))
    return row ? [{ mark, ...row, isOwned: !row.account.uncorrelated }] : []
  })
}

/** Undefined where the copy has no such account. */
export async function accountWithId(
  db: IndexDb,
  memory: AccountMemory,
  id: string,
): Promise<Account | undefined> {
  const rows = await asked(db, memory, `id eq ${quote(id)}`)
  return rows[0]?.account
}

type Row = { ord: number; account: Account }

async function found(
  db: IndexDb,
  memory: AccountMemory,
  field: 'id' | 'nativeIdentity',
  marks: readonly NotPersonRow[],
  read: (mark: NotPersonRow) => string,
): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (const values of portions(marks.map((mark) => quote(read(mark))))) {
    for (const row of await asked(db, memory, `${field} in (${values.join(', ')})`)) {
      const { id, sourceId, nativeIdentity } = row.account.shown
      rows.set(field === 'id' ? id : keyOf(sourceId, nativeIdentity), row)
    }
  }
  return rows
}

async function asked(db: IndexDb, memory: AccountMemory, condition: string): Promise<Row[]> {
  const filters = `systemAccount eq false and ${condition}`
  const question = { filters, sorters: '', limit: MOST_ROWS, offset: 0, facets: [] }
  const { ords } = await findAccounts(db, memory, question)
  return (await accountsAt(db, ords)).map(({ ord, body }) => {
    const account: Record<string, unknown> = JSON.parse(body)
    return {
      ord,
      account: { shown: shownOf(account), uncorrelated: account.uncorrelated === true },
    }
  })
}

/** What fits into one filter each; what fits into none is nothing that could be asked for. */
function portions(values: string[]): string[][] {
  const parts: string[][] = []
  let length = LONGEST_FILTER
  for (const value of values) {
    if (value.length > LONGEST_FILTER) continue
    const isFull = parts.at(-1)?.length === MOST_VALUES
    if (isFull || length + value.length > LONGEST_FILTER) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(value)
    length += value.length + 2
  }
  return parts
}

const keyOf = (sourceId: string, nativeIdentity: string) =>
  JSON.stringify([sourceId, nativeIdentity])
