import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import { ApiError } from '#api/errors.ts'
import { learnRefusal } from '#features/session/queries.ts'
import { taskKeys } from '#features/tasks/queries.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { announce } from '#ui/live-region.tsx'
import { toast } from '#ui/toast.ts'

import { followAggregation } from './follow-aggregation.ts'
import { loadAccounts, type LoadedSource } from './load-calls.ts'
import { isShown } from './on-page.ts'
import { AGGREGATE } from './use-not-allowed.ts'

const text = sourceText.aggregation

/** What became of the last aggregation that was asked for here, until the tenant has answered. */
export type Load =
  | { is: 'starting'; file: File | undefined; sent: number; total: number; stop: () => void }
  | { is: 'accepted'; taskId: string | undefined; file: File | undefined }
  | { is: 'already'; words: string | undefined; file: File | undefined }
  | { is: 'refused'; error: Error; file: File | undefined }
  | { is: 'stopped'; file: File | undefined }

/** Outside the page, so that an upload goes on while other pages are looked at. */
let loads: ReadonlyMap<string, Load> = new Map()
const listeners = new Set<() => void>()

function set(sourceId: string, load: Load | undefined) {
  const next = new Map(loads)
  if (load) next.set(sourceId, load)
  else next.delete(sourceId)
  loads = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useLoad = (sourceId: string): Load | undefined =>
  useSyncExternalStore(subscribe, () => loads.get(sourceId))

/** Takes away what was said of the last one. */
export function forgetLoad(sourceId: string): void {
  if (loads.get(sourceId)?.is !== 'starting') set(sourceId, undefined)
}

/** Asks for an aggregation. A second click while the first has no answer is the same one. */
export async function startLoad(
  client: QueryClient,
  source: LoadedSource,
  file?: File,
): Promise<void> {
  const { id, name } = source
  if (loads.get(id)?.is === 'starting') return
  const gone = new AbortController()
  const stop = () => gone.abort()
  const show = (sent: number, total: number) => set(id, { is: 'starting', file, sent, total, stop })
  show(0, file?.size ?? 0)
  window.addEventListener('beforeunload', askToStay)
  try {
    const { taskId, isStarted, words } = await loadAccounts(id, file, gone.signal, show)
    set(id, isStarted ? { is: 'accepted', taskId, file } : { is: 'already', words, file })
    announce(isStarted ? text.started(name) : text.already)
    // The page finds an aggregation that has no id here among the tasks that run.
    if (taskId) followAggregation(client, { taskId, source })
    void client.invalidateQueries({ queryKey: taskKeys.open() })
  } catch (error) {
    refuse(client, source, file, gone.signal.aborted, error)
  } finally {
    if (![...loads.values()].some(({ is }) => is === 'starting')) {
      window.removeEventListener('beforeunload', askToStay)
    }
  }
}

function refuse(
  client: QueryClient,
  { id, name }: LoadedSource,
  file: File | undefined,
  isStopped: boolean,
  thrown: unknown,
) {
  if (isStopped) return set(id, { is: 'stopped', file })
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  set(id, { is: 'refused', error, file })
  const trackingId = error instanceof ApiError ? error.trackingId : undefined
  if (error instanceof ApiError && error.status === 403) learnRefusal(client, AGGREGATE, error.text)
  if (isShown(id)) return
  const title = `${name}: ${text.notStarted}`
  toast({ tone: 'bad', title, message: error.message, ...(trackingId && { trackingId }) })
}

/** Leaving the console breaks off a file that is half sent. */
const askToStay = (event: BeforeUnloadEvent) => event.preventDefault()
