import type { Account, Source } from '#api/client.ts'
import type { Filter } from '#ui/filters.ts'

type Sources = { data: Source[] | undefined; isError: boolean }

/**
 * The filters with the sources there are to choose from. Where the operator may not list sources
 * (HELPDESK: isc-facts §2), those that the accounts on screen name have to do.
 */
export function withSourceOptions(filters: Filter[], sources: Sources, seen: Account[]): Filter[] {
  const options = sources.data
    ? sources.data.map(({ id, name }) => ({ value: id, label: name }))
    : sources.isError
      ? seenSources(seen)
      : undefined
  return filters.map((filter) =>
    filter.id === 'source' && options ? { ...filter, options } : filter,
  )
}

function seenSources(accounts: Account[]) {
  const names = new Map(
    accounts.map(({ sourceId, sourceName }) => [sourceId, sourceName ?? sourceId]),
  )
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
}
