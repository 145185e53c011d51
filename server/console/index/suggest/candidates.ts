import { sql } from 'kysely'

import { identityRecord, type TenantIdentity } from '../identities/record.ts'
import { identityBodies } from '../identities/rows.ts'
import type { KeyKind } from '../identities/schema.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import type { IndexDb } from '../store/database.ts'
import { isAmong, isSearchable, rowsWith } from '../store/text.ts'
import { keyOf, type Clues } from './account-clues.ts'
import type { Candidate, ExactKind, Sharing } from './candidate.ts'
import { namePartsOf, nameSimilarity } from './names.ts'
import { formsOf } from './score.ts'
import { ALIKE, MOST_SHARING } from './weights.ts'

const kinds = { email: 'email', employeeNumber: 'employee', login: 'login', name: 'name' } as const
const exactKinds: readonly ExactKind[] = ['email', 'employeeNumber', 'login']
/** Of people who share one part of the name; those who share all of them are looked up first. */
const MOST_NAMESAKES = 40
const MOST_ALIKE = 10

/** The identities that may own an account with these clues, and how many have each value. */
export async function candidatesFor(db: IndexDb, memory: AccountMemory, clues: Clues) {
  const owners = new Map<string, number>()
  const ords = new Set<number>()
  for (const kind of exactKinds) {
    for (const key of new Set(clues[kind].flatMap((value) => formsOf(kind, value)))) {
      const found = await ordsWith(db, kinds[kind], key)
      owners.set(`${kind} ${key}`, found.length)
      if (found.length <= MOST_SHARING) for (const ord of found) ords.add(ord)
    }
  }
  const namesakes = await alike(db, clues.name, await sharingAPart(db, clues.name))
  for (const ord of namesakes) ords.add(ord)
  const people = (await identityBodies(db, [...ords])).map(({ body }) => JSON.parse(body))
  const hidden = await hiddenAmong(db, memory, people)
  const sharing: Sharing = (kind, key) => owners.get(`${kind} ${key}`) ?? 1
  const candidates = people.filter(({ id }) => !hidden.has(id)).map(candidateOf)
  return { candidates, sharing }
}

/** One more than may share a value is enough to know that too many do. */
async function ordsWith(db: IndexDb, kind: KeyKind, value: string): Promise<number[]> {
  const rows = await db
    .selectFrom('identity_key')
    .select('ord')
    .where('kind', '=', kind)
    .where('value', '=', value)
    .limit(MOST_SHARING + 1)
    .execute()
  return rows.map(({ ord }) => ord)
}

async function sharingAPart(db: IndexDb, names: string[]): Promise<Set<number>> {
  const found = new Set<number>()
  const asked = new Set<string>()
  for (const name of names) {
    const parts = namePartsOf(name).filter(isSearchable)
    for (const wanted of [parts, ...parts.map((part) => [part])]) {
      const together = wanted.join(' ')
      if (together === '' || asked.has(together)) continue
      asked.add(together)
      const { rows } = await sql<{ ord: number }>`
        ${rowsWith(db, 'identity', wanted, 'all')} limit ${MOST_NAMESAKES}`.execute(db)
      for (const { ord } of rows) found.add(ord)
    }
  }
  return found
}

/** Their names alone are read before anything else is: most who share a part have another name. */
async function alike(db: IndexDb, names: string[], ords: Set<number>): Promise<number[]> {
  if (ords.size === 0) return []
  const wanted = names.map(namePartsOf)
  const { rows } = await sql<{ ord: number; value: string }>`select ord, value from identity_key
    where kind = ${kinds.name} and ${isAmong(db, sql.ref('ord'), [...ords])}`.execute(db)
  const best = new Map<number, number>()
  for (const { ord, value } of rows) {
    const parts = namePartsOf(value)
    const likeness = Math.max(...wanted.map((each) => nameSimilarity(each, parts)))
    if (likeness >= ALIKE) best.set(ord, Math.max(likeness, best.get(ord) ?? 0))
  }
  const sorted = [...best].toSorted(([one, a], [other, b]) => b - a || one - other)
  return sorted.slice(0, MOST_ALIKE).map(([ord]) => ord)
}

/** Each uncorrelated account has a hidden identity of its own (isc-facts §6), which is nobody. */
async function hiddenAmong(db: IndexDb, memory: AccountMemory, people: TenantIdentity[]) {
  if (people.length === 0) return new Set<string>()
  const ids = people.map(({ id }) => id)
  const rows = await db
    .selectFrom('account')
    .select(['ord', 'identity_id'])
    .where('identity_id', 'in', ids)
    .execute()
  const hidden = rows.filter(({ ord }) => memory.flags.uncorrelated.has(ord))
  return new Set(hidden.map(({ identity_id: id }) => id))
}

function candidateOf(identity: TenantIdentity): Candidate {
  const { keys } = identityRecord(identity)
  const spelled = spellings(identity)
  const of = (kind: KeyKind) =>
    new Map(
      keys
        .filter((key) => key.kind === kind)
        .map(({ value }) => [value, spelled.get(value) ?? value]),
    )
  return {
    identity: {
      id: identity.id,
      name: textOf(identity.name),
      alias: textOf(identity.alias),
      email: textOf(identity.emailAddress),
    },
    keys: {
      email: of(kinds.email),
      employeeNumber: of(kinds.employeeNumber),
      login: of(kinds.login),
      name: of(kinds.name),
    },
  }
}

/** By its folded form, each text of an identity as it is written there. */
function spellings({ attributes, ...fields }: TenantIdentity): Map<string, string> {
  const own = typeof attributes === 'object' && attributes !== null ? attributes : {}
  const texts = [...Object.values(own), ...Object.values(fields)].filter(
    (value) => typeof value === 'string',
  )
  return new Map(texts.map((text) => [keyOf(text), text.trim()]))
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
