import { useQuery } from '@tanstack/react-query'

import type { IndexState } from '#api/events.ts'
import { useNow } from '#ui/use-now.ts'

import type { Answers } from './numbers.ts'
import {
  allAccountsQuery,
  enabledAccountsQuery,
  unchangedAccountsQuery,
  yearAgo,
} from './queries.ts'

/** The numbers as they are known now, and what is to be said with them. */
export function useOverview(index: IndexState | undefined) {
  const day = yearAgo(useNow())
  const all = useQuery(allAccountsQuery)
  const enabled = useQuery(enabledAccountsQuery)
  const unchanged = useQuery(unchangedAccountsQuery(day))
  const questions = [all, enabled, unchanged]

  const isPartial = questions.some(({ data }) => data?.isPartial)
  // Nothing was read yet: 0 would be a number that is not true.
  const isUnread = isPartial && all.data?.total === 0
  const answers: Answers = isUnread
    ? { all: undefined, enabled: undefined, unchanged: undefined, day }
    : {
        all: all.data,
        enabled: enabled.data,
        unchanged: unchanged.data,
        day,
        entitlements: index?.entitlements,
      }

  return {
    answers,
    isPartial,
    isUnread,
    /** Of the last try to count again; the numbers before it stay. */
    error: questions.find(({ error }) => error)?.error,
    countedAt: Math.min(...questions.map(({ dataUpdatedAt }) => dataUpdatedAt || Infinity)),
  }
}
