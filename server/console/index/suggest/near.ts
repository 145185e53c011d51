import { distance } from 'fastest-levenshtein'

import { keyOf, type Clues } from './account-clues.ts'
import type { Candidate, Evidence, Sharing } from './candidate.ts'

export type NearKind = 'email' | 'employeeNumber'
export const nearKinds: readonly NearKind[] = ['employeeNumber', 'email']

/** Shorter values are alike by chance. */
const SHORTEST = 5
/** One slip in six digits, or in the address of a short name. */
const SAME_NUMBER = 0.8
const SAME_ADDRESS = 0.85

/** A value of the account's that is nobody's, beside the candidate's that it almost is. */
export function nearMatch(
  kind: NearKind,
  clues: Clues,
  { keys }: Candidate,
  sharing: Sharing,
): Evidence | undefined {
  let best: Evidence | undefined
  for (const account of clues[kind]) {
    const key = keyOf(account)
    // What is somebody's own was not meant for another one.
    if (key.length < SHORTEST || sharing(kind, key) > 0) continue
    for (const [known, identity] of keys[kind]) {
      const likeness = 1 - distance(key, known) / Math.max(key.length, known.length)
      const similarity = Math.round(100 * likeness) / 100
      if (isNear(kind, key, known, likeness) && similarity > (best?.similarity ?? 0)) {
        best = { kind, account, identity, similarity }
      }
    }
  }
  return best
}

function isNear(kind: NearKind, key: string, known: string, likeness: number): boolean {
  if (kind === 'employeeNumber') return likeness >= SAME_NUMBER
  return (
    likeness >= SAME_ADDRESS || (localOf(key) === localOf(known) && localOf(key).length >= SHORTEST)
  )
}

/** What stands before the domain: many take it along to a private address. */
const localOf = (address: string) => address.replace(/@.*$/, '')
