import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import { openRunsQuery } from '#features/runs/queries.ts'

import { underWayIn } from './pending-of-runs.ts'
import { pending } from './pending.ts'
import { accountKeys } from './queries.ts'

/**
 * Has accounts shown as *Pending* that runs have under way, whoever has begun them: of a run of one
 * by itself, of larger ones by the lists, which are read again when one begins or ends.
 */
export function WatchRuns() {
  const client = useQueryClient()
  const { data } = useQuery(openRunsQuery)
  const larger = data?.filter(({ accountId }) => accountId === null)
  const which = larger?.map(({ id, state }) => `${id} ${state}`).join()
  const before = useRef(which)
  useEffect(() => pending.hear(underWayIn(data ?? [])), [data])
  useEffect(() => {
    const was = before.current
    before.current = which
    // What was read before the runs were known has said it itself.
    if (was === undefined || which === undefined || was === which) return
    void client.invalidateQueries({ queryKey: accountKeys.lists() })
  }, [client, which])
  return null
}
