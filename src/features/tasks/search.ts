import type { TaskStatus } from '#api/client.ts'
import { AGGREGATION, isAggregation } from '#api/task.ts'
import { taskText } from '#lib/messages/tasks.ts'
import type { Filter, FilterOption } from '#ui/filters.ts'
import { PAGE_SIZE } from '#ui/row-pages.ts'

/** What the list of tasks shows, as kept in the URL, which is the only home of this state. */
export type TaskSearch = {
  /** By filter id; a filter that is not set is absent. */
  filters: Record<string, string[]>
  /** Index of the first row on screen. */
  at: number
}
export type TaskList = Omit<TaskSearch, 'at'>

const choices = (labels: Record<string, string>): FilterOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const text = taskText.filters
/** All that the tenant filters tasks by (isc-facts §2.2); the sources come from the tenant. */
export const taskFilters: Filter[] = [
  { id: 'state', label: text.state, kind: 'pick', options: choices(taskText.filterStates) },
  { id: 'type', label: text.type, kind: 'pick', options: choices(taskText.types) },
  { id: 'source', label: text.source, kind: 'pick' },
]

const longest = 200
const most = 50

/** Never throws: a hand-edited or stale link falls back to the defaults, field by field. */
export function parseTaskSearch(params: URLSearchParams): TaskSearch {
  const at = Number(params.get('at'))
  const filters = taskFilters.map((filter) => [filter.id, known(filter, params)] as const)
  return {
    filters: Object.fromEntries(filters.filter(([, values]) => values.length > 0)),
    at: Number.isSafeInteger(at) && at > 0 ? at : 0,
  }
}

/** In the order of the choices, so that one filter has one URL. */
function known({ id, options }: Filter, params: URLSearchParams): string[] {
  const given = params.getAll(id)
  if (options) return options.map(({ value }) => value).filter((value) => given.includes(value))
  const texts = given.filter((value) => value.trim() !== '' && value.length <= longest)
  return [...new Set(texts)].toSorted().slice(0, most)
}

/** Defaults are left out, so the plain list has a plain URL. */
export function toUrl({ filters, at }: TaskSearch): URLSearchParams {
  const params = new URLSearchParams()
  for (const { id } of taskFilters) {
    for (const value of filters[id] ?? []) params.append(id, value)
  }
  if (at > 0) params.set('at', String(at))
  return params
}

export const listOf = ({ filters }: TaskSearch): TaskList => ({ filters })

/** No task that has ended is one of them. */
const OPEN = 'open'

/** Whether tasks that have ended, and those that have not, are among what is asked for. */
export const showsEnded = ({ filters: { state } }: TaskList) =>
  !state || state.some((value) => value !== OPEN)
export const showsOpen = ({ filters: { state } }: TaskList) => !state || state.includes(OPEN)

export function toApiQuery({ filters }: TaskList, page: number) {
  const endings = filters.state?.filter((value) => value !== OPEN)
  const parts = [
    oneOf('completionStatus', endings),
    oneOf('type', filters.type),
    oneOf('sourceId', filters.source),
  ].filter((part) => part !== '')
  return {
    ...(parts.length > 0 && { filters: parts.join(' and ') }),
    sorters: '-created',
    limit: PAGE_SIZE,
    offset: page * PAGE_SIZE,
    count: true,
  }
}

function oneOf(field: string, values: string[] = []): string {
  const quoted = values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`)
  if (quoted.length > 1) return `${field} in (${quoted.join(', ')})`
  return quoted.length > 0 ? `${field} eq ${quoted[0]}` : ''
}

/** The same question for tasks that have not ended, which the tenant does not filter. */
export function fits(task: TaskStatus, list: TaskList): boolean {
  const { type, source } = list.filters
  if (!showsOpen(list)) return false
  if (source && !source.includes(task.target?.id ?? '')) return false
  return !type || type.some((value) => isOfType(task, value))
}

/** "Cloud Account Aggregation" is what CLOUD_ACCOUNT_AGGREGATION does. */
function isOfType(task: TaskStatus, type: string): boolean {
  if (type === AGGREGATION && isAggregation(task)) return true
  const name = String(task.uniqueName)
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
  return name === type || task.type === type
}
