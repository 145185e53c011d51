import type { FilterValues } from './filters.ts'
import { defaults, listOf, parseAccountSearch, toApiQuery, toUrl } from './search.ts'

export { NO_VALUE } from './filters.ts'

/** Some of the accounts: by filter id, the values that are chosen. */
export type SomeAccounts = Readonly<Record<string, FilterValues>>

/** The list of exactly these accounts; undefined where no link can mean them. */
export function accountsUrl(filters: SomeAccounts): string | undefined {
  const params = toUrl({ ...defaults, filters })
  const read = parseAccountSearch(params).filters
  const isSame = Object.entries(filters).every(([id, values]) => isEqual(values, read[id] ?? []))
  if (!isSame) return undefined
  const search = params.toString()
  return search ? `/accounts?${search}` : '/accounts'
}

/** The same accounts in the words of the filter language; undefined for all of them. */
export const accountsFilter = (filters: SomeAccounts): string | undefined =>
  toApiQuery(listOf({ ...defaults, filters }), 0).filters

const isEqual = (a: FilterValues, b: FilterValues) =>
  a.length === b.length && a.toSorted().join('\n') === b.toSorted().join('\n')

export const accountPath = (id: string) => `/accounts/${encodeURIComponent(id)}`

/** Where an account is made on a flat file source. */
export const newAccountPath = (sourceId: string) =>
  `/sources/${encodeURIComponent(sourceId)}/new-account`
