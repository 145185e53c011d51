import { Refusal, TaskFailed } from './errors.ts'
import { newId } from './ids.ts'

/** Native identities of accounts that always fail in a known way; what fails, the name says. */
const names = {
  disable500: 'sentinel-disable-500',
  disable403: 'sentinel-disable-403',
  disable429: 'sentinel-disable-429',
  taskError: 'sentinel-task-error',
  neverConfirms: 'sentinel-never-confirms',
  slow: 'sentinel-slow',
  lostTask: 'sentinel-lost-task',
  removeError: 'sentinel-remove-error',
}

/** Whether the account is one of those: what changes accounts at random leaves it alone. */
export const isSentinel = (nativeIdentity: string) => nativeIdentity.startsWith('sentinel-')

export type AccountAction = 'enable' | 'disable' | 'unlock' | 'reload' | 'remove'
export type Sentinels = ReturnType<typeof createSentinels>

export function createSentinels() {
  /** Accounts that were told to wait: their next calls pass. */
  const told = new Set<string>()

  /** Throws what the call is answered with. */
  function beforeCall(action: AccountAction, nativeIdentity: string): void {
    if (action === 'remove' && nativeIdentity === names.removeError) {
      throw new Refusal(
        400,
        `Action "Remove Source Accounts" cannot be performed on [${nativeIdentity}].`,
      )
    }
    if (action !== 'disable' && action !== 'enable') return
    if (nativeIdentity === names.disable500) {
      throw new Refusal(500, `The tenant failed before it could ${action} ${nativeIdentity}.`)
    }
    if (nativeIdentity === names.disable403) {
      throw new Refusal(403, `You may not ${action} ${nativeIdentity}.`)
    }
    if (nativeIdentity === names.disable429 && !told.has(nativeIdentity)) {
      told.add(nativeIdentity)
      throw new Refusal(429, 'Rate Limit Exceeded', 1)
    }
  }

  return { beforeCall }
}

const SLOW_MS = 5000

/** How long a task on the account takes where others take `usual` milliseconds. */
export const delayOf = (nativeIdentity: string) => (usual: number) =>
  nativeIdentity === names.slow ? Math.max(10 * usual, SLOW_MS) : usual

/** The task id that the caller is given: of a lost task, one that nobody knows. */
export const answeredId = (taskId: string, nativeIdentity: string) =>
  nativeIdentity === names.lostTask ? newId() : taskId

/** Throws where the system behind the source refuses every change. */
export function beforeProvisioning(nativeIdentity: string): void {
  if (nativeIdentity !== names.taskError) return
  throw new TaskFailed(
    'The connector returned an error: [LDAP: error code 50 - INSUFFICIENT_ACCESS_RIGHTS].',
  )
}

/** False for an account whose task ends well while nothing changes. */
export const takesEffect = (nativeIdentity: string) => nativeIdentity !== names.neverConfirms
