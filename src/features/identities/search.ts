import { identityText } from '#lib/messages/identities.ts'
import type { Filter, FilterOption } from '#ui/filters.ts'
import { PAGE_SIZE } from '#ui/row-pages.ts'

/** What the Identity List shows, as kept in the URL, which is the only home of this state. */
export type IdentitySearch = {
  /** Part of a name, login, email or attribute. */
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
/** What identities are filtered by: the states of a tenant are its own, and come from the index. */
export const identityFilters: Filter[] = [
  { id: 'status', label: text.filters.status, kind: 'pick', options: choices(text.statuses) },
  {
    id: 'processing',
    label: text.filters.processing,
    kind: 'pick',
    options: choices(text.processing),
  },
  { id: 'lifecycle', label: text.filters.lifecycle, kind: 'pick' },
  { id: 'manager', label: text.filters.manager, kind: 'yes-no' },
  { id: 'correlated', label: text.filters.correlated, kind: 'yes-no' },
]

const sortable = ['name', 'alias', 'email', 'cloudStatus', 'lifecycleState', 'created', 'modified']
const tenantSorts = ['name', 'alias', 'cloudStatus']
const defaults: IdentitySearch = { q: '', filters: {}, sort: 'name', at: 0 }
const longest = 200
const most = 20

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
function known({ id, kind, options }: Filter, params: URLSearchParams): string[] {
  const given = params.getAll(id)
  if (kind === 'yes-no')
    return given.filter((value) => value === 'yes' || value === 'no').slice(0, 1)
  if (options) return options.map(({ value }) => value).filter((value) => given.includes(value))
  const texts = given.filter((value) => value.trim() !== '' && value.length <= longest)
  return [...new Set(texts)].toSorted().slice(0, most)
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

/** The index does not hold the hidden identities of uncorrelated accounts. */
export const isForTenant = ({ filters }: IdentityList) => filters.correlated?.[0] === 'no'

export function toApiQuery({ q, filters, sort }: IdentityList, page: number) {
  const parts = [
    q.trim() && `text co ${quote(q.trim())}`,
    oneOf('cloudStatus', filters.status),
    oneOf('processingState', filters.processing),
    oneOf('lifecycleState', filters.lifecycle),
    yesOrNo('isManager', filters.manager),
  ]
  return {
    filters: parts.filter(Boolean).join(' and ') || undefined,
    ...windowOf(sort, page),
  }
}

/** Of what the list is filtered by, the tenant knows a part (isc-facts §2.2). */
export function toTenantQuery({ q, filters, sort }: IdentityList, page: number) {
  const parts = [
    startsWith(q.trim()),
    oneOf('cloudStatus', filters.status),
    oneOf('processingState', filters.processing),
    yesOrNo('correlated', filters.correlated),
  ]
  const isKnown = tenantSorts.includes(sort.replace(/^-/, ''))
  return {
    filters: parts.filter(Boolean).join(' and ') || undefined,
    // By default the tenant hides the identities that are not correlated.
    defaultFilter: 'NONE' as const,
    ...windowOf(isKnown ? sort : defaults.sort, page),
    count: true,
  }
}

const windowOf = (sort: string, page: number) => ({
  // Aliases differ, so equal values keep one order from page to page.
  sorters: sort.endsWith('alias') ? sort : `${sort},alias`,
  limit: PAGE_SIZE,
  offset: page * PAGE_SIZE,
})

const yesOrNo = (field: string, [value]: string[] = []) => value && `${field} eq ${value === 'yes'}`

/** The tenant has no text search: the box asks it for the start of five fields. */
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
