import type { components } from '#api/console-schema.d.ts'

export type View = components['schemas']['View']
export type ViewedList = View['list']

/** In an address: which view the list was opened with, or `all` where none was wanted. */
export const VIEW = 'view'
const ALL = 'all'

/** What an address holds beside the state: where the reader stands, and what is open. */
const passing = [VIEW, 'at', 'part', 'layer']

/** The state of a list, as a view keeps it: the query of its address without what passes. */
export function stateOf(search: string): string {
  const params = new URLSearchParams(search)
  for (const name of passing) params.delete(name)
  return params.toString()
}

/** Two states are the same whatever the order of their parameters. */
const isSame = (one: string, other: string) => ordered(one) === ordered(other)

function ordered(search: string): string {
  const entries = [...new URLSearchParams(stateOf(search))].map((entry) => entry.join('='))
  return entries.toSorted().join('&')
}

export const isPlain = (search: string) => stateOf(search) === ''

/** The address of a view for its owner: the list then knows which view it shows. */
export function pathOf({ id, list, query }: View): string {
  const params = new URLSearchParams(query)
  params.set(VIEW, id)
  return `/${list}?${params}`
}

/** The address for anybody, who may have a default view, but not this one. */
export function sharedPathOf({ list, query }: Pick<View, 'list' | 'query'>): string {
  return `/${list}?${query || new URLSearchParams({ [VIEW]: ALL })}`
}

/** The list with all its rows, also for who has a default view. */
export const plainPathOf = (list: ViewedList) => sharedPathOf({ list, query: '' })

export type Present = {
  view: View
  /** The list no longer shows what the view keeps. */
  isChanged: boolean
}

/** The view that a list was opened with, else one that keeps what it shows. */
export function presentView(views: View[], list: ViewedList, search: string): Present | undefined {
  const own = views.filter((view) => view.list === list)
  const id = new URLSearchParams(search).get(VIEW)
  const opened = own.find((view) => view.id === id)
  if (opened) return { view: opened, isChanged: !isSame(opened.query, search) }
  const same = id === ALL ? undefined : own.find(({ query }) => isSame(query, search))
  return same && { view: same, isChanged: false }
}

export const defaultOf = (views: View[], list: ViewedList) =>
  views.find((view) => view.list === list && view.isDefault)

/** Whether a list is on screen; an account is a panel over its list, an identity a page. */
export function isShown(list: ViewedList, pathname: string): boolean {
  return pathname === `/${list}` || (list === 'accounts' && pathname.startsWith('/accounts/'))
}
