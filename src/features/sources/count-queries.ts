import { queryOptions } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import { accountsFilter, type SomeAccounts } from '#features/accounts/links.ts'

import { sourceKeys } from './queries.ts'

/** Numbers of accounts, as far as the index has read them. */
export type SourceCounts = {
  accounts: ReadonlyMap<string, number>
  uncorrelated: ReadonlyMap<string, number>
  /** Some are still missing. */
  isPartial: boolean
  /** There are more sources than a facet lists: who is missing may all the same have accounts. */
  isCut: boolean
  /** The state of the index that they are of. */
  changes: number | undefined
}

export const sourceCountsKey = [...sourceKeys.all, 'counts'] as const

/** Whoever comes back to the page has not heard what changed meanwhile. */
const live = { staleTime: 0, throwOnError: false, meta: { quiet: true } }

async function facetsOf(who: SomeAccounts, facets: string[], signal: AbortSignal) {
  const filters = accountsFilter(who)
  const query = { limit: 0, facets: facets.join(','), ...(filters && { filters }) }
  const { data } = await ok(consoleApi.GET('/accounts', { params: { query }, signal }))
  return data
}

const uncorrelated: SomeAccounts = { correlated: ['no'] }

export const sourceCountsQuery = queryOptions({
  queryKey: [...sourceCountsKey, 'all'],
  queryFn: async ({ signal }): Promise<SourceCounts> => {
    const [all, loose] = await Promise.all([
      facetsOf({}, ['sourceId'], signal),
      facetsOf(uncorrelated, ['sourceId'], signal),
    ])
    const mapOf = ({ facets }: typeof all) =>
      new Map((facets[0]?.values ?? []).map(({ value, count }) => [String(value), count]))
    return {
      accounts: mapOf(all),
      uncorrelated: mapOf(loose),
      isPartial: !all.index.complete || !loose.index.complete,
      changes: all.index.changes,
      isCut: [all, loose].some(({ facets }) => (facets[0]?.other ?? 0) > 0),
    }
  },
  ...live,
})

/** A count that is not in the facet is 0, but not where the facet does not list every source. */
export const countOf = (
  counts: SourceCounts | undefined,
  of: 'accounts' | 'uncorrelated',
  sourceId: string,
): number | undefined => counts && (counts[of].get(sourceId) ?? (counts.isCut ? undefined : 0))

export type SourceNumbers = {
  accounts: number
  uncorrelated: number
  locked: number
  disabled: number
  isPartial: boolean
  changes: number | undefined
}

export const sourceNumbersQuery = (id: string) =>
  queryOptions({
    queryKey: [...sourceCountsKey, id],
    queryFn: async ({ signal }): Promise<SourceNumbers> => {
      const { total, facets, index } = await facetsOf(
        { source: [id] },
        ['status', 'uncorrelated'],
        signal,
      )
      const count = (field: string, value: string | boolean) =>
        facets.find((facet) => facet.field === field)?.values.find((each) => each.value === value)
          ?.count ?? 0
      return {
        accounts: total,
        uncorrelated: count('uncorrelated', true),
        locked: count('status', 'locked'),
        disabled: count('status', 'disabled'),
        isPartial: !index.complete,
        changes: index.changes,
      }
    },
    ...live,
  })
