import { runText as text } from '#lib/messages/runs.ts'
import type { Filter } from '#ui/filters.ts'

export type RunSearch = {
  /** By filter id; a filter that is not set is absent. */
  filters: Record<string, string[]>
  /** Index of the first row on screen. */
  at: number
}

const states = Object.entries(text.states).map(([value, label]) => ({ value, label }))

export const runFilters: Filter[] = [
  { id: 'state', label: text.filters.state, kind: 'pick', options: states },
]

/** Never throws: what a link asks for that is not offered is left out. */
export function parseRunSearch(params: URLSearchParams): RunSearch {
  const given = params.getAll('state')
  const state = states.map(({ value }) => value).filter((value) => given.includes(value))
  const at = Number(params.get('at'))
  return {
    filters: state.length > 0 ? { state } : {},
    at: Number.isSafeInteger(at) && at > 0 ? at : 0,
  }
}

/** Defaults are left out, so the plain list has a plain URL. */
export function runSearchToUrl({ filters, at }: RunSearch): URLSearchParams {
  const params = new URLSearchParams((filters.state ?? []).map((state) => ['state', state]))
  if (at > 0) params.set('at', String(at))
  return params
}
