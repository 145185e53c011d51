import { queryOptions } from '@tanstack/react-query'

import { api, ok, totalOf, type TaskStatus } from '#api/client.ts'
import { isEnded } from '#api/task.ts'
import { PAGE_SIZE, type RowPage } from '#ui/row-pages.ts'

import { toApiQuery, type TaskList } from './search.ts'

/** From general to specific, so that invalidating a prefix reaches everything under it. */
export const taskKeys = {
  all: ['tasks'] as const,
  open: () => [...taskKeys.all, 'open'] as const,
  ended: () => [...taskKeys.all, 'ended'] as const,
  newest: () => [...taskKeys.all, 'newest'] as const,
  details: () => [...taskKeys.all, 'detail'] as const,
}

/** One page of the tasks that have ended, the newest first. */
export const endedTasksQuery = (list: TaskList, page: number) =>
  queryOptions({
    queryKey: [...taskKeys.ended(), list, page],
    queryFn: async ({ signal }): Promise<RowPage<TaskStatus>> => {
      const query = toApiQuery(list, page)
      const { data, response } = await ok(api.GET('/task-status', { params: { query }, signal }))
      return { items: data, total: totalOf(response, page * PAGE_SIZE + data.length) }
    },
    meta: { quiet: true },
  })

export type OpenTasks = {
  /** The newest first, {@link MOST_OPEN} at most. */
  items: TaskStatus[]
  total: number
}

const PAGE = 250
/** A run of many actions leaves thousands, and nobody reads them all. */
const MOST_OPEN = 2000

/**
 * The tasks that have not ended. The tenant neither filters nor sorts them (isc-facts §2.2), and
 * answers without a body where there is none.
 */
export const openTasksQuery = queryOptions({
  queryKey: taskKeys.open(),
  queryFn: async ({ signal }): Promise<OpenTasks> => {
    const items = new Map<string, TaskStatus>()
    let total = 0
    for (let offset = 0; offset < MOST_OPEN; offset += PAGE) {
      const query = { limit: PAGE, offset, count: true }
      const answer = await ok(api.GET('/task-status/pending-tasks', { params: { query }, signal }))
      const page = answer.data ?? []
      total = totalOf(answer.response, offset + page.length)
      // One that ends meanwhile moves the others up, over the edge of a page.
      for (const task of page) items.set(task.id, task)
      if (page.length < PAGE || offset + PAGE >= total) break
    }
    const newest = [...items.values()].toSorted((a, b) =>
      String(b.created).localeCompare(String(a.created)),
    )
    return { items: newest, total: Math.max(total, newest.length) }
  },
  staleTime: 0,
  throwOnError: false,
  meta: { quiet: true },
})

/** Which task ended last and how many have: another answer says that the list is another one. */
export const newestTaskQuery = queryOptions({
  queryKey: taskKeys.newest(),
  queryFn: async ({ signal }): Promise<string> => {
    const query = { limit: 1, count: true, sorters: '-created' }
    const { data, response } = await ok(api.GET('/task-status', { params: { query }, signal }))
    return `${data[0]?.id ?? ''} ${totalOf(response, 0)}`
  },
  staleTime: 0,
  throwOnError: false,
  meta: { quiet: true },
})

const WATCH_MS = 2000

/** Read again until it has ended. */
export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: [...taskKeys.details(), id],
    queryFn: async ({ signal }): Promise<TaskStatus> =>
      (await ok(api.GET('/task-status/{id}', { params: { path: { id } }, signal }))).data,
    refetchInterval: ({ state: { data } }) => (data && !isEnded(data) ? WATCH_MS : false),
    throwOnError: false,
    meta: { quiet: true },
  })
