import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import type { TaskStatus } from '#api/client.ts'
import type { RowWindow } from '#ui/row-window.ts'
import { useWindowedRows, type WindowedRows } from '#ui/use-windowed-rows.ts'

import { endedTasksQuery, newestTaskQuery, openTasksQuery, taskKeys } from './queries.ts'
import { fits, showsEnded, showsOpen, type TaskList } from './search.ts'

/** While something runs it is watched; else often enough that what begins is soon there. */
const WATCH_MS = 2000
const QUIET_MS = 8000
/** So many pages of open tasks are a burden on what the tenant allows. */
const MANY = 250

/**
 * The tenant keeps tasks that run and tasks that have ended in two lists. This is one: what runs
 * first, then what has ended, each the newest first, kept up to date.
 */
export function useTasks(list: TaskList, firstRow: number) {
  const open = useOpenTasks(showsOpen(list))
  const wanted = (open.data?.items ?? []).filter((task) => fits(task, list))
  const hasEnded = showsEnded(list)
  const ended = useWindowedRows(
    (page) => ({
      ...endedTasksQuery(list, page),
      enabled: hasEnded,
    }),
    { firstRow: Math.max(0, firstRow - wanted.length) },
  )
  useNews()

  const isOpenPending = showsOpen(list) && !open.data && !open.error
  const error = (hasEnded ? ended.error : undefined) ?? (showsOpen(list) ? open.error : undefined)
  const endedRows = hasEnded ? ended.rows : none
  const asked = [
    hasEnded ? ended.asOf?.getTime() : undefined,
    showsOpen(list) ? open.dataUpdatedAt || undefined : undefined,
  ].filter((at) => at !== undefined)
  return {
    rows: together(wanted, endedRows),
    count: countOf(hasEnded ? ended.count : 0, wanted.length),
    isFirstLoad: isOpenPending || (hasEnded && ended.isFirstLoad && !error),
    isPrevious: hasEnded && ended.isPrevious,
    isRefreshing: ended.isRefreshing || open.isFetching,
    asOf: asked.length > 0 ? new Date(Math.min(...asked)) : undefined,
    error: error ?? undefined,
    openTotal: open.data?.total ?? 0,
    openRead: open.data?.items.length ?? 0,
    refresh: () => {
      ended.refresh()
      void open.refetch()
    },
  } satisfies Partial<WindowedRows<TaskStatus>> & Record<string, unknown>
}

const none: RowWindow<TaskStatus> = {
  total: 0,
  row: () => undefined,
  showing: () => {},
  loaded: () => [],
}

const countOf = (ended: number | undefined, open: number) =>
  ended === undefined ? undefined : ended + open

/** One after the other, as one list. */
function together(first: TaskStatus[], rest: RowWindow<TaskStatus>): RowWindow<TaskStatus> {
  const open = new Set(first.map(({ id }) => id))
  return {
    total: first.length + rest.total,
    row: (index) => {
      const row = index < first.length ? first[index] : rest.row(index - first.length)
      // One that has just ended is in both until the list of those that run is read again.
      return index >= first.length && row && open.has(row.id) ? undefined : row
    },
    showing: ({ first: from, last }) =>
      rest.showing({
        first: Math.max(0, from - first.length),
        last: Math.max(0, last - first.length),
      }),
    loaded: () => [...first, ...rest.loaded().filter(({ id }) => !open.has(id))],
  }
}

function useOpenTasks(isWanted: boolean) {
  return useQuery({
    ...openTasksQuery,
    enabled: isWanted,
    refetchInterval: ({ state: { data } }) =>
      data && data.items.length > 0 && data.total <= MANY ? WATCH_MS : QUIET_MS,
  })
}

/** Reads the ended ones again once there is another one. */
function useNews() {
  const client = useQueryClient()
  const { data: newest } = useQuery({ ...newestTaskQuery, refetchInterval: QUIET_MS })
  const { data: open } = useQuery({ ...openTasksQuery, enabled: false })
  const ids = open?.items.map(({ id }) => id).join(' ')
  const seen = useRef<{ newest: string | undefined; ids: string | undefined }>(undefined)
  useEffect(() => {
    const before = seen.current
    seen.current = { newest, ids }
    if (!before) return
    const isNew = before.newest !== undefined && before.newest !== newest
    const left = before.ids?.split(' ').filter((id) => id && !ids?.split(' ').includes(id)) ?? []
    if (isNew || left.length > 0) void client.invalidateQueries({ queryKey: taskKeys.ended() })
  }, [client, newest, ids])
}
