import { sourceText } from '#lib/messages/sources.ts'

const text = sourceText.aggregation

/** isc-facts §2: any one of the levels, and the scope. */
const levels = ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN']
const scope = 'idn:sources:manage'
/** isc-facts §6: this scope stands for every right of the user's level. */
const everyScope = 'sp:scopes:all'

/** Under which the session keeps that the tenant has refused it. */
export const AGGREGATE = 'source-aggregate'

type Operator = { userLevels: string[]; scopes: string[] }

/** Why this operator cannot aggregate a source; undefined where nothing speaks against it. */
export function notAllowed(
  operator: Operator | undefined,
  refused: string | undefined,
): string | undefined {
  if (refused !== undefined) return text.refused(refused)
  const { userLevels = [], scopes = [] } = operator ?? {}
  // A token that names no level or no scope leaves it to the tenant.
  if (userLevels.length > 0 && !userLevels.some((level) => levels.includes(level))) {
    return text.needsLevel(levels.join(', '))
  }
  const hasScope = scopes.includes(scope) || scopes.includes(everyScope)
  return scopes.length > 0 && !hasScope ? text.needsScope(scope) : undefined
}
