import type { components } from '../../../src/api/console-schema.d.ts'
import { Refusal } from '../domain/failures.ts'
import { say } from '../domain/sentences.ts'
import type { Index } from '../index/index.ts'
import { isTenantAccount, type TenantAccount } from '../index/store/record.ts'
import { factsOf, type AccountFacts } from './facts.ts'
import { groupBy } from './group-by.ts'
import { filtersOf } from './id-filter.ts'
import { reason, type Reason } from './reason.ts'
import type { TenantCalls } from './tenant-calls.ts'

type Schemas = components['schemas']
export type Selection = Schemas['Selection']

/** One account of a selection, or what it called one that is not there. */
export type Selected = {
  account: AccountFacts | undefined
  /** What the selection called it. */
  named: string
  line: number
  reason?: Reason
  /** Whom it is given to, where the selection says that for each. */
  newOwner?: string | undefined
}

export type Frozen = { items: Selected[]; gone: number }

/** More are another kind of work: nobody can look through such a plan. */
const MOST = 50_000

type Deps = {
  index: Index
  calls: Pick<TenantCalls, 'accounts' | 'identities'>
  /** Of identities, what they log in to the tenant with, rather than all of their accounts. */
  isOfLogIns?: boolean | undefined
  /** Of the attributes that it is about, where it is about any. */
  names?: readonly string[] | undefined
}

/** Exactly one of the ways to select. */
export function kindOf(selection: Selection): 'accounts' | 'filters' | 'identities' | 'rows' {
  const { accountIds, filters, identityIds, rows } = selection
  const given = { accounts: accountIds, filters, identities: identityIds, rows }
  const kinds = Object.entries(given).flatMap(([kind, value]) =>
    value === undefined ? [] : [kind],
  )
  if (kinds.length === 1) return kinds[0] as keyof typeof given // of its own keys
  throw new Refusal(400, 'A selection names one of accountIds, filters, identityIds and rows.')
}

/** Resolves a selection to accounts, once: what changes later does not change the selection. */
export async function freeze(selection: Selection, deps: Deps): Promise<Frozen> {
  const { accountIds, filters, identityIds, rows } = selection
  if (accountIds) return byIds(accountIds, deps)
  if (rows) return byRows(rows, deps)
  if (identityIds && deps.isOfLogIns) return logInsOf([...new Set(identityIds)], deps)
  const found = identityIds
    ? await all(filtersOf('identityId', identityIds), deps)
    : await matching(filters ?? '', deps)
  return { items: found.map(selected), gone: 0 }
}

async function logInsOf(identityIds: string[], deps: Deps): Promise<Frozen> {
  // Not by `systemAccount`: as long as the copy is not complete the tenant answers, and it cannot.
  const found = await all(filtersOf('identityId', identityIds), deps)
  const logIns = found.filter(({ systemAccount }) => systemAccount)
  const byOwner = new Map(logIns.map((account) => [account.identityId, account]))
  const without = identityIds.filter((id) => !byOwner.has(id))
  const people = without.length > 0 ? await deps.calls.identities(without) : []
  const names = new Map(people.map(({ id, name }) => [id, typeof name === 'string' ? name : id]))
  const items = identityIds.map((id): Selected => {
    const account = byOwner.get(id)
    if (account) return selected(account)
    const text = 'This identity has no log-in account.'
    return { account, named: names.get(id) ?? id, line: 0, reason: reason('noLogIn', text) }
  })
  return { items, gone: 0 }
}

const selected = (account: AccountFacts): Selected => ({ account, named: account.id, line: 0 })

async function byIds(ids: string[], deps: Deps): Promise<Frozen> {
  const unique = [...new Set(ids)]
  const known = await accountsById(unique, deps)
  const items = unique.map((id): Selected => {
    const account = known.get(id)
    return { account, named: id, line: 0, ...(!account && { reason: goneReason }) }
  })
  return { items, gone: items.filter(({ account }) => !account).length }
}

const goneReason = reason('gone', say('goneMeanwhile'))

/** From the copy; what it lacks may be new, and is asked of the tenant. */
async function accountsById(ids: string[], deps: Deps): Promise<Map<string, AccountFacts>> {
  const known = byId(await all(filtersOf('id', ids), deps))
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length > 0) {
    const found = await deps.calls.accounts(missing)
    for (const [id, account] of found) known.set(id, factsOf(account, deps.names))
  }
  return known
}

const byId = (accounts: AccountFacts[]) => new Map(accounts.map((account) => [account.id, account]))

async function byRows(rows: Schemas['SelectionRow'][], deps: Deps): Promise<Frozen> {
  const ids = rows.flatMap(({ id }) => id || [])
  const natives = rows.flatMap(({ id, nativeIdentity }) => (id ? [] : nativeIdentity || []))
  const known = ids.length > 0 ? await accountsById([...new Set(ids)], deps) : new Map()
  const named =
    natives.length > 0 ? await all(filtersOf('nativeIdentity', [...new Set(natives)]), deps) : []
  const byNative = groupBy(named, ({ nativeIdentity }) => nativeIdentity.toLowerCase())
  const taken = new Set<string>()
  const items = rows.map((row): Selected => {
    const found: AccountFacts[] = row.id
      ? [known.get(row.id)].filter((account) => account !== undefined)
      : (byNative.get(row.nativeIdentity?.toLowerCase() ?? '') ?? []).filter(isOn(row.source))
    const [account] = found
    const { id, nativeIdentity = '', line, identityId: newOwner } = row
    const name = { named: id ?? nativeIdentity, line, newOwner }
    if (!account) {
      return { ...name, account, reason: reason('unknownAccount', 'No account matches this line.') }
    }
    if (found.length > 1) {
      const text = `${found.length} accounts match this line: name the source as well.`
      return { ...name, account: undefined, reason: reason('ambiguous', text) }
    }
    if (taken.has(account.id)) {
      const text = 'The same account stands in a line before.'
      return { ...name, account: undefined, reason: reason('doubled', text) }
    }
    taken.add(account.id)
    return { ...name, account }
  })
  return { items, gone: 0 }
}

const isOn = (source: string | undefined) => (account: AccountFacts) =>
  !source ||
  account.sourceId === source ||
  account.sourceName.toLowerCase() === source.toLowerCase()

/** What matches any of the filters, each of which has 250 values at most. */
async function all(
  filters: { filter: string; values: string[] }[],
  { index, names }: Deps,
): Promise<AccountFacts[]> {
  const found: AccountFacts[] = []
  for (const { filter } of filters) {
    for (let offset = 0; ; offset += PAGE) {
      const asked = { filters: filter, sorters: 'id', limit: PAGE, offset, facets: [] }
      const { items, total } = listIn(await index.list(asked))
      found.push(...items.map((item) => factsOf(item, names)))
      if (items.length === 0 || offset + PAGE >= total) break
    }
    if (found.length > MOST) throw tooMany(found.length)
  }
  return found
}

const PAGE = 250

async function matching(filters: string, { index, names }: Deps): Promise<AccountFacts[]> {
  const { total, isBounded, pages } = await index.matching(filters)
  if (isBounded) {
    throw new Refusal(
      400,
      'This filter holds a condition that only a part of the accounts can be held against, so that some would be missing: narrow it by a source, for example.',
    )
  }
  if (total > MOST) throw tooMany(total)
  const found: AccountFacts[] = []
  for await (const bodies of pages) {
    for (const body of bodies) {
      const account: unknown = JSON.parse(body)
      if (isTenantAccount(account)) found.push(factsOf(account, names))
    }
  }
  return found
}

const tooMany = (count: number) =>
  new Refusal(400, `${count} accounts are too many for one run: ${MOST} go at most.`)

/** As the index answers it. */
function listIn(text: string): { items: TenantAccount[]; total: number } {
  const answer: { items: unknown[]; total: number } = JSON.parse(text) // its contract
  return { items: answer.items.filter(isTenantAccount), total: answer.total }
}
