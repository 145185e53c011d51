import { useQuery } from '@tanstack/react-query'

import { isAggregation } from '#api/task.ts'
import { useLiveCounts } from '#api/use-live-counts.ts'
import { openTasksQuery } from '#features/tasks/queries.ts'

import { lastAggregationsQuery } from './aggregation-queries.ts'
import { countOf, sourceCountsKey, sourceCountsQuery } from './count-queries.ts'
import { sourcesQuery } from './queries.ts'
import type { ListedSource } from './search.ts'

/** Aggregations that begin elsewhere are there a while later. */
const WATCH_MS = 10_000

/**
 * The sources, with numbers from the index and aggregations from the tasks. What is missing of
 * either leaves a dash, and no screen without sources.
 */
export function useSources() {
  useLiveCounts(sourceCountsKey)
  const sources = useQuery(sourcesQuery)
  const counts = useQuery(sourceCountsQuery)
  const last = useQuery({ ...lastAggregationsQuery, refetchInterval: WATCH_MS })
  const open = useQuery({ ...openTasksQuery, refetchInterval: WATCH_MS })
  // The first of them runs; the others of the same source wait for it.
  const running = new Map(
    (open.data?.items ?? [])
      .filter(isAggregation)
      .map((task) => [task.target?.id ?? '', task] as const)
      .toReversed(),
  )
  const rows = sources.data?.map((source): ListedSource => ({
    ...source,
    accounts: countOf(counts.data, 'accounts', source.id),
    uncorrelated: countOf(counts.data, 'uncorrelated', source.id),
    isPartial: counts.data?.isPartial ?? false,
    aggregation:
      running.get(source.id) ??
      last.data?.bySource.get(source.id) ??
      (last.data ? null : undefined),
  }))
  const all = [sources, counts, last]
  return {
    rows,
    isFirstLoad: !sources.data && !sources.error,
    isRefreshing: all.some(({ isFetching }) => isFetching),
    isPartial: counts.data?.isPartial ?? false,
    asOf: sources.dataUpdatedAt > 0 ? new Date(sources.dataUpdatedAt) : undefined,
    error: sources.error ?? undefined,
    /** Of what stands beside the sources. */
    countError: counts.error,
    taskError: last.error,
    refresh: () => {
      for (const each of [...all, open]) void each.refetch()
    },
  }
}
