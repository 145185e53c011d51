import { identitiesWith, indexForCorrelation, keyColumnOf } from '../store/correlation.ts'
import type { Db } from '../store/database.ts'
import { correlatedIdentitiesAfter, type IdentityRow } from '../store/identities.ts'
import type { SourceConfig } from '../store/schema.ts'
import { sourceRows } from '../store/sources.ts'
import type { Attributes } from './attributes.ts'

const PAGE = 2000

type Rules = SourceConfig['correlation']
export type Correlate = (attributes: Attributes) => string | undefined

/**
 * Finds identities for the accounts of a whole source: the first rule that finds exactly one wins.
 * Reads all identities once, so that each account costs nothing more.
 */
export async function correlator(db: Db, rules: Rules): Promise<Correlate> {
  const byAttribute = new Map(
    rules.map(({ identity }) => [identity, new Map<string, string | null>()]),
  )
  let after = ''
  while (rules.length > 0) {
    const page = await correlatedIdentitiesAfter(db, after, PAGE)
    for (const identity of page) {
      const keyFor = keysOf(identity)
      for (const [name, owners] of byAttribute) {
        const key = keyFor(name)
        // Two identities with the same value find nobody.
        if (key !== undefined) owners.set(key, owners.has(key) ? null : identity.id)
      }
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = last.id
  }
  return (attributes) => {
    for (const { account, identity } of rules) {
      const key = accountKey(attributes[account])
      const owner = key === undefined ? undefined : byAttribute.get(identity)?.get(key)
      if (owner) return owner
    }
    return undefined
  }
}

/** The same for one account: looks its values up instead of reading all identities. */
export async function ownerOf(db: Db, rules: Rules, attributes: Attributes) {
  for (const { account, identity } of rules) {
    const key = accountKey(attributes[account])
    if (key === undefined) continue
    const rows = await identitiesWith(db, identity, key)
    // The database compares a yes as the text 1.
    const found = keyColumnOf(identity)
      ? rows
      : rows.filter((row) => keyOf(JSON.parse(row.attributes)[identity]) === key)
    const [owner] = found
    if (owner && found.length === 1) return owner.id
  }
  return undefined
}

/** Called at each start: which attributes are looked up is what the sources of then say. */
export async function prepareCorrelation(db: Db): Promise<void> {
  const rules = (await sourceRows(db)).flatMap((source) => source.config.correlation)
  await indexForCorrelation(db, [...new Set(rules.map((rule) => rule.identity))])
}

function keysOf(identity: IdentityRow) {
  let attributes: Attributes | undefined
  return (name: string) => {
    const column = keyColumnOf(name)
    if (column) return identity[column] || undefined
    attributes ??= JSON.parse(identity.attributes) as Attributes // as the column says
    return keyOf(attributes[name])
  }
}

/** Of several values the first counts: a directory may know more than one address of a person. */
const accountKey = (value: unknown) => keyOf(Array.isArray(value) ? value[0] : value)

function keyOf(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return text === '' ? undefined : text.toLowerCase()
}
