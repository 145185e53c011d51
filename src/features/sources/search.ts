import type { Source, TaskStatus } from '#api/client.ts'
import { sourceText } from '#lib/messages/sources.ts'
import type { Filter, FilterOption } from '#ui/filters.ts'

/** What the list of sources shows, as kept in the URL, which is the only home of this state. */
export type SourceSearch = {
  /** Part of a name, type, owner or description. */
  q: string
  /** By filter id; a filter that is not set is absent. */
  filters: Record<string, string[]>
  /** A column, with `-` in front for descending. */
  sort: string
  /** Index of the first row on screen. */
  at: number
}

/** A source with what else is known of it. */
export type ListedSource = Source & {
  accounts: number | undefined
  uncorrelated: number | undefined
  /** Numbers may still grow. */
  isPartial: boolean
  /** Undefined while it is read, null where none is known. */
  aggregation: TaskStatus | null | undefined
}

const choices = (labels: Record<string, string>): FilterOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const text = sourceText.filters
export const sourceFilters: Filter[] = [
  { id: 'health', label: text.health, kind: 'pick', options: choices(sourceText.healths) },
  {
    id: 'connection',
    label: text.connection,
    kind: 'pick',
    options: choices(sourceText.connections),
  },
  { id: 'authoritative', label: text.authoritative, kind: 'yes-no' },
]

type Key = string | number | undefined
/** What each column is sorted by; what is not known comes last either way. */
const sorters: Record<string, (source: ListedSource) => Key> = {
  name: ({ name }) => name,
  type: (source) => typeOf(source),
  health: ({ healthy }) => (healthy ? 1 : 0),
  owner: ({ owner }) => owner?.name,
  authoritative: ({ authoritative }) => (authoritative ? 0 : 1),
  accounts: ({ accounts }) => accounts,
  uncorrelated: ({ uncorrelated }) => uncorrelated,
  aggregated: ({ aggregation }) => {
    const at = Date.parse(aggregation?.completed ?? aggregation?.created ?? '')
    return Number.isNaN(at) ? undefined : at
  },
}

const defaults: SourceSearch = { q: '', filters: {}, sort: 'name', at: 0 }
const longest = 200

/** Never throws: a hand-edited or stale link falls back to the defaults, field by field. */
export function parseSourceSearch(params: URLSearchParams): SourceSearch {
  const sort = params.get('sort') ?? ''
  const at = Number(params.get('at'))
  const filters = sourceFilters.map((filter) => [filter.id, known(filter, params)] as const)
  return {
    q: (params.get('q') ?? '').slice(0, longest),
    filters: Object.fromEntries(filters.filter(([, values]) => values.length > 0)),
    sort: Object.hasOwn(sorters, sort.replace(/^-/, '')) ? sort : defaults.sort,
    at: Number.isSafeInteger(at) && at > 0 ? at : defaults.at,
  }
}

/** In the order of the choices, so that one filter has one URL. */
function known({ id, kind, options = [] }: Filter, params: URLSearchParams): string[] {
  const given = params.getAll(id)
  if (kind === 'yes-no')
    return given.filter((value) => value === 'yes' || value === 'no').slice(0, 1)
  return options.map(({ value }) => value).filter((value) => given.includes(value))
}

/** Defaults are left out, so the plain list has a plain URL. */
export function toUrl({ q, filters, sort, at }: SourceSearch): URLSearchParams {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const { id } of sourceFilters) {
    for (const value of filters[id] ?? []) params.append(id, value)
  }
  if (sort !== defaults.sort) params.set('sort', sort)
  if (at > 0) params.set('at', String(at))
  return params
}

/** The sources that are asked for, in their order. A tenant has few, so they are sorted here. */
export function listedSources(all: ListedSource[], search: SourceSearch): ListedSource[] {
  const wanted = plain(search.q)
  const found = all.filter((source) => holds(source, wanted) && passes(source, search.filters))
  const isDown = search.sort.startsWith('-')
  const keyOf = sorters[search.sort.replace(/^-/, '')] ?? sorters.name
  return found.toSorted((a, b) => {
    const [left, right] = [keyOf?.(a), keyOf?.(b)]
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined) || byName(a, b)
    }
    return (isDown ? compare(right, left) : compare(left, right)) || byName(a, b)
  })
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
const byName = (a: Source, b: Source) => collator.compare(a.name, b.name)
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

function holds(source: ListedSource, wanted: string): boolean {
  const { name, owner, description } = source
  return plain([name, typeOf(source), owner?.name, description].join('\n')).includes(wanted)
}

/** Case and accents aside, since nobody types them into a search box. */
const plain = (text: string) =>
  text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')

function passes(source: ListedSource, filters: SourceSearch['filters']): boolean {
  const { health, connection, authoritative } = filters
  if (health && !health.includes(source.healthy ? 'healthy' : 'unhealthy')) return false
  if (connection && !connection.includes(source.connectionType ?? '')) return false
  return !authoritative || authoritative.includes(source.authoritative ? 'yes' : 'no')
}

/** What people call the kind of system, where the tenant says it. */
export const typeOf = ({ connectorName, type, connector }: Source): string =>
  connectorName || type || connector
