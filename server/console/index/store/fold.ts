import { wellFormed } from './key.ts'

const LONGEST_VALUE = 200
const LONGEST_TEXT = 2000

/** Letters without their marks and without case, so that `jose` finds `José`. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Stands between two values, so that no search matches across them. */
const BORDER = '\u0003'
/** Stands in the text of an account of which something was left out; nobody can search for it. */
export const CUT = '\u0001\u0002\u0003'

/**
 * What free text is searched in: names, and every value of every attribute. Only the first 200
 * characters of a value and 2,000 of an account count, or one long attribute would fill the index;
 * where that leaves something out, the text says so.
 */
export function searchText(account: Record<string, unknown>): string {
  const { name, nativeIdentity, identity, sourceName, attributes } = account
  const parts = [...texts(name), ...texts(nativeIdentity), ...texts(sourceName)]
  if (isObject(identity)) parts.push(...texts(identity.name))
  if (isObject(attributes)) parts.push(...Object.values(attributes).flatMap(texts))
  const all = [...new Set(parts)]
  const short = all.map((text) => searched(text.slice(0, LONGEST_VALUE))).join(BORDER)
  const isCut = short.length > LONGEST_TEXT || all.some(({ length }) => length > LONGEST_VALUE)
  const text = fold(wellFormed(short.slice(0, LONGEST_TEXT)))
  return isCut ? text + CUT : text
}

/** The form in which text is searched for: what no keyboard types is no part of it. */
export const searched = (text: string) =>
  // oxlint-disable-next-line no-control-regex -- the marks above consist of them
  wellFormed(text).replaceAll(/[\u0000-\u0003]/g, ' ')

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) ? [] : texts(item)))
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'number' ? [String(value)] : []
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
