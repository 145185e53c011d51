/** Words that lifecycle states are named by where the person is no longer there. */
const words = new Set([
  'alumni',
  'archived',
  'deactivated',
  'departed',
  'dismissed',
  'former',
  'inactive',
  'leaver',
  'leavers',
  'left',
  'offboarded',
  'resigned',
  'retired',
  'separated',
  'terminated',
])

/** With one of these the person is still there, or not yet. */
const notYet = new Set(['pending', 'pre', 'future', 'not', 'soon', 'scheduled'])

/**
 * Whether a lifecycle state says that the person has left. Each tenant names its own states, so the
 * name is all there is to go by: `inactive`, `longTermInactive`, `TERMINATED`, `former employee`.
 */
export function saysLeft(state: string): boolean {
  const parts = state
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  return parts.some((part) => words.has(part)) && !parts.some((part) => notYet.has(part))
}
