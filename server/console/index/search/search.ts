import type { components } from '../../../../src/api/console-schema.d.ts'
import type { Identities } from '../identities/identities.ts'
import { identityBodies } from '../identities/rows.ts'
import type { AccountMemory } from '../memory/account-memory.ts'
import { facetOf } from '../questions/facets.ts'
import type { IndexDb } from '../store/database.ts'
import { fold, searched } from '../store/fold.ts'
import { bodiesOf } from '../store/rows.ts'
import {
  accountCandidates,
  countTyped,
  identityCandidates,
  MOST_COUNTED,
  type Typed,
} from './lookups.ts'
import { attributeShowing, best, rankOf, ranks } from './rank.ts'

type Schemas = components['schemas']
type Answer = Schemas['SearchAnswer']

type Deps = {
  db: () => IndexDb
  memory: () => AccountMemory
  isComplete: () => boolean
  identities: Identities
}

/** At a million accounts counting those of each source takes some milliseconds. */
const COUNTS_MS = 5000

/** Finds identities, accounts and sources by what is typed, the best first. */
export function createSearch({ db, memory, isComplete, identities }: Deps) {
  let counted: { at: number; sources: Schemas['SourceHit'][] } | undefined

  async function search(text: string, limit: number): Promise<Answer> {
    const typed = { text: text.trim(), folded: fold(searched(text.trim())) }
    if (typed.folded === '') return nothing()
    return {
      identities: await findPeople(typed, limit),
      accounts: await findAccounts(typed, limit),
      sources: findSources(typed, limit),
    }
  }

  const nothing = (): Answer => {
    const none = { items: [], total: 0, more: false }
    return {
      identities: { ...none, complete: identities.isComplete() },
      accounts: { ...none, complete: isComplete() },
      sources: { ...none, complete: true },
    }
  }

  async function findPeople(typed: Typed, limit: number): Promise<Answer['identities']> {
    const ords = best(typed.folded, await identityCandidates(db(), typed), limit)
    const rows = await identityBodies(db(), ords)
    const items = rows.map(({ body }) => identityHit(typed, JSON.parse(body)))
    const counts = countOf(await countTyped(db(), 'identity', typed))
    return { items, ...counts, complete: identities.isComplete() }
  }

  async function findAccounts(typed: Typed, limit: number): Promise<Answer['accounts']> {
    const ords = best(typed.folded, await accountCandidates(db(), typed), limit)
    const bodies = await bodiesOf(db(), ords)
    const items = bodies.map((body) => accountHit(typed, JSON.parse(body)))
    const counts = countOf(await countTyped(db(), 'account', typed))
    return { items, ...counts, complete: isComplete() }
  }

  function findSources({ folded }: Typed, limit: number): Answer['sources'] {
    const all = allSources()
    const matching = all.filter(({ name }) => rankOf(folded, fold(name)) < ranks.elsewhere)
    const candidates = all.map(({ name }, ord) => ({ ord, names: [name] }))
    const ords = best(folded, candidates, Math.min(limit, matching.length))
    const items = ords.flatMap((ord) => all[ord] ?? [])
    return { items, total: matching.length, more: false, complete: true }
  }

  /** As the tenant lists them; for who may not list them, those that accounts are on. */
  function allSources(): Schemas['SourceHit'][] {
    if (counted && Date.now() - counted.at < COUNTS_MS) return counted.sources
    const facet = facetOf(memory(), 'sourceId', memory().live, Date.now())
    const met = new Map(facet?.counts.map((each) => [each.value, each]))
    const listed = identities.copy.sources.map((source) => ({
      id: source.id,
      name: textOf(source.name),
      type: textOf(source.type) || null,
      accounts: isComplete() ? (met.get(source.id)?.count ?? 0) : null,
    }))
    const known = new Set(listed.map(({ id }) => id))
    const others = [...met.values()].flatMap(({ value, label, count }) =>
      typeof value === 'string' && !known.has(value)
        ? [{ id: value, name: label ?? value, type: null, accounts: isComplete() ? count : null }]
        : [],
    )
    counted = { at: Date.now(), sources: [...listed, ...others] }
    return counted.sources
  }

  return search
}

const countOf = (found: number) => ({
  total: Math.min(found, MOST_COUNTED),
  more: found > MOST_COUNTED,
})

type Fields = Record<string, unknown>

function identityHit({ folded }: Typed, identity: Fields): Schemas['IdentityHit'] {
  const { id, name, alias, emailAddress, identityStatus, lifecycleState, attributes } = identity
  const shown = { name: textOf(name), alias: textOf(alias), email: textOf(emailAddress) }
  return {
    id: textOf(id),
    ...shown,
    status: textOf(identityStatus) || null,
    lifecycleState: partOf(lifecycleState, 'stateName') || null,
    found: foundBeside(folded, Object.values(shown), attributes),
  }
}

function accountHit({ folded }: Typed, account: Fields): Schemas['AccountHit'] {
  const { id, name, nativeIdentity, sourceName, identity, attributes } = account
  const isUncorrelated = account.uncorrelated === true
  const shown = { name: textOf(name), nativeIdentity: textOf(nativeIdentity) }
  const identityName = isUncorrelated ? '' : partOf(identity, 'name')
  return {
    id: textOf(id),
    ...shown,
    sourceName: textOf(sourceName),
    identityName: identityName || null,
    disabled: account.disabled === true,
    locked: account.locked === true,
    uncorrelated: isUncorrelated,
    found: foundBeside(folded, [...Object.values(shown), identityName], attributes),
  }
}

function foundBeside(folded: string, shown: string[], attributes: unknown) {
  const isShown = shown.some((text) => fold(text).includes(folded))
  return isShown ? null : attributeShowing(folded, attributes)
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const partOf = (value: unknown, name: string) =>
  typeof value === 'object' && value !== null ? textOf(Reflect.get(value, name)) : ''
