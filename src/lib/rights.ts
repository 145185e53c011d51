import { t } from './messages.ts'

/** isc-facts §2: any one of the levels, and the scope where one is asked for. */
export type Right = { levels: string[]; scope?: string }

/** Who acts on the tenant, as the token names them. */
export type Operator = { userLevels: string[]; scopes: string[] }

/** isc-facts §6: this scope stands for every right of the user's level. */
const EVERY_SCOPE = 'sp:scopes:all'

/**
 * Why an operator may not do what takes a right, in words for them; undefined where nothing speaks
 * against it. `refused` are the tenant's words where it has refused it before. A token that names
 * no level or no scope leaves it to the tenant.
 */
export function notAllowed(
  { levels, scope }: Right,
  operator: Operator | undefined,
  refused: string | undefined,
): string | undefined {
  if (refused !== undefined) return t.rights.refused(refused)
  const { userLevels = [], scopes = [] } = operator ?? {}
  if (userLevels.length > 0 && !userLevels.some((level) => levels.includes(level))) {
    return t.rights.needsLevel(levels.join(', '))
  }
  if (scope === undefined || scopes.length === 0) return undefined
  const hasScope = scopes.includes(scope) || scopes.includes(EVERY_SCOPE)
  return hasScope ? undefined : t.rights.needsScope(scope)
}
