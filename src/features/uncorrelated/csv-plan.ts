import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'

import type { Item } from './accept.ts'
import type { OwnerRow } from './csv.ts'
import type { Owner } from './queries.ts'

const text = uncorrelatedText.csv

/** What is known of an account that a file names; `owner` is undefined while nobody has it. */
export type Known = Item['account'] & {
  nativeIdentity: string
  owner: { id: string; name: string } | undefined
}

export type Line = { line: number; account: string; userName: string }
/** What a file would do, before any of it is done. */
export type Plan = {
  change: (Line & { item: Item })[]
  already: Line[]
  blocked: (Line & { why: string })[]
  /** Rows without an owner. */
  leftOut: number
}

/** Holds each row against what was found for it. The tenant compares names without case. */
export function planOf(rows: OwnerRow[], accounts: Known[], owners: Owner[]): Plan {
  const byNative = groupedBy(accounts, ({ nativeIdentity }) => nativeIdentity)
  const byAlias = groupedBy(owners, ({ alias }) => alias)
  const named = rows.filter(({ userName }) => userName !== '')
  const wanted = new Map<string, Set<string>>()
  for (const { account, userName } of named) {
    const key = account.toLowerCase()
    wanted.set(key, (wanted.get(key) ?? new Set()).add(userName.toLowerCase()))
  }
  const plan: Plan = { change: [], already: [], blocked: [], leftOut: rows.length - named.length }
  const planned = new Set<string>()
  for (const row of named) {
    const key = row.account.toLowerCase()
    const isContradicted = (wanted.get(key)?.size ?? 0) > 1
    const found = isContradicted
      ? text.twice
      : matchOf(row, byNative.get(key) ?? [], byAlias.get(row.userName.toLowerCase()) ?? [])
    if (typeof found === 'string') plan.blocked.push({ ...row, why: found })
    else if (found.isSo) plan.already.push(row)
    else if (!planned.has(found.item.account.id)) plan.change.push({ ...row, item: found.item })
    if (typeof found !== 'string') planned.add(found.item.account.id)
  }
  return plan
}

/** Why not, in a sentence; else what is to be done. */
function matchOf(row: OwnerRow, accounts: Known[], owners: Owner[]) {
  const [owner] = owners
  if (!owner) return text.noIdentity(row.userName)
  if (owners.length > 1) return text.someIdentities(row.userName)
  const free = accounts.filter((account) => !account.owner)
  const [account] = free.length > 0 ? free : accounts
  if (!account) return text.noAccount(row.account)
  if ((free.length || accounts.length) > 1) return text.someAccounts(row.account)
  if (account.owner && account.owner.id !== owner.id) return text.owned(account.owner.name)
  const { id, name, sourceId, sourceName, authoritative } = account
  return {
    item: { account: { id, name, sourceId, sourceName, authoritative }, owner },
    isSo: account.owner !== undefined,
  }
}

function groupedBy<T>(items: T[], read: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = read(item).toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}
