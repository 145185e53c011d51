import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { onRunChanged } from '#api/events.ts'
import { inTurns } from '#lib/in-turns.ts'

import { runKeys, runQuery } from './queries.ts'

/** Each turn reads what is on screen anew: often enough to be watched. */
const PAUSE_MS = 500

/** Keeps what is shown of runs up to date: the run itself as it is told, the lists by reading them again. */
export function useLiveRuns(): void {
  const client = useQueryClient()
  useEffect(() => {
    const told = new Set<string>()
    let isAnything = false
    const turns = inTurns(async () => {
      const keys = [runKeys.lists(), runKeys.open(), ...[...told].map((id) => runKeys.items(id))]
      const all = isAnything ? [runKeys.all] : keys
      told.clear()
      isAnything = false
      await Promise.all(all.map((queryKey) => client.invalidateQueries({ queryKey })))
    }, PAUSE_MS)
    const stop = onRunChanged((run) => {
      if (run) {
        client.setQueryData(runQuery(run.id).queryKey, run)
        told.add(run.id)
      } else isAnything = true
      turns.ask()
    })
    return () => {
      stop()
      turns.stop()
    }
  }, [client])
}
