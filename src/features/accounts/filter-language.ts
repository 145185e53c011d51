/** Printers for the tenant's filter language (isc-facts §3). Strings are quoted, the rest is bare. */

/** Inside a string only the quote and the backslash are escaped. */
export const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`

export const startsWith = (field: string, text: string) => `${field} sw ${quote(text)}`

export const isFlag = (field: string, yes: boolean) => `${field} eq ${yes}`

/** One value prints as `eq`, which every field that knows `in` knows as well. */
export function oneOf(field: string, values: string[]) {
  const [first, ...rest] = values.map(quote)
  if (first === undefined) return undefined
  return rest.length === 0 ? `${field} eq ${first}` : `${field} in (${[first, ...rest].join(', ')})`
}

/** Whole days in UTC, both included; an open end is an empty string. */
export function betweenDays(field: string, from: string, to: string) {
  return all([
    from ? `${field} ge ${from}T00:00:00Z` : undefined,
    to ? `${field} lt ${dayAfter(to)}T00:00:00Z` : undefined,
  ])
}

export const all = (parts: (string | undefined)[]) =>
  parts.filter(Boolean).join(' and ') || undefined

export const either = (parts: string[]) => `(${parts.join(' or ')})`

/** True for a day that exists, as `2024-02-29`. */
export function isDay(text: string) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
