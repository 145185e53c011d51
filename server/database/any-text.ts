/**
 * PostgreSQL stores every character but U+0000. That one is written as two others, and the first of
 * those as two as well: nothing is lost, and what is compared, sorted or searched comes out the same.
 */
// oxlint-disable-next-line no-control-regex -- these are the characters in question
const PLAIN = /[\u0000\u0001]/g
// oxlint-disable-next-line no-control-regex -- as above
const STORED = /\u0001[\u0001\u0002]/g

const stored = (text: string) =>
  text.replaceAll(PLAIN, (character) => (character === '\u0000' ? '\u0001\u0001' : '\u0001\u0002'))

/** The text that was stored. */
export const plainText = (text: string) =>
  text.replaceAll(STORED, (pair) => (pair === '\u0001\u0001' ? '\u0000' : '\u0001'))

/** A parameter of a statement, or a list that is one, as it is stored. */
export function storedValue(value: unknown): unknown {
  if (typeof value === 'string') return stored(value)
  return Array.isArray(value) ? value.map(storedValue) : value
}
