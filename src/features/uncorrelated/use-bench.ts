import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { refusedActionsQuery } from '#features/session/queries.ts'
import { uncorrelatedText as text } from '#lib/messages/uncorrelated.ts'
import { announce } from '#ui/live-region.tsx'

import { forgetDone, isDone, refusalKey, startAccept, useOutcome } from './accept-store.ts'
import { isOpen, type Item } from './accept.ts'
import { askFirst } from './authoritative.ts'
import { accountName } from './names.ts'
import { markNotPerson } from './not-persons.ts'
import { isSelected, itemOf, noDecisions, proposalOf, type Decisions } from './proposal.ts'
import { uncorrelatedQuery, type Owner, type Uncorrelated } from './queries.ts'
import { skip, useSetAside, type Aside } from './set-aside.ts'

/** Fewer rows than these leave room on the screen, while there may be more to do. */
const FEW = 20

export const benchQuery = uncorrelatedQuery(isDone)

/** The accounts that are to be done, what has been decided about them, and how it is sent. */
export function useBench() {
  const client = useQueryClient()
  const list = useInfiniteQuery(benchQuery)
  const aside = useSetAside()
  const marking = useMutation(markNotPerson)
  const { verdicts } = useOutcome()
  const refused = useQuery(refusedActionsQuery).data
  const blocked = (row: Uncorrelated) => refused[refusalKey(row.account.sourceId)]
  const [decisions, setDecisions] = useState<Decisions>(noDecisions)

  const all = rowsOf(list.data?.pages.flatMap(({ items }) => items) ?? [])
  const rows = all.filter(({ account: { id } }) => !aside.skipped.has(id) && !aside.marked.has(id))
  const { hasNextPage, isFetching, error, fetchNextPage } = list
  useEffect(() => {
    if (rows.length < FEW && hasNextPage && !isFetching && !error) void fetchNextPage()
  }, [rows.length, hasNextPage, isFetching, error, fetchNextPage])
  useEffect(forgetDone, [])

  const selected = rows.flatMap((row) => {
    const verdict = verdicts.get(row.account.id)
    const isTaken = verdict && (isOpen(verdict) || verdict.state === 'confirmed')
    const owner = proposalOf(row, decisions)
    const isPossible = !isTaken && blocked(row) === undefined
    return owner && isPossible && isSelected(row, decisions) ? [itemOf(row, owner)] : []
  })
  const decide = (row: Uncorrelated, isOn: boolean, owner?: Owner) =>
    setDecisions(({ chosen, selected: before }) => ({
      chosen: owner ? new Map(chosen).set(row.account.id, owner) : chosen,
      selected: new Map(before).set(row.account.id, isOn),
    }))

  const mark = (ids: string[], isOn: boolean) =>
    setDecisions(({ chosen, selected: before }) => ({
      chosen,
      selected: new Map([...before, ...ids.map((id) => [id, isOn] as const)]),
    }))

  return {
    list,
    rows,
    decisions,
    verdicts,
    aside,
    selected,
    /** The tenant's words, where it has refused this operator once. */
    blocked,
    /** Rows that were read and are no longer to be done: owned, or just marked. */
    done: all.filter(({ account: { id } }) => isDone(id) || aside.marked.has(id)).length,
    select: (row: Uncorrelated, isOn: boolean) => decide(row, isOn),
    choose: (row: Uncorrelated, owner: Owner) => decide(row, true, owner),
    selectNone: () =>
      mark(
        rows.map(({ account }) => account.id),
        false,
      ),
    selectClear: () =>
      mark(
        rows.filter(({ isClear }) => isClear).map(({ account }) => account.id),
        true,
      ),
    async accept(items: Item[]) {
      const meant = await askFirst(items)
      // What fails is not sent again with the next ones unless somebody says so.
      mark(
        meant.map(({ account }) => account.id),
        false,
      )
      void startAccept(client, meant)
    },
    setAside(row: Uncorrelated, why: Aside) {
      const { id } = row.account
      const name = accountName(row.account)
      if (why === 'machine') {
        marking.mutate(id, { onSuccess: () => announce(text.setAside(name)) })
        return
      }
      skip(id)
      announce(text.skipped(name))
    },
  }
}

/** An account that moved between two pages while they were read is in both. */
function rowsOf(items: Uncorrelated[]): Uncorrelated[] {
  return [...new Map(items.map((item) => [item.account.id, item])).values()]
}
