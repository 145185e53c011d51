import { queryOptions } from '@tanstack/react-query'

import { api, ok, totalOf, type TaskStatus } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import type { components } from '#api/schema.d.ts'
import { AGGREGATION, isEnded } from '#api/task.ts'

import { sourceKeys } from './queries.ts'

export const aggregationKeys = {
  all: [...sourceKeys.all, 'aggregations'] as const,
  last: () => [...aggregationKeys.all, 'last'] as const,
  one: () => [...aggregationKeys.all, 'one'] as const,
}

/** As many as the tenant answers at once: with a few a day, those of every source. */
const LOOKED_AT = 250

export type LastAggregations = {
  bySource: ReadonlyMap<string, TaskStatus>
  /** There are older ones, which may be the last of a source that is not among these. */
  isCut: boolean
}

const quiet = { throwOnError: false, meta: { quiet: true } }

/** The last one of each source that has ended. */
export const lastAggregationsQuery = queryOptions({
  queryKey: aggregationKeys.last(),
  queryFn: async ({ signal }): Promise<LastAggregations> => {
    const filters = `type eq "${AGGREGATION}"`
    const query = { filters, sorters: '-created', limit: LOOKED_AT, count: true }
    const { data, response } = await ok(api.GET('/task-status', { params: { query }, signal }))
    const bySource = new Map<string, TaskStatus>()
    for (const task of data) {
      const id = task.target?.id
      if (id && !bySource.has(id)) bySource.set(id, task)
    }
    return { bySource, isCut: totalOf(response, data.length) > data.length }
  },
  ...quiet,
})

const RECENT = 6

/** The last few of one source that have ended, the newest first. */
export const recentAggregationsQuery = (sourceId: string) =>
  queryOptions({
    queryKey: [...aggregationKeys.last(), sourceId],
    queryFn: async ({ signal }): Promise<TaskStatus[]> => {
      const filters = `sourceId eq ${JSON.stringify(sourceId)} and type eq "${AGGREGATION}"`
      const query = { filters, sorters: '-created', limit: RECENT }
      return (await ok(api.GET('/task-status', { params: { query }, signal }))).data
    },
    ...quiet,
  })

export type AggregationStatus = components['schemas']['AccountAggregationStatus']
export type Aggregation = {
  task: TaskStatus
  /** Undefined where the tenant has none, as of an aggregation that is long over. */
  status: AggregationStatus | undefined
}

/** It is watched closely at first, since most are short. */
const CLOSE_MS = 1000
const WATCH_MS = 2500
const CLOSELY_FOR_MS = 20_000

/** How far an aggregation is, read again until it has ended. */
export const aggregationQuery = (taskId: string) =>
  queryOptions({
    queryKey: [...aggregationKeys.one(), taskId],
    queryFn: async ({ signal }): Promise<Aggregation> => {
      const params = { path: { id: taskId } }
      const [{ data: task }, status] = await Promise.all([
        ok(api.GET('/task-status/{id}', { params, signal })),
        statusOf(taskId, signal),
      ])
      return { task, status }
    },
    staleTime: 0,
    refetchInterval: ({ state: { data, error } }) => {
      if (isLost(error) || (data && isEnded(data.task))) return false
      const age = data ? Date.now() - Date.parse(data.task.created) : 0
      return age < CLOSELY_FOR_MS ? CLOSE_MS : WATCH_MS
    },
    ...quiet,
  })

/** The tenant does not know the task, so that asking again is in vain. */
export const isLost = (error: unknown): boolean => error instanceof ApiError && error.status === 404

/** The task tells the rest: what cannot be read of the counts alone is no failure. */
async function statusOf(id: string, signal: AbortSignal): Promise<AggregationStatus | undefined> {
  const params = { path: { id } }
  try {
    return (await ok(api.GET('/account-aggregations/{id}/status', { params, signal }))).data
  } catch (error) {
    if (error instanceof ApiError && [403, 404].includes(error.status)) return undefined
    throw error
  }
}
