import type { components } from '../../../../src/api/console-schema.d.ts'
import type { Clues } from './account-clues.ts'

type Schemas = components['schemas']
export type Evidence = Schemas['OwnerEvidence']
export type Suggestion = Schemas['OwnerSuggestion']
export type Judged = Pick<Schemas['UncorrelatedAccount'], 'suggestions' | 'isAmbiguous' | 'isClear'>

/** By what an identity is known; each value beside its folded form. */
export type Candidate = {
  identity: Suggestion['identity']
  keys: Record<keyof Clues, Map<string, string>>
}

/** How many identities have the value; it is at least the candidate's own. */
export type Sharing = (kind: ExactKind, key: string) => number
export type ExactKind = 'email' | 'employeeNumber' | 'login'
