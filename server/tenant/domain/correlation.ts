import type { Db } from '../store/database.ts'
import { correlatedIdentitiesAfter, type IdentityRow } from '../store/identities.ts'
import type { SourceConfig } from '../store/schema.ts'
import type { Attributes } from './attributes.ts'

const PAGE = 2000

export type Correlate = (attributes: Attributes) => string | undefined

/** Finds identities for accounts: the first rule that finds exactly one wins. */
export async function correlator(db: Db, rules: SourceConfig['correlation']): Promise<Correlate> {
  const byAttribute = new Map(
    rules.map(({ identity }) => [identity, new Map<string, string | null>()]),
  )
  let after = ''
  while (rules.length > 0) {
    const page = await correlatedIdentitiesAfter(db, after, PAGE)
    for (const identity of page) {
      const values: Attributes = { ...columnsOf(identity), ...JSON.parse(identity.attributes) }
      for (const [name, owners] of byAttribute) {
        const key = keyOf(values[name])
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
      const key = keyOf(attributes[account])
      const owner = key === undefined ? undefined : byAttribute.get(identity)?.get(key)
      if (owner) return owner
    }
    return undefined
  }
}

function columnsOf({ name, alias, email }: IdentityRow): Attributes {
  return { name, displayName: name, alias, uid: alias, email }
}

function keyOf(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return text === '' ? undefined : text.toLowerCase()
}
