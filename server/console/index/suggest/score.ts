import { keyOf, loginForms, type Clues } from './account-clues.ts'
import type { Candidate, Evidence, ExactKind, Judged, Sharing, Suggestion } from './candidate.ts'
import { namePartsOf, nameSimilarity } from './names.ts'
import { nearKinds, nearMatch } from './near.ts'
import {
  ALIKE,
  CLEAR,
  CLOSE,
  CONTRADICTED,
  MOST_SHARING,
  MOST_SUGGESTIONS,
  weights,
} from './weights.ts'

const exactKinds: readonly ExactKind[] = ['employeeNumber', 'email', 'login']

/** The best candidates, the best first; of equal ones the order is that of their ids. */
export function judge(clues: Clues, candidates: Candidate[], sharing: Sharing): Judged {
  const found = candidates
    .map((candidate) => suggestionOf(clues, candidate, sharing))
    .filter(({ suggestion }) => suggestion.score > 0)
    .toSorted((a, b) => byScore(a.suggestion, b.suggestion))
    .slice(0, MOST_SUGGESTIONS)
  const [first, ...others] = found
  const score = first?.suggestion.score ?? 0
  // Of what speaks for another one nothing is taken away: an address that is somebody else's is a
  // reason to look, even where the employee number says who it is.
  const isAmbiguous = others.some(({ undoubted }) => score - undoubted < CLOSE)
  return {
    suggestions: found.map(({ suggestion }) => suggestion),
    isAmbiguous,
    isClear: score >= CLEAR && !isAmbiguous,
  }
}

const byScore = (a: Suggestion, b: Suggestion) =>
  b.score - a.score || (a.identity.id < b.identity.id ? -1 : 1)

function suggestionOf(clues: Clues, candidate: Candidate, sharing: Sharing) {
  const found: { evidence: Evidence; weight: number }[] = []
  for (const kind of exactKinds) {
    const match = exactMatch(kind, clues, candidate, sharing)
    if (match) found.push(match)
  }
  for (const kind of nearKinds) {
    if (found.some(({ evidence }) => evidence.kind === kind)) continue
    const evidence = nearMatch(kind, clues, candidate, sharing)
    if (evidence) found.push({ evidence, weight: weights.near[kind] })
  }
  const login = found.find(({ evidence }) => evidence.kind === 'login')?.evidence.account
  // One text is one reason: a login that reads like a name is no name beside it.
  const name = bestName(
    clues.name.filter((text) => text !== login),
    candidate.keys.name,
  )
  if (name && name.similarity >= ALIKE) {
    found.push({ evidence: name, weight: weights.name * name.similarity })
  }
  const hasNumber = found.some(({ evidence }) => evidence.kind === 'employeeNumber')
  const doubt = found.length > 0 && !hasNumber ? contradiction(clues, candidate) : undefined
  const undoubted = 100 * (1 - found.reduce((left, { weight }) => left * (1 - weight), 1))
  const evidence = found.toSorted((a, b) => b.weight - a.weight).map((each) => each.evidence)
  const suggestion: Suggestion = {
    identity: candidate.identity,
    score: Math.round(doubt ? undoubted * CONTRADICTED : undoubted),
    evidence: doubt ? [...evidence, doubt] : evidence,
  }
  return { suggestion, undoubted }
}

function exactMatch(kind: ExactKind, clues: Clues, { keys }: Candidate, sharing: Sharing) {
  for (const value of clues[kind]) {
    for (const key of formsOf(kind, value)) {
      const identity = keys[kind].get(key)
      const owners = identity === undefined ? 0 : sharing(kind, key)
      if (identity === undefined || owners > MOST_SHARING) continue
      const weight = owners > 1 ? weights[kind].shared : weights[kind].own
      const evidence: Evidence = { kind, account: value, identity, similarity: 1 }
      return { evidence, weight }
    }
  }
  return undefined
}

/** Both have an employee number, and not one of them is the same. */
function contradiction(clues: Clues, { keys }: Candidate): Evidence | undefined {
  const [account] = clues.employeeNumber
  const [identity] = keys.employeeNumber.values()
  if (account === undefined || identity === undefined) return undefined
  if (clues.employeeNumber.some((value) => keys.employeeNumber.has(keyOf(value)))) return undefined
  return { kind: 'employeeNumber', account, identity, similarity: 0 }
}

function bestName(names: string[], known: Map<string, string>): Evidence | undefined {
  let best: Evidence | undefined
  for (const account of names) {
    for (const identity of known.values()) {
      const similarity = nameSimilarity(namePartsOf(account), namePartsOf(identity))
      if (!best || similarity > best.similarity) {
        best = { kind: 'name', account, identity, similarity: Math.round(100 * similarity) / 100 }
      }
    }
  }
  return best
}

export const formsOf = (kind: ExactKind, value: string): string[] =>
  kind === 'login' ? loginForms(value) : [keyOf(value)].filter(Boolean)
