import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'

import { inTurns } from '#lib/in-turns.ts'

import { onAccountsChanged, onIndexState } from './events.ts'
import { holdsOther } from './index-state.ts'

/** Each turn counts anew: often enough to be watched, seldom enough to cost nothing. */
const PAUSE_MS = 1000

/**
 * Counts anew whenever accounts have changed, while the index is read, and once it is whole. Both
 * arguments at module scope, so that they are the same on every render.
 */
export function useLiveCounts(queryKey: QueryKey, onComplete?: () => void): void {
  const client = useQueryClient()
  useEffect(() => {
    const turns = inTurns(() => client.invalidateQueries({ queryKey }), PAUSE_MS)
    let wasComplete: boolean | undefined
    const stopState = onIndexState(({ complete, changes }) => {
      const isMissed = wasComplete === undefined && holdsOther(client, queryKey, changes)
      if (!complete || wasComplete === false || isMissed) turns.ask()
      if (complete && wasComplete === false) onComplete?.()
      wasComplete = complete
    })
    const stopAccounts = onAccountsChanged(() => turns.ask())
    return () => {
      stopState()
      stopAccounts()
      turns.stop()
    }
  }, [client, queryKey, onComplete])
}
