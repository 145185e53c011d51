import { QueryObserver, type QueryClient } from '@tanstack/react-query'

import { consoleApi, ok, type TaskStatus } from '#api/client.ts'
import { isEnded, messagesOf, stateOf } from '#api/task.ts'
import { taskKeys } from '#features/tasks/queries.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { announce } from '#ui/live-region.tsx'
import { toast } from '#ui/toast.ts'

import { aggregationQuery, isLost } from './aggregation-queries.ts'
import type { LoadedSource } from './load-calls.ts'
import { isShown } from './on-page.ts'
import { sourceKeys } from './queries.ts'
import { summaryOf } from './summary.ts'

type Followed = { taskId: string; source: LoadedSource }

const followed = new Set<string>()

/**
 * Reads how far an aggregation is until it has ended, whichever page is on screen, and then has
 * everything read again that it may have changed.
 */
export function followAggregation(client: QueryClient, { taskId, source }: Followed): void {
  if (followed.has(taskId)) return
  followed.add(taskId)
  const observer = new QueryObserver(client, aggregationQuery(taskId))
  const stop = observer.subscribe(({ data, error }) => {
    if (data && isEnded(data.task)) {
      stop()
      void ended(client, source, data.task)
    } else if (isLost(error)) {
      stop()
      void readAgain(client)
    }
  })
}

async function ended(client: QueryClient, source: LoadedSource, task: TaskStatus): Promise<void> {
  const state = stateOf(task)
  const title = endings[state]?.(source.name) ?? words.unknown(source.name)
  await readAgain(client)
  announce(title)
  if (isShown(source.id)) return
  const message = messagesOf(task.messages)[0]?.text ?? summaryOf(task)
  toast({ title, tone: tones[state] ?? 'warning', ...(message && { message }) })
}

const words = sourceText.aggregation.ended
const endings: Record<string, (source: string) => string> = words
const tones: Record<string, 'good' | 'bad' | 'warning'> = {
  SUCCESS: 'good',
  ERROR: 'bad',
  TEMPERROR: 'bad',
}

/** The index meets the changes by itself a few seconds later, should it not hear of them now. */
async function readAgain(client: QueryClient): Promise<void> {
  const refresh = ok(consoleApi.POST('/index/refresh')).catch(() => undefined)
  await Promise.all([
    refresh,
    client.invalidateQueries({ queryKey: sourceKeys.all }),
    client.invalidateQueries({ queryKey: taskKeys.all }),
  ])
}
