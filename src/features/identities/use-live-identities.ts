import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { onAccountsChanged, onIdentitiesChanged, onIndexState } from '#api/events.ts'
import { holdsOther } from '#api/index-state.ts'
import { inTurns } from '#lib/in-turns.ts'

import { identityKeys } from './queries.ts'

/** Each turn reads the pages on screen anew: often enough to be watched. */
const PAUSE_MS = 1000

/**
 * Reads again what is on screen whenever the index learns of identities, or of accounts, of which
 * each identity shows the number. Rows that did not change are not drawn again.
 */
export function useLiveIdentities(): void {
  const client = useQueryClient()
  useEffect(() => {
    const turns = inTurns(() => readAgain(client), PAUSE_MS)
    let isConnected = false
    const stops = [
      onIndexState(({ identityChanges }) => {
        if (!isConnected && holdsOther(client, identityKeys.lists(), identityChanges)) turns.ask()
        isConnected = true
      }),
      onIdentitiesChanged(({ ids }) => {
        for (const id of ids) {
          void client.invalidateQueries({ queryKey: [...identityKeys.details(), id] })
        }
        turns.ask()
      }),
      onAccountsChanged(() => turns.ask()),
    ]
    return () => {
      for (const stop of stops) stop()
      turns.stop()
    }
  }, [client])
}

const readAgain = (client: QueryClient) =>
  Promise.all(
    [identityKeys.lists(), identityKeys.counts()].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  )
