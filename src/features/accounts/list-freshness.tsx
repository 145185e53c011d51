import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { onAccountsChanged, onIndexState } from '#api/events.ts'
import { holdsOther, useIndexState, useRefreshIndex } from '#api/index-state.ts'
import { inTurns } from '#lib/in-turns.ts'
import { IndexFreshness } from '#ui/index-freshness.tsx'
import { ListStatus } from '#ui/list-status.tsx'
import type { WindowedRows } from '#ui/use-windowed-rows.ts'

import { accountKeys } from './queries.ts'

import classes from './list-freshness.module.css'

/** How complete and how fresh the index is; or of when the rows are, where they could not be read. */
export function ListFreshness({ list }: { list: WindowedRows<unknown> }) {
  const index = useIndexState()
  const { refresh, isRefreshing } = useRefreshIndex()
  useLiveAccounts()
  if (list.error || !index) return <ListStatus list={list} />
  return (
    <div className={classes.freshness}>
      {index.problem && (
        <span className={classes.problem} title={index.problem} role="status">
          {index.problem}
        </span>
      )}
      <IndexFreshness
        state={index}
        isRefreshing={isRefreshing || list.isRefreshing}
        onRefresh={() => {
          refresh()
          list.refresh()
        }}
      />
    </div>
  )
}

/** Each turn reads the pages on screen anew: often enough to be watched. */
const PAUSE_MS = 1000

/** Reads again what is on screen whenever accounts change. Rows that did not are not drawn again. */
function useLiveAccounts(): void {
  const client = useQueryClient()
  useEffect(() => {
    const turns = inTurns(() => readAgain(client, () => true), PAUSE_MS)
    const partial = inTurns(() => readAgain(client, isPartial), PAUSE_MS)
    let wasComplete: boolean | undefined
    const stopState = onIndexState(({ complete, changes }) => {
      if (!complete) partial.ask()
      else if (wasComplete === false) turns.ask()
      // What changed between the first answers and the connection was told to nobody here.
      else if (wasComplete === undefined && holdsOther(client, accountKeys.lists(), changes))
        turns.ask()
      wasComplete = complete
    })
    const stopAccounts = onAccountsChanged(({ ids }) => {
      for (const id of ids) {
        void client.invalidateQueries({ queryKey: [...accountKeys.details(), id] })
      }
      turns.ask()
    })
    return () => {
      stopState()
      stopAccounts()
      turns.stop()
      partial.stop()
    }
  }, [client])
}

const readAgain = (client: QueryClient, predicate: (query: Query) => boolean) =>
  Promise.all(
    [accountKeys.lists(), accountKeys.counts()].map((queryKey) =>
      client.invalidateQueries({ queryKey, predicate }),
    ),
  )

/** Answers that grow while the index is read. The others came from the tenant, and are whole. */
function isPartial({ state: { data } }: Query): boolean {
  return typeof data === 'object' && data !== null && 'isPartial' in data && data.isPartial === true
}
