import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { Source } from '#api/client.ts'
import { isAggregation, isEnded } from '#api/task.ts'
import { openTasksQuery } from '#features/tasks/queries.ts'
import { sourceText } from '#lib/messages/sources.ts'

import { aggregationQuery, recentAggregationsQuery } from './aggregation-queries.ts'
import { followAggregation } from './follow-aggregation.ts'
import type { LoadedSource } from './load-calls.ts'
import { useLoad } from './load-store.ts'
import { useNotAllowed } from './use-not-allowed.ts'

const text = sourceText.aggregation

/** One that somebody else starts is on screen a while later. */
const WATCH_MS = 8000

/** The aggregation of this source that runs, however it was started, or else the last one. */
export function useAggregation(source: LoadedSource) {
  const client = useQueryClient()
  const { id, name } = source
  const load = useLoad(id)
  const open = useQuery({ ...openTasksQuery, refetchInterval: WATCH_MS })
  const recent = useQuery(recentAggregationsQuery(id))
  const running = open.data?.items.findLast((task) => isAggregation(task) && task.target?.id === id)
  const started = load?.is === 'accepted' ? load.taskId : undefined
  // One that was seen to run is looked at to its end, whoever started it.
  const [seen, setSeen] = useState<string>()
  if (running && running.id !== seen) setSeen(running.id)
  const taskId = running?.id ?? started ?? seen
  useEffect(() => {
    if (taskId) followAggregation(client, { taskId, source: { id, name } })
  }, [client, taskId, id, name])
  const watched = useQuery({ ...aggregationQuery(taskId ?? ''), enabled: taskId !== undefined })
  const current = watched.data
  const [last, ...others] = recent.data ?? []
  return {
    load,
    recent,
    /** Read while it runs, and a moment longer. */
    watched: taskId ? watched : undefined,
    /** What the page tells of. */
    task: (taskId ? (current?.task ?? running) : undefined) ?? last,
    status: current?.status,
    earlier: current && last?.id !== current.task.id ? (recent.data ?? []) : others,
    isRunning: current ? !isEnded(current.task) : running !== undefined,
  }
}

/** Why the source cannot be aggregated now; undefined where it can. */
export function useBlocked(source: Source | undefined): {
  reason: string | undefined
  isStarting: boolean
} {
  const sourceId = source?.id ?? ''
  const notAllowed = useNotAllowed()
  const isStarting = useLoad(sourceId)?.is === 'starting'
  const { data: open } = useQuery({ ...openTasksQuery, enabled: false })
  const isRunning = open?.items.some((task) => isAggregation(task) && task.target?.id === sourceId)
  const cannot = source?.features?.includes('NO_AGGREGATION') && text.cannot
  const reason = notAllowed ?? (cannot || (isRunning ? text.running : undefined))
  return { reason, isStarting }
}
