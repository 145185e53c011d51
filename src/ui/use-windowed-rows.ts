import {
  hashKey,
  useQueries,
  useQueryClient,
  type QueryKey,
  type UseQueryOptions,
} from '@tanstack/react-query'
import { useState } from 'react'

import { PAGE_SIZE, pagesFor, type RowPage } from './row-pages.ts'
import type { RowRange, RowWindow } from './row-window.ts'

/** More rows than a screen shows, for the time before the table has measured itself. */
const FIRST_SCREEN = 60

export type WindowedRows<Row> = {
  rows: RowWindow<Row>
  /** No row of any list has come yet. */
  isFirstLoad: boolean
  /** The rows are those of the list before; the ones asked for are on their way. */
  isPrevious: boolean
  isRefreshing: boolean
  /** How many rows there are, where it is true: not that of the list before, nor of a failed one. */
  count: number | undefined
  /** What is to be known of that number, and of the rows. */
  isBounded: boolean
  isPartial: boolean
  /** When the oldest page on screen was read. */
  asOf: Date | undefined
  /** What failed last. `rows.total` tells whether there is something left to show. */
  error: Error | undefined
  /** Reads the pages on screen again, those that failed included. */
  refresh: () => void
}

type PageQuery<Row, Key extends QueryKey> = (
  page: number,
) => UseQueryOptions<RowPage<Row>, Error, RowPage<Row>, Key>

type Options = { pageSize?: number; /** Where the list opens, from the URL. */ firstRow?: number }

/**
 * A long list, of which the pages around what is on screen are fetched. A failure is returned, with
 * or without rows to show: search and filters stay, since they may be what the tenant refused.
 */
export function useWindowedRows<Row, Key extends QueryKey>(
  pageQuery: PageQuery<Row, Key>,
  { pageSize = PAGE_SIZE, firstRow = 0 }: Options = {},
): WindowedRows<Row> {
  const client = useQueryClient()
  const listKey = hashKey(pageQuery(0).queryKey)
  const [asked, setAsked] = useState<RowRange & { listKey: string }>()
  const [shown, setShown] = useState<{
    listKey: string
    total: number
    pageQuery: typeof pageQuery
  }>()

  const isShown = shown?.listKey === listKey
  const range =
    asked?.listKey === listKey ? asked : { first: firstRow, last: firstRow + FIRST_SCREEN }
  // Before the first answer the total is unknown, and one page has to be enough.
  const pages = isShown
    ? pagesFor(range, shown.total, pageSize)
    : [Math.floor(range.first / pageSize)]

  const results = useQueries({
    queries: pages.map((page) => ({
      ...pageQuery(page),
      throwOnError: false,
    })),
  })

  const newest = results
    .filter(({ data }) => data !== undefined)
    .toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]
  const total = newest?.data?.total
  if (total !== undefined && (!isShown || shown.total !== total)) {
    setShown({ listKey, total, pageQuery })
  }

  const failed = results.find(({ error }) => error)
  // A list that failed to come must not be taken for the one before it.
  const isPrevious = !isShown && total === undefined && shown !== undefined && !failed
  const source = isPrevious ? shown.pageQuery : pageQuery
  const pageItems = (page: number) =>
    client.getQueryData<RowPage<Row>>(source(page).queryKey)?.items

  const rows: RowWindow<Row> = {
    total: total ?? (isShown || isPrevious ? shown.total : 0),
    row: (index) => pageItems(Math.floor(index / pageSize))?.[index % pageSize],
    showing: ({ first, last }) => {
      const next = pagesFor({ first, last }, total ?? shown?.total ?? 0, pageSize)
      if (next.length === pages.length && next[0] === pages[0]) return
      setAsked({ first, last, listKey })
    },
    loaded: () => pages.flatMap((page) => pageItems(page) ?? []),
  }

  const hasCount = total !== undefined || (isShown && !failed)
  const readAt = results.map((result) => result.dataUpdatedAt).filter((at) => at > 0)
  return {
    rows,
    isFirstLoad: total === undefined && shown === undefined && !failed,
    isPrevious,
    count: hasCount ? rows.total : undefined,
    isBounded: newest?.data?.isBounded ?? false,
    isPartial: newest?.data?.isPartial ?? false,
    isRefreshing: results.some(({ isFetching }) => isFetching),
    asOf: readAt.length > 0 ? new Date(Math.min(...readAt)) : undefined,
    error: failed?.error ?? undefined,
    refresh: () => {
      for (const result of results) void result.refetch()
    },
  }
}
