import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import type { components } from '#api/console-schema.d.ts'

type Schemas = components['schemas']
export type Uncorrelated = Schemas['UncorrelatedAccount']
export type UncorrelatedAccount = Uncorrelated['account']
export type Suggestion = Schemas['OwnerSuggestion']
export type Evidence = Schemas['OwnerEvidence']
export type Owner = Suggestion['identity']

export const PAGE = 50
const WHILE_PARTIAL_MS = 3000

export const keys = { all: ['uncorrelated'] as const }

/** `isDone`: on screen, and no longer in the server's list, so that the rest there has moved up. */
export const uncorrelatedQuery = (isDone: (id: string) => boolean) =>
  infiniteQueryOptions({
    queryKey: [...keys.all, 'list'],
    queryFn: async ({ signal, pageParam: offset }) => {
      const query = { limit: PAGE, offset }
      return (await ok(consoleApi.GET('/uncorrelated', { params: { query }, signal }))).data
    },
    initialPageParam: 0,
    getNextPageParam: ({ items }, pages) => {
      const loaded = pages.flatMap((page) => page.items)
      const isMore = items.length > 0 && loaded.length < (pages[0]?.total ?? 0)
      return isMore ? loaded.filter(({ account }) => !isDone(account.id)).length : undefined
    },
    // What is missing comes by itself; what cannot be read does not, however often it is asked.
    refetchInterval: ({ state }) => {
      const { partial = false, identities } = state.data?.pages.at(-1) ?? {}
      return partial && !identities?.problem ? WHILE_PARTIAL_MS : false
    },
    throwOnError: false,
    meta: { quiet: true },
  })

/** Those of the accounts that are still uncorrelated. */
export const someUncorrelatedQuery = (ids: string[]) =>
  queryOptions({
    queryKey: [...keys.all, 'some', ids],
    queryFn: async ({ signal }): Promise<UncorrelatedAccount[]> => {
      const list = ids.map((id) => JSON.stringify(id)).join(', ')
      const filters = `id in (${list}) and uncorrelated eq true`
      const query = { filters, sorters: 'sourceName,name', limit: ids.length }
      const { data } = await ok(consoleApi.GET('/accounts', { params: { query }, signal }))
      return data.items.map(shownOf)
    },
    throwOnError: false,
    meta: { quiet: true },
  })

function shownOf(account: Record<string, unknown>): UncorrelatedAccount {
  const text = (name: string) => {
    const value = account[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    id: text('id'),
    name: text('name'),
    displayName: '',
    nativeIdentity: text('nativeIdentity'),
    sourceId: text('sourceId'),
    sourceName: text('sourceName'),
    isMachine: account.isMachine === true,
    authoritative: account.authoritative === true,
  }
}
