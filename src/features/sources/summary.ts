import type { TaskStatus } from '#api/client.ts'
import { changesOf } from '#api/task.ts'
import { accountsUrl } from '#features/accounts/links.ts'
import { sourceText } from '#lib/messages/sources.ts'

const text = sourceText.aggregation

/** What an aggregation changed, in one line; undefined where its task counts nothing. */
export function summaryOf(task: Pick<TaskStatus, 'attributes'>): string | undefined {
  const { added, changed, removed } = changesOf(task)
  if (added === undefined && changed === undefined && removed === undefined) return undefined
  return text.summary(added ?? 0, changed ?? 0, removed ?? 0)
}

/**
 * The accounts that were added or changed since it began. The tenant does not list them, but it
 * writes both times itself.
 */
export function changedUrl(
  which: 'added' | 'changed',
  sourceId: string,
  launched: string | null,
): string | undefined {
  if (!launched || Number.isNaN(Date.parse(launched))) return undefined
  const from = new Date(launched).toISOString()
  const filter =
    which === 'added' ? `created ge ${from}` : `modified ge ${from} and created lt ${from}`
  return accountsUrl({ source: [sourceId], filter: [filter] })
}
