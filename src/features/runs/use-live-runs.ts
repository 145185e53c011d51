import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { onRunChanged } from '#api/events.ts'
import { inTurns } from '#lib/in-turns.ts'

import { runKeys, runQuery } from './queries.ts'

/** Each turn reads what is on screen anew: often enough to be watched. */
const PAUSE_MS = 500

let users = 0
let stop = () => {}

/**
 * Keeps what is shown of runs up to date: the run itself as it is told, the lists by reading them
 * again. A page and the top bar may both ask for it: it is done once.
 */
export function useLiveRuns(): void {
  const client = useQueryClient()
  useEffect(() => {
    users += 1
    if (users === 1) stop = follow(client)
    return () => {
      users -= 1
      if (users === 0) stop()
    }
  }, [client])
}

function follow(client: QueryClient): () => void {
  const told = new Set<string>()
  let isAnything = false
  const turns = inTurns(async () => {
    const items = [...told].map((id) => runKeys.items(id))
    const keys = isAnything ? [runKeys.all] : [runKeys.lists(), runKeys.open(), ...items]
    told.clear()
    isAnything = false
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }, PAUSE_MS)
  const unlisten = onRunChanged((run) => {
    if (run) {
      client.setQueryData(runQuery(run.id).queryKey, run)
      told.add(run.id)
    } else isAnything = true
    turns.ask()
  })
  return () => {
    unlisten()
    turns.stop()
  }
}
