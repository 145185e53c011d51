import { PAGE_SIZE } from '#ui/row-pages.ts'

import { all, contains } from './filter-language.ts'
import { accountFilters, TEXT, type FilterValues } from './filters.ts'

/**
 * What the accounts list shows, as kept in the URL. The URL is the only home of this state: a
 * reload, a bookmark and the back button all land on the same rows.
 */
export type AccountSearch = {
  /** Text that stands anywhere in the account: in a name, or in the value of an attribute. */
  q: string
  /** By filter id; a filter that is not set is absent. */
  filters: Record<string, FilterValues>
  /** A sorter field of the index's, with `-` in front for descending. */
  sort: string
  /** Index of the first row on screen. */
  at: number
  /** Which part of the open account is shown beside the list; kept while the list changes. */
  part: AccountPart
  /** What is open within that part: `edit`, or an entitlement; empty where nothing is. */
  layer: string
}

export const accountParts = [
  'attributes',
  'entitlements',
  'correlation',
  'activity',
  'json',
] as const
export type AccountPart = (typeof accountParts)[number]

/** What the columns offer to sort by. */
const sortable = new Set([
  'name',
  'status',
  'source.displayableName',
  'nativeIdentity',
  'identity.name',
  'hasEntitlements',
  'cloudLifecycleState',
  'identity.correlated',
  'manuallyCorrelated',
  'type',
  'origin',
  'created',
  'modified',
  'passwordChanged',
])

export const defaults: AccountSearch = {
  q: '',
  filters: {},
  sort: 'name',
  at: 0,
  part: 'attributes',
  layer: '',
}

const longestText = 200

/** Never throws: a hand-edited or stale link falls back to the defaults, field by field. */
export function parseAccountSearch(params: URLSearchParams): AccountSearch {
  const sort = params.get('sort') ?? ''
  const at = Number(params.get('at'))
  const filters = accountFilters.map((filter) => {
    const given = params.getAll(filter.id)
    return [filter.id, filter.clean(filter.kind === 'days' ? splitDays(given) : given)] as const
  })
  return {
    q: (params.get('q') ?? '').slice(0, longestText),
    filters: Object.fromEntries(filters.filter(isSet)),
    sort: sortable.has(sort.replace(/^-/, '')) ? sort : defaults.sort,
    at: Number.isSafeInteger(at) && at > 0 ? at : defaults.at,
    part: parsePart(params),
    layer: parseLayer(params),
  }
}

export const parsePart = (params: URLSearchParams): AccountPart =>
  accountParts.find((part) => part === params.get('part')) ?? defaults.part

export const parseLayer = (params: URLSearchParams): string =>
  (params.get('layer') ?? defaults.layer).slice(0, longestText)

/** Defaults are left out, so the plain list has a plain URL. */
export function toUrl({ q, filters, sort, at, part, layer }: AccountSearch): URLSearchParams {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const { id, kind } of accountFilters) {
    const values = filters[id] ?? []
    if (kind === 'days' && values.length > 0) params.set(id, values.join('..'))
    else for (const value of values) params.append(id, value)
  }
  if (sort !== defaults.sort) params.set('sort', sort)
  if (at > 0) params.set('at', String(at))
  if (part !== defaults.part) params.set('part', part)
  if (layer) params.set('layer', layer)
  return params
}

/** What decides which rows there are and in which order; where the reader stands is not part of it. */
export type AccountList = Pick<AccountSearch, 'q' | 'filters' | 'sort'>

export const listOf = ({ q, filters, sort }: AccountSearch): AccountList => ({ q, filters, sort })

export function toApiQuery(list: AccountList, page: number) {
  return {
    filters: toApiFilter(list),
    // `id` comes last, so that equal values keep one order from page to page.
    sorters: `${list.sort},id`,
    limit: PAGE_SIZE,
    offset: page * PAGE_SIZE,
  }
}

export function toApiFilter({ q, filters }: Omit<AccountList, 'sort'>): string | undefined {
  const text = q.trim()
  return all([
    text ? contains('text', text) : undefined,
    ...accountFilters.map(({ id, print }) => {
      const values = filters[id]
      return values ? print(values) : undefined
    }),
  ])
}

/** The chips in the words of the filter language, so that they can be written on. */
export const textOf = (filters: AccountSearch['filters']): string | undefined => {
  const [written] = filters[TEXT] ?? []
  const chips = toApiFilter({ q: '', filters: { ...filters, [TEXT]: [] } })
  return chips && written ? `${chips} and (${written})` : (chips ?? written)
}

const splitDays = ([range = '']: string[]) => range.split('..')

const isSet = (
  entry: readonly [string, FilterValues | undefined],
): entry is [string, FilterValues] => entry[1] !== undefined
