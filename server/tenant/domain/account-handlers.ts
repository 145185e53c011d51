import { accountRow, systemAccounts, updateAccountRow, type AccountRow } from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { setIdentityStatus } from '../store/identities.ts'
import { sourceRow, type SourceRow } from '../store/sources.ts'
import { targetRow, updateTarget } from '../store/targets.ts'
import type { TaskRow } from '../store/tasks.ts'
import type { Wish } from './account-actions.ts'
import { correlator } from './correlation.ts'
import { TaskFailed } from './errors.ts'
import { correlateAnew, copyTarget, existing, mayFindOwner, removeAccounts } from './records.ts'
import { beforeProvisioning, takesEffect } from './sentinels.ts'
import { message, type Outcome, type TaskHandler } from './tasks.ts'

type State = Partial<Pick<AccountRow, 'disabled' | 'locked'>>

/** What the tasks on one account do when they are due. */
export const accountHandlers: Record<string, TaskHandler> = {
  enable: { atomic: true, run: (db, task) => provision(db, task, { disabled: 0 }) },
  disable: { atomic: true, run: (db, task) => provision(db, task, { disabled: 1 }) },
  unlock: {
    atomic: true,
    async run(db, task) {
      const outcome = await provision(db, task, { locked: 0 })
      if (wishOf(task).unlockLogin) await unlockLogin(db, task)
      return outcome
    },
  },
  reload: { atomic: true, run: reload },
  remove: {
    atomic: true,
    async run(db, task) {
      const { account } = await subject(db, task)
      await removeAccounts(db, [account])
    },
  },
}

/**
 * First the system behind the source, then the record: a refusal there leaves both as they were.
 * Where the record says that nothing is to change, the source is told only if the caller insists;
 * then an account that is not locked is unlocked there as well, as ISC does.
 */
async function provision(db: Db, task: TaskRow, wanted: State): Promise<Outcome | void> {
  const { account, source } = await subject(db, task)
  const { force } = wishOf(task)
  if (!force && isSo(account, wanted)) {
    const text = `${account.name} is ${wordFor(wanted)} already: nothing was sent to ${source.name}.`
    return { messages: [message('INFO', text)] }
  }
  beforeProvisioning(account.native_identity)
  if (!takesEffect(account.native_identity)) return
  const state: State = force && account.locked === 0 ? { ...wanted, locked: 0 } : wanted
  if (!source.internal) await tellSource(db, source, account, state)
  await updateAccountRow(db, account.id, state)
  if (account.system_account && state.disabled !== undefined) {
    await setIdentityStatus(db, account.identity_id, state.disabled ? 'DISABLED' : 'ACTIVE')
  }
}

async function tellSource(db: Db, source: SourceRow, account: AccountRow, state: State) {
  const target = await targetRow(db, source.id, account.native_identity)
  if (!target) throw new TaskFailed(`${account.native_identity} was not found on ${source.name}.`)
  await updateTarget(db, target, state)
}

async function unlockLogin(db: Db, task: TaskRow): Promise<void> {
  const { account } = await subject(db, task)
  const [login] = await systemAccounts(db, [account.identity_id])
  if (login) await updateAccountRow(db, login.id, { locked: 0 })
}

const isSo = (account: AccountRow, { disabled, locked }: State) =>
  (disabled ?? account.disabled) === account.disabled &&
  (locked ?? account.locked) === account.locked

const wordFor = ({ disabled }: State) =>
  disabled === undefined ? 'unlocked' : disabled === 1 ? 'disabled' : 'enabled'

/** What `accountActions` stored as the input of the task. */
const wishOf = (task: TaskRow): Partial<Wish> => JSON.parse(task.input)

async function reload(db: Db, task: TaskRow): Promise<Outcome | void> {
  const { account, source } = await subject(db, task)
  if (source.internal) return
  checkHealth(source)
  const target = await targetRow(db, source.id, account.native_identity)
  if (!target) {
    await removeAccounts(db, [account])
    const text = `${account.name} is gone from ${source.name}: its record was removed.`
    return { messages: [message('INFO', text)] }
  }
  await copyTarget(db, source, account, target)
  if (mayFindOwner(account)) {
    const correlate = await correlator(db, source.config.correlation)
    await correlateAnew(db, account, correlate(JSON.parse(target.attributes)))
  }
}

export function checkHealth(source: SourceRow): void {
  if (source.healthy) return
  throw new TaskFailed(`${source.name} cannot be read: its connector reports ${source.status}.`)
}

async function subject(db: Db, task: TaskRow) {
  const account = existing(await accountRow(db, task.account_id ?? ''), 'account')
  return { account, source: existing(await sourceRow(db, account.source_id), 'source') }
}
