import { queryOptions } from '@tanstack/react-query'

import { api, consoleApi, ok, type Account } from '#api/client.ts'
import { labelOf } from '#lib/visible-text.ts'
import type { RowPage } from '#ui/row-pages.ts'

import { hearOfRuns } from './pending-of-runs.ts'
import { toApiQuery, type AccountList } from './search.ts'

export type AccountPage = RowPage<Account>

/** From general to specific, so that invalidating a prefix reaches everything under it. */
export const accountKeys = {
  all: ['accounts'] as const,
  lists: () => [...accountKeys.all, 'list'] as const,
  counts: () => [...accountKeys.all, 'counts'] as const,
  details: () => [...accountKeys.all, 'detail'] as const,
  entitlements: () => [...accountKeys.all, 'entitlements'] as const,
}

/** One page of a list. The list's state is part of the key, so two filters never share an entry. */
export const accountPageQuery = (list: AccountList, page: number) =>
  queryOptions({
    queryKey: [...accountKeys.lists(), list, page],
    queryFn: async ({ signal }): Promise<AccountPage> => {
      const query = toApiQuery(list, page)
      const since = performance.now()
      const { data } = await ok(consoleApi.GET('/accounts', { params: { query }, signal }))
      const { items, total, bounded: isBounded, partial: isPartial, index } = data
      // As the tenant answered them; everything stored has an id.
      const accounts = items as Account[]
      hearOfRuns(accounts, data.pending, since)
      return { items: accounts, total, isBounded, isPartial, changes: index.changes }
    },
    meta: { quiet: true },
  })

/** What the values of a field are called that are ids, from the index: it knows those of every account. */
const namesQuery = (field: string) =>
  queryOptions({
    queryKey: [...accountKeys.counts(), 'names', field],
    queryFn: async ({ signal }) => {
      const query = { limit: 0, facets: field }
      const { data } = await ok(consoleApi.GET('/accounts', { params: { query }, signal }))
      return (data.facets[0]?.values ?? []).map(({ value, label }) => ({
        value: String(value),
        label: labelOf(label) ?? String(value),
      }))
    },
    throwOnError: false,
    meta: { quiet: true },
  })

export const sourceNamesQuery = namesQuery('sourceId')
export const entitlementNamesQuery = namesQuery('privilegedEntitlement')

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...accountKeys.details(), id],
    queryFn: async ({ signal }): Promise<Account> => {
      const { data } = await ok(api.GET('/accounts/{id}', { params: { path: { id } }, signal }))
      return { ...data, id }
    },
    meta: { quiet: true },
  })
