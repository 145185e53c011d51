import { ALL_SCOPES } from './clients.ts'

/** What an operation of the contract asks for: one of the scopes, and one of the user levels. */
export type Requirement = { scopes: string[]; levels: string[] }
export type Holder = { scopes: string[]; levels: string[] }

/** Why the holder may not, or undefined where they may. An empty list asks for nothing. */
export function refusalOf({ scopes, levels }: Requirement, holder: Holder): string | undefined {
  const scoped = scopes.length === 0 || scopes.some((scope) => hasScope(holder, scope))
  if (!scoped) return `The token needs one of the scopes ${scopes.join(', ')}.`
  const levelled = levels.length === 0 || levels.some((level) => holder.levels.includes(level))
  return levelled ? undefined : `The user needs one of the levels ${levels.join(', ')}.`
}

/** Pushes a change to a source although the record says that there is nothing to change. */
export const FORCE_SCOPE = 'idn:accounts-provisioning:manage'

function hasScope({ scopes, levels }: Holder, scope: string): boolean {
  if (scopes.includes(scope)) return true
  // What each level holds is not public: the helpdesk may act on accounts, but not force a source.
  const ofLevel = scope !== FORCE_SCOPE || levels.some((level) => level !== 'HELPDESK')
  return ofLevel && scopes.includes(ALL_SCOPES)
}
