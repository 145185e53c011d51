import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { onAccountsChanged, onIndexState } from '#api/events.ts'
import { inTurns } from '#lib/in-turns.ts'
import { overviewText } from '#lib/messages/overview.ts'
import { announce } from '#ui/live-region.tsx'

import { overviewKeys } from './queries.ts'

/** Each turn counts all accounts anew: often enough to be watched, seldom enough to cost nothing. */
const PAUSE_MS = 1000

/** Counts anew whenever accounts have changed, and when the index has become complete. */
export function useLiveCounts(): void {
  const client = useQueryClient()
  useEffect(() => {
    const turns = inTurns(() => client.invalidateQueries({ queryKey: overviewKeys.all }), PAUSE_MS)
    let wasComplete: boolean | undefined
    const stopState = onIndexState(({ complete }) => {
      if (wasComplete === false && complete) {
        turns.ask()
        announce(overviewText.complete)
      }
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
