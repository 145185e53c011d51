import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import type { components } from '#api/console-schema.d.ts'
import { openRunsQuery } from '#features/runs/queries.ts'

import type { ActionId } from './actions.ts'
import { pending } from './pending.ts'

type Run = components['schemas']['Run']

/** Has accounts shown as *Pending* that a run of one has under way, whoever has begun it. */
export function PendingOfRuns() {
  const { data } = useQuery(openRunsQuery)
  useEffect(() => pending.hear(underWayIn(data ?? [])), [data])
  return null
}

function underWayIn(runs: Run[]): Map<string, ActionId> {
  const found = new Map<string, ActionId>()
  for (const { accountId, action, state } of runs) {
    if (accountId !== null && state === 'running') found.set(accountId, called(action))
  }
  return found
}

/** As the account's own menu calls it. */
function called(action: Run['action']): ActionId {
  if (action === 'enableLogIn') return 'enable'
  if (action === 'disableLogIn') return 'disable'
  return action === 'correlate' ? 'reassign' : action
}
