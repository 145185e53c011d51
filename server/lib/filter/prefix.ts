const LAST = 0x10ffff

/**
 * The first text, by code point, that comes after everything that starts with `prefix`; undefined
 * where nothing does.
 */
export function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0)
  while (points.at(-1) === LAST) points.pop()
  const last = points.pop()
  if (last === undefined) return undefined
  // Half of a surrogate pair is no character: a driver would write something else.
  const next = last >= 0xd7ff && last < 0xe000 ? 0xe000 : last + 1
  return String.fromCodePoint(...points, next)
}
