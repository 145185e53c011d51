import { accountRow, systemAccounts, type AccountRow } from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { sourceRow, type SourceRow } from '../store/sources.ts'
import { inTransaction, statementTogether } from '../store/transaction.ts'
import { invalid, notFound } from './errors.ts'
import { answeredId, delayOf, type AccountAction, type Sentinels } from './sentinels.ts'
import type { NewTask, TaskRunner } from './tasks.ts'

export type Deps = { db: Db; tasks: TaskRunner; sentinels: Sentinels }
/** What a caller may ask for beside the change itself. */
export type Wish = {
  /** Tell the source although the record says that there is nothing to change. */
  force: boolean
  /** Unlock the log-in account of the identity as well. */
  unlockLogin?: boolean
  /** An outside process has to confirm the change by this id, before anything is sent. */
  verificationId?: string
}
export type AccountActions = ReturnType<typeof accountActions>

/** What an account can be told; each answers with the id of the task that does it. */
export function accountActions({ db, tasks, sentinels }: Deps) {
  async function act(id: string, action: AccountAction, launcher: string, wish?: Wish) {
    const { account, source } = await accountAndSource(db, id)
    checkFeature(source, action)
    if (action === 'remove' && account.system_account) {
      throw invalid(
        `Action "Remove Source Accounts" cannot be performed on [${account.id}]: it is a log-in account of the tenant.`,
      )
    }
    sentinels.beforeCall(action, account.native_identity)
    const task: NewTask = {
      kind: action,
      ...namesOf(action, account.name),
      launcher,
      ...targetOf(account, source),
      input: wish ?? {},
      verification_id: wish?.verificationId ?? null,
      delay: delayOf(account.native_identity),
    }
    const taskId = await statementTogether(db, (trx) => tasks.add(trx, task))
    tasks.wake()
    return answeredId(taskId, account.native_identity)
  }

  return {
    enable: (id: string, launcher: string, wish: Wish) => act(id, 'enable', launcher, wish),
    disable: (id: string, launcher: string, wish: Wish) => act(id, 'disable', launcher, wish),
    unlock: (id: string, launcher: string, wish: Wish) => act(id, 'unlock', launcher, wish),
    reload: (id: string, launcher: string) => act(id, 'reload', launcher),
    remove: (id: string, launcher: string) => act(id, 'remove', launcher),

    async delete(id: string, launcher: string): Promise<string> {
      const { account, source } = await accountAndSource(db, id)
      if (source.connection_type !== 'file' || source.internal) {
        throw invalid(`Accounts of ${source.name} cannot be deleted: it is not a flat file source.`)
      }
      sentinels.beforeCall('remove', account.native_identity)
      const taskId = await tasks.add(db, {
        kind: 'remove',
        ...namesOf('remove', account.name),
        launcher,
        ...targetOf(account, source),
      })
      tasks.wake()
      return taskId
    },

    /** Switches the tenant's own account of each identity, and says which of them have one. */
    async switchLogins(identityIds: string[], enabled: boolean, launcher: string) {
      const action = enabled ? 'enable' : 'disable'
      const accounts = await systemAccounts(db, [...new Set(identityIds)])
      await inTransaction(db, (trx) =>
        tasks.addAll(
          trx,
          accounts.map((account) => loginTask(account, action, launcher)),
        ),
      )
      tasks.wake()
      const started = new Set(accounts.map((account) => account.identity_id))
      return identityIds.map((id) => ({ id, found: started.has(id) }))
    },
  }
}

const loginTask = (account: AccountRow, action: AccountAction, launcher: string): NewTask => ({
  kind: action,
  ...namesOf(action, account.name),
  launcher,
  account_id: account.id,
  source_id: account.source_id,
  target_type: 'IDENTITY',
  target_id: account.identity_id,
  target_name: account.identity_name,
})

export async function accountAndSource(db: Db, id: string) {
  const account = await accountRow(db, id)
  if (!account) throw notFound('account', id)
  const source = await sourceRow(db, account.source_id)
  if (!source) throw notFound('source', account.source_id)
  return { account, source }
}

export const targetOf = (account: AccountRow, source: SourceRow) => ({
  account_id: account.id,
  source_id: source.id,
  target_type: 'APPLICATION' as const,
  target_id: source.id,
  target_name: source.name,
})

const titles: Record<AccountAction, { name: string; verb: string }> = {
  enable: { name: 'Enable Account', verb: 'Enables' },
  disable: { name: 'Disable Account', verb: 'Disables' },
  unlock: { name: 'Unlock Account', verb: 'Unlocks' },
  reload: { name: 'Account Reload', verb: 'Reads from its source' },
  remove: { name: 'Account Removal', verb: 'Removes the record of' },
}

function namesOf(action: AccountAction, account: string) {
  const { name, verb } = titles[action]
  return { unique_name: name, description: `${verb} the account ${account}.` }
}

function checkFeature(source: SourceRow, action: AccountAction): void {
  if (source.internal) return
  if (action === 'unlock' && !source.features.includes('UNLOCK')) {
    throw invalid(`${source.name} does not support unlocking accounts.`)
  }
  if ((action === 'enable' || action === 'disable') && !source.features.includes('ENABLE')) {
    throw invalid(`${source.name} does not support enabling or disabling accounts.`)
  }
}
