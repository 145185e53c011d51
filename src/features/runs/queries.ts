import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import { consoleApi, ok } from '#api/client.ts'
import { PAGE_SIZE, type RowPage } from '#ui/row-pages.ts'

import type { ItemSearch } from './item-search.ts'
import type { Plan, PlanGroup, PlanItem, Run, RunItem } from './types.ts'

/** From general to specific, so that invalidating a prefix reaches everything under it. */
export const runKeys = {
  all: ['runs'] as const,
  lists: () => [...runKeys.all, 'list'] as const,
  open: () => [...runKeys.all, 'open'] as const,
  details: () => [...runKeys.all, 'detail'] as const,
  items: (id: string) => [...runKeys.all, 'items', id] as const,
  plans: () => [...runKeys.all, 'plan'] as const,
}

/** Whose activity: an account, or an identity with its accounts. */
export type ActivityOf = { account: string } | { identity: string }
const ACTIVITY_PAGE = 50

/** In which a run still has something to do. */
const OPEN = 'scheduled,running,paused,cancelling'

/** The page on which the list opens. */
export const pageOf = ({ at }: { at: number }): number => Math.floor(at / PAGE_SIZE)

export const windowOf = (page: number) => ({ limit: PAGE_SIZE, offset: page * PAGE_SIZE })

export const runPageQuery = (states: string[], page: number) =>
  queryOptions({
    queryKey: [...runKeys.lists(), states, page],
    queryFn: async ({ signal }): Promise<RowPage<Run>> => {
      const query = { states: states.join(','), ...windowOf(page) }
      return (await ok(consoleApi.GET('/runs', { params: { query }, signal }))).data
    },
    meta: { quiet: true },
  })

export const openRunsQuery = queryOptions({
  queryKey: runKeys.open(),
  queryFn: async ({ signal }): Promise<Run[]> => {
    const query = { states: OPEN, limit: 50 }
    return (await ok(consoleApi.GET('/runs', { params: { query }, signal }))).data.items
  },
  throwOnError: false,
  meta: { quiet: true },
})

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...runKeys.details(), id],
    queryFn: async ({ signal }): Promise<Run> =>
      (await ok(consoleApi.GET('/runs/{id}', { params: { path: { id } }, signal }))).data,
    throwOnError: false,
    meta: { quiet: true },
  })

export const runItemsQuery = (id: string, { q, only }: Omit<ItemSearch, 'at'>, page: number) =>
  queryOptions({
    queryKey: [...runKeys.items(id), q, only, page],
    queryFn: async ({ signal }): Promise<RowPage<RunItem>> => {
      const query = { q, states: only, ...windowOf(page) }
      const params = { path: { id }, query }
      const { data } = await ok(consoleApi.GET('/runs/{id}/items', { params, signal }))
      return { total: data.total, items: data.items.map(numbered) }
    },
    meta: { quiet: true },
  })

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: [...runKeys.plans(), id],
    queryFn: async ({ signal }): Promise<Plan> =>
      (await ok(consoleApi.GET('/runs/plans/{id}', { params: { path: { id } }, signal }))).data,
    throwOnError: false,
    meta: { quiet: true },
  })

export const planItemsQuery = (id: string, { q, only }: Omit<ItemSearch, 'at'>, page: number) =>
  queryOptions({
    queryKey: [...runKeys.plans(), id, 'items', q, only, page],
    queryFn: async ({ signal }): Promise<RowPage<PlanItem>> => {
      // Only what the tabs offer gets here.
      const group = only === '' ? {} : { group: only as PlanGroup }
      const params = { path: { id }, query: { q, ...group, ...windowOf(page) } }
      const { data } = await ok(consoleApi.GET('/runs/plans/{id}/items', { params, signal }))
      return { total: data.total, items: data.items.map(numbered) }
    },
    meta: { quiet: true },
  })

/** What this console did to an account, or to the accounts of an identity, the newest first. */
export const activityQuery = (of: ActivityOf) =>
  infiniteQueryOptions({
    queryKey: [...runKeys.lists(), 'activity', of],
    queryFn: async ({ pageParam: offset, signal }) => {
      const query = { ...of, limit: ACTIVITY_PAGE, offset }
      return (await ok(consoleApi.GET('/audit', { params: { query }, signal }))).data
    },
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.length * ACTIVITY_PAGE
      return read < total ? read : undefined
    },
    throwOnError: false,
    meta: { quiet: true },
  })

const numbered = <Item extends { number: number }>(item: Item) => ({
  ...item,
  id: String(item.number),
})
