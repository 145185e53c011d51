/** Printers for the filter language (isc-facts §3), which the index shares with the tenant. Strings are quoted, the rest is bare. */

/** Inside a string only the quote and the backslash are escaped. */
export const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`

/** The field of an attribute; a name with characters that no word has stands in quotes. */
export const attributeField = (name: string) =>
  `attributes.${/^[\w.:+-]+$/.test(name) ? name : quote(name)}`

export const startsWith = (field: string, text: string) => `${field} sw ${quote(text)}`

export const contains = (field: string, text: string) => `${field} co ${quote(text)}`

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

/**
 * A filter that somebody wrote, as one part among others. Where its parentheses do not match it
 * stays as it is, and is refused: more of them could give it a meaning that nobody wrote.
 */
export const asPart = (filter: string) => (isWhole(filter) ? `(${filter})` : filter)

/** True where every parenthesis has its counterpart within the filter. */
export function isWhole(filter: string): boolean {
  let depth = 0
  for (const [bracket] of filter.replace(/"(?:\\.|[^"\\])*"/gs, '').matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/** True for a day that exists, as `2024-02-29`. */
export function isDay(text: string) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
