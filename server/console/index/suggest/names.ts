import { distance } from 'fastest-levenshtein'

import { fold } from '../store/fold.ts'

const LONGEST = 200
const MOST_PARTS = 8
/** Two parts of names that differ more than this are different parts. */
const SAME_PART = 0.7

/**
 * The parts of a name in the form in which they are compared: without marks, case and apostrophes,
 * split at everything that is no letter.
 */
export function namePartsOf(text: string): string[] {
  const plain = fold(text.slice(0, LONGEST)).replaceAll(/['’‘`´]/g, '')
  return (plain.match(/\p{L}+/gu) ?? []).slice(0, MOST_PARTS)
}

/** From 0 to 1, in whatever order the parts stand. A part that has no counterpart counts against it. */
export function nameSimilarity(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  // "Jean-Luc" and "Jeanluc".
  if (a.join('') === b.join('')) return 1
  const pairs = a.flatMap((one, at) =>
    b.map((other, place) => ({ one, other, at, place, alike: similarity(one, other) })),
  )
  const [left, right] = [new Set<number>(), new Set<number>()]
  let shared = 0
  for (const { one, other, at, place, alike } of pairs.toSorted((x, y) => y.alike - x.alike)) {
    if (alike < SAME_PART || left.has(at) || right.has(place)) continue
    left.add(at)
    right.add(place)
    shared += alike * (one.length + other.length)
  }
  return shared / (lengthOf(a) + lengthOf(b))
}

const similarity = (a: string, b: string) => 1 - distance(a, b) / Math.max(a.length, b.length)
const lengthOf = (parts: readonly string[]) => parts.reduce((sum, { length }) => sum + length, 0)
