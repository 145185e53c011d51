import { identityText } from '#lib/messages/identities.ts'
import type { Filter, FilterOption } from '#ui/filters.ts'
import { PAGE_SIZE } from '#ui/row-pages.ts'

/** What the Identity List shows, as kept in the URL, which is the only home of this state. */
export type IdentitySearch = {
  /** Start of a name, alias or email. */
  q: string
  /** By filter id; a filter that is not set is absent. */
  filters: Record<string, string[]>
  /** A sorter field of the tenant's, with `-` in front for descending. */
  sort: string
  /** Index of the first row on screen. */
  at: number
}

const choices = (labels: Record<string, string>): FilterOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const text = identityText
/** What the tenant can filter identities by, of which the search box covers the rest (isc-facts §2.2). */
export const identityFilters: Filter[] = [
  { id: 'status', label: text.filters.status, kind: 'pick', options: choices(text.statuses) },
  {
    id: 'processing',
    label: text.filters.processing,
    kind: 'pick',
    options: choices(text.processing),
  },
  { id: 'correlated', label: text.filters.correlated, kind: 'yes-no' },
]

const sortable = ['name', 'alias', 'cloudStatus']
const defaults: IdentitySearch = { q: '', filters: {}, sort: 'name', at: 0 }
const longest = 200

/** Never throws: a hand-edited or stale link falls back to the defaults, field by field. */
export function parseIdentitySearch(params: URLSearchParams): IdentitySearch {
  const sort = params.get('sort') ?? ''
  const at = Number(params.get('at'))
  const filters = identityFilters.map((filter) => [filter.id, known(filter, params)] as const)
  return {
    q: (params.get('q') ?? '').slice(0, longest),
    filters: Object.fromEntries(filters.filter(([, values]) => values.length > 0)),
    sort: sortable.includes(sort.replace(/^-/, '')) ? sort : defaults.sort,
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
export function toUrl({ q, filters, sort, at }: IdentitySearch): URLSearchParams {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const { id } of identityFilters) {
    for (const value of filters[id] ?? []) params.append(id, value)
  }
  if (sort !== defaults.sort) params.set('sort', sort)
  if (at > 0) params.set('at', String(at))
  return params
}

/** Which rows there are and in which order; where the reader stands is not part of it. */
export type IdentityList = Omit<IdentitySearch, 'at'>

export const listOf = ({ q, filters, sort }: IdentitySearch): IdentityList => ({ q, filters, sort })

export function toApiQuery({ q, filters, sort }: IdentityList, page: number) {
  const [correlated] = filters.correlated ?? []
  const parts = [
    startsWith(q.trim()),
    oneOf('cloudStatus', filters.status),
    oneOf('processingState', filters.processing),
    correlated && `correlated eq ${correlated === 'yes'}`,
  ]
  return {
    filters: parts.filter(Boolean).join(' and ') || undefined,
    // By default the tenant hides the identities that are not correlated.
    defaultFilter: correlated === 'no' ? ('NONE' as const) : undefined,
    // Aliases differ, so equal values keep one order from page to page.
    sorters: sort.endsWith('alias') ? sort : `${sort},alias`,
    limit: PAGE_SIZE,
    offset: page * PAGE_SIZE,
    count: true,
  }
}

/** There is no text search: the box asks for the start of five fields. */
function startsWith(start: string): string {
  const fields = ['name', 'alias', 'email', 'firstname', 'lastname']
  return start && `(${fields.map((field) => `${field} sw ${quote(start)}`).join(' or ')})`
}

/** These fields know `eq` only, so several values are several comparisons. */
function oneOf(field: string, values: string[] = []): string {
  const parts = values.map((value) => `${field} eq ${quote(value)}`)
  return parts.length > 1 ? `(${parts.join(' or ')})` : (parts[0] ?? '')
}

const quote = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`
