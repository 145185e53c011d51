import { ALL_SCOPES } from './clients.ts'

/** What an operation of the contract asks for: one of the scopes, and one of the user levels. */
export type Requirement = {
  scopes: string[]
  levels: string[]
  /** What a token without a user needs instead; missing where such a token may not call at all. */
  appScopes?: string[]
}
export type Holder = {
  scopes: string[]
  levels: string[]
  /** The person behind the token; null where there is none. */
  identityId: string | null
}

/** Why the holder may not, or undefined where they may. An empty list asks for nothing. */
export function refusalOf(requirement: Requirement, holder: Holder): string | undefined {
  const { appScopes, levels } = requirement
  if (holder.identityId === null) {
    if (!appScopes) return 'The token needs a user behind it.'
    return scopeRefusal(appScopes, holder)
  }
  const levelled = levels.length === 0 || levels.some((level) => holder.levels.includes(level))
  const refusal = scopeRefusal(requirement.scopes, holder)
  if (refusal || levelled) return refusal
  return `The user needs one of the levels ${levels.join(', ')}.`
}

function scopeRefusal(scopes: string[], holder: Holder): string | undefined {
  if (scopes.length === 0 || scopes.some((scope) => hasScope(holder, scope))) return undefined
  return `The token needs one of the scopes ${scopes.join(', ')}.`
}

/** Pushes a change to a source although the record says that there is nothing to change. */
export const FORCE_SCOPE = 'idn:accounts-provisioning:manage'

function hasScope({ scopes, levels }: Holder, scope: string): boolean {
  if (scopes.includes(scope)) return true
  // What each level holds is not public: the helpdesk may act on accounts, but not force a source.
  const ofLevel = scope !== FORCE_SCOPE || levels.some((level) => level !== 'HELPDESK')
  return ofLevel && scopes.includes(ALL_SCOPES)
}

const ownerLevels = ['SOURCE_ADMIN', 'SOURCE_SUBADMIN']

/**
 * Whether the holder may do this only because they look after sources: then the operation reaches
 * their own sources and what lies on them, and nothing else. ISC says so of its screens and is silent
 * on its API; here `source.owner_id` decides, there being no governance groups.
 */
export function reachesOwnSourcesOnly({ levels }: Requirement, holder: Holder): boolean {
  const entitling = levels.filter((level) => holder.levels.includes(level))
  return entitling.length > 0 && entitling.every((level) => ownerLevels.includes(level))
}
