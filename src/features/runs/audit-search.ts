import { runText } from '#lib/messages/runs.ts'
import type { Filter } from '#ui/filters.ts'

import type { RunAction } from './types.ts'

const text = runText.audit

/** What the audit shows, as kept in the URL. */
export type AuditSearch = {
  q: string
  /** By filter id; a filter that is not set is absent. Days are two, of which one may be empty. */
  filters: Record<string, string[]>
  /** Index of the first row on screen. */
  at: number
}

const choices = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export const auditFilters: Filter[] = [
  { id: 'event', label: text.filters.events, kind: 'pick', options: choices(text.events) },
  { id: 'action', label: text.filters.action, kind: 'pick', options: choices(runText.actions) },
  { id: 'days', label: text.filters.days, kind: 'days' },
]

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Never throws: what a link asks for that is not offered is left out. */
export function parseAuditSearch(params: URLSearchParams): AuditSearch {
  const at = Number(params.get('at'))
  const filters = auditFilters.map((filter) => [filter.id, valuesOf(filter, params)] as const)
  return {
    q: (params.get('q') ?? '').slice(0, 200),
    filters: Object.fromEntries(filters.filter(([, values]) => values.some(Boolean))),
    at: Number.isSafeInteger(at) && at > 0 ? at : 0,
  }
}

function valuesOf({ id, kind, options = [] }: Filter, params: URLSearchParams): string[] {
  if (kind === 'days') {
    const [from = '', to = ''] = (params.get(id) ?? '').split('..')
    return [from, to].map((day) => (DAY.test(day) && startOf(day) ? day : ''))
  }
  const given = params.getAll(id)
  const known = options.map(({ value }) => value).filter((value) => given.includes(value))
  // The audit is asked for one action or for all.
  return id === 'action' ? known.slice(0, 1) : known
}

/** Defaults are left out, so the plain list has a plain URL. */
export function auditSearchToUrl({ q, filters, at }: AuditSearch): URLSearchParams {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const { id, kind } of auditFilters) {
    const values = filters[id] ?? []
    if (kind === 'days' && values.some(Boolean)) params.set(id, values.join('..'))
    else if (kind !== 'days') for (const value of values) params.append(id, value)
  }
  if (at > 0) params.set('at', String(at))
  return params
}

/** What the server is asked for; a day is one of the operator's own time. */
export function auditQuery({ q, filters: { event, action, days = [] } }: Omit<AuditSearch, 'at'>) {
  const [from, to] = [startOf(days[0]), startOf(days[1], 1)]
  return {
    ...(q && { q }),
    ...(event && { events: event.join(',') }),
    ...(action?.[0] && { action: action[0] as RunAction }), // one of those just above
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  }
}

function startOf(day = '', later = 0): Date | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const start = new Date(year, month - 1, date + later)
  return day !== '' && !Number.isNaN(start.getTime()) ? start : undefined
}
