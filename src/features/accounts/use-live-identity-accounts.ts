import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { onAccountsChanged } from '#api/events.ts'
import { inTurns } from '#lib/in-turns.ts'

import { identityAccountsQuery } from './identity-accounts.ts'
import { accountKeys } from './queries.ts'

/** Each turn is a call to the tenant. */
const PAUSE_MS = 1000

/** Reads the accounts of an identity again whenever one of them has changed. */
export function useLiveIdentityAccounts(identityId: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const { queryKey } = identityAccountsQuery(identityId)
    const turns = inTurns(() => client.invalidateQueries({ queryKey }), PAUSE_MS)
    const stop = onAccountsChanged(({ ids, more }) => {
      for (const id of ids) {
        void client.invalidateQueries({ queryKey: [...accountKeys.details(), id] })
      }
      const changed = new Set(ids)
      const shown = client.getQueryData(queryKey)?.items ?? []
      if (more || shown.some(({ id = '' }) => changed.has(id))) turns.ask()
    })
    return () => {
      stop()
      turns.stop()
    }
  }, [client, identityId])
}
