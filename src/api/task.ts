import type { TaskStatus } from './client.ts'

/** What several screens read of a task. Tenants answer more loosely than the contract says. */

export type TaskLevel = 'INFO' | 'WARN' | 'ERROR'
export type TaskMessage = { level: TaskLevel; text: string }

/** Both are null until it has ended. */
export const isEnded = ({ completed, completionStatus }: Ending): boolean =>
  Boolean(completed ?? completionStatus)
type Ending = Pick<TaskStatus, 'completed' | 'completionStatus'>

export type TaskState =
  | 'waiting'
  | 'running'
  | 'SUCCESS'
  | 'WARNING'
  | 'ERROR'
  | 'TERMINATED'
  | 'TEMPERROR'
  | 'unknown'

const endings = ['SUCCESS', 'WARNING', 'ERROR', 'TERMINATED', 'TEMPERROR'] as const

export function stateOf(task: Ending & Pick<TaskStatus, 'launched'>): TaskState {
  if (!isEnded(task)) return task.launched ? 'running' : 'waiting'
  return endings.find((ending) => ending === task.completionStatus) ?? 'unknown'
}

/** What the tenant said, each text once and the worst first. */
export function messagesOf(messages: unknown): TaskMessage[] {
  if (!Array.isArray(messages)) return []
  const all = messages.flatMap(messageOf)
  const once = all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at)
  return levels.flatMap((level) => once.filter((message) => message.level === level))
}

const levels = ['ERROR', 'WARN', 'INFO'] as const

function messageOf(entry: unknown): TaskMessage[] {
  if (typeof entry === 'string') return entry.trim() ? [{ level: 'INFO', text: entry.trim() }] : []
  if (!isRecord(entry)) return []
  const text = textOf(entry.localizedText) ?? textOf(entry.key)
  const level = levels.find((known) => known === String(entry.type).toUpperCase()) ?? 'INFO'
  return text ? [{ level, text }] : []
}

/** load-accounts writes the text itself where a task writes it with its language (isc-facts §5). */
function textOf(value: unknown): string | undefined {
  const text = isRecord(value) ? value.message : value
  return typeof text === 'string' && text.trim() ? text.trim() : undefined
}

/** The names that are publicly known for it (isc-facts §8.4). */
export function isAggregation({ uniqueName, type }: { uniqueName: string; type: string }): boolean {
  return type === AGGREGATION || /account aggregation/i.test(uniqueName)
}

export const AGGREGATION = 'CLOUD_ACCOUNT_AGGREGATION'

export type Changes = { read?: number; added?: number; changed?: number; removed?: number }

const changeNames = { read: 'total', added: 'created', changed: 'updated', removed: 'deleted' }

/** How many accounts an aggregation met, as far as its task counts them. */
export function changesOf({ attributes }: Pick<TaskStatus, 'attributes'>): Changes {
  return Object.fromEntries(
    Object.entries(changeNames).flatMap(([change, name]) => {
      const count = countOf(isRecord(attributes) ? attributes[name] : undefined)
      return count === undefined ? [] : [[change, count]]
    }),
  )
}

/** Other tenants write their counts as text. */
function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined
}

export type TaskResult = { name: string; value: string }

/** What a task has counted, under the names that it gives them itself. */
export function resultsOf({ returns, attributes }: Pick<TaskStatus, 'returns' | 'attributes'>) {
  if (!Array.isArray(returns) || !isRecord(attributes)) return []
  return returns.filter(isRecord).flatMap(({ name, attributeName }): TaskResult[] => {
    const value = attributes[attributeName]
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value)
    return isPlain ? [{ name: name || attributeName, value: String(value) }] : []
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
