import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { onAccountsChanged, onIndexState } from '#api/events.ts'
import { inTurns } from '#lib/in-turns.ts'

import { sourceCountKeys } from './count-queries.ts'

/** Each turn counts anew: often enough to be watched, seldom enough to cost nothing. */
const PAUSE_MS = 1000

/** Counts anew whenever accounts have changed, while the index is read, and once it is whole. */
export function useLiveCounts(): void {
  const client = useQueryClient()
  useEffect(() => {
    const turns = inTurns(
      () => client.invalidateQueries({ queryKey: sourceCountKeys.all() }),
      PAUSE_MS,
    )
    let wasComplete = true
    const stopState = onIndexState(({ complete }) => {
      if (!complete || !wasComplete) turns.ask()
      wasComplete = complete
    })
    const stopAccounts = onAccountsChanged(() => turns.ask())
    return () => {
      stopState()
      stopAccounts()
      turns.stop()
    }
  }, [client])
}
