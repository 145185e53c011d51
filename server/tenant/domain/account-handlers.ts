import { accountRow, systemAccounts, updateAccountRow, type AccountRow } from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { sourceRow, type SourceRow } from '../store/sources.ts'
import type { TaskRow } from '../store/tasks.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Wish } from './account-actions.ts'
import type { Connector, StateChange } from './connectors/connector.ts'
import type { Connectors } from './connectors/connectors.ts'
import { ownerOf } from './correlation.ts'
import { TaskFailed } from './errors.ts'
import {
  correlateAnew,
  copyTarget,
  existing,
  mayFindOwner,
  removeAccounts,
  setLoginState,
} from './records.ts'
import { beforeProvisioning, takesEffect } from './sentinels.ts'
import { message, type Outcome, type TaskHandler } from './tasks.ts'

type Work = (db: Db, connector: Connector, task: TaskRow) => Promise<Outcome | void>

/** What the tasks on one account do when they are due. */
export function accountHandlers(connectors: Connectors): Record<string, TaskHandler> {
  /** A system over the network is asked between transactions, and never within one. */
  const onSource = (work: Work): TaskHandler => ({
    atomic: (task) => !connectors.isRemote(task.source_id),
    run: (db, task, checkpoint) =>
      connectors.use(db, existing(task.source_id ?? undefined, 'source'), async (connector) => {
        if (connector.remote) await checkpoint()
        return work(db, connector, task)
      }),
  })

  return {
    enable: onSource((...given) => provision(...given, { disabled: 0 })),
    disable: onSource((...given) => provision(...given, { disabled: 1 })),
    unlock: onSource(async (db, connector, task) => {
      const outcome = await provision(db, connector, task, { locked: 0 })
      if (!wishOf(task).unlockLogin) return outcome
      const said = await inTransaction(db, (trx) => unlockLogin(trx, task))
      return { ...outcome, messages: [...(outcome?.messages ?? []), ...said] }
    }),
    reload: onSource(reload),
    remove: {
      atomic: true,
      async run(db, task) {
        const { account } = await subject(db, task)
        await removeAccounts(db, [account])
      },
    },
  }
}

/**
 * First the system behind the source, then the record: a refusal there leaves both as they were.
 * Where the record says that nothing is to change, the source is told only if the caller insists;
 * then an account that is not locked is unlocked there as well, as ISC does.
 */
async function provision(
  db: Db,
  connector: Connector,
  task: TaskRow,
  wanted: StateChange,
): Promise<Outcome | void> {
  const { account, source } = await subject(db, task)
  const { force } = wishOf(task)
  if (!force && isSo(account, wanted)) {
    const text = `${account.name} is ${wordFor(wanted)} already: nothing was sent to ${source.name}.`
    return { messages: [message('INFO', text)] }
  }
  beforeProvisioning(account.native_identity)
  if (!takesEffect(account.native_identity)) return
  const state: StateChange = force && account.locked === 0 ? { ...wanted, locked: 0 } : wanted
  const found = source.internal ? undefined : await tellSource(connector, source, account, state)
  await inTransaction(db, async (trx) => {
    if (account.system_account) await setLoginState(trx, account, state)
    else await updateAccountRow(trx, account.id, found ?? state)
  })
}

/** Believes what stands on the source afterwards, and not that it took the change. */
async function tellSource(
  connector: Connector,
  source: SourceRow,
  account: AccountRow,
  state: StateChange,
): Promise<StateChange> {
  const found = await connector.change(account.native_identity, state)
  if (!found) throw new TaskFailed(`${account.native_identity} was not found on ${source.name}.`)
  if (isSo(found, state)) return found
  throw new TaskFailed(`${source.name} took the change, and the account is as it was there.`)
}

async function unlockLogin(db: Db, task: TaskRow): Promise<NonNullable<Outcome['messages']>> {
  const { account } = await subject(db, task)
  const [login] = await systemAccounts(db, [account.identity_id])
  if (login) {
    await setLoginState(db, login, { locked: 0 })
    return []
  }
  return [message('INFO', `${account.identity_name} has no log-in account to unlock.`)]
}

const isSo = (account: StateChange, { disabled, locked }: StateChange) =>
  (disabled ?? account.disabled) === account.disabled &&
  (locked ?? account.locked) === account.locked

const wordFor = ({ disabled }: StateChange) =>
  disabled === undefined ? 'unlocked' : disabled === 1 ? 'disabled' : 'enabled'

/** What `accountActions` stored as the input of the task. */
const wishOf = (task: TaskRow): Partial<Wish> => JSON.parse(task.input)

async function reload(db: Db, connector: Connector, task: TaskRow): Promise<Outcome | void> {
  const { account, source } = await subject(db, task)
  if (source.internal) return
  if (!connector.remote) checkHealth(source)
  const found = await connector.account(account.native_identity)
  return inTransaction(db, async (trx) => {
    if (!found) {
      await removeAccounts(trx, [account])
      const text = `${account.name} is gone from ${source.name}: its record was removed.`
      return { messages: [message('INFO', text)] }
    }
    await copyTarget(trx, source, account, { ...found, source_id: source.id })
    if (mayFindOwner(account)) {
      const owner = await ownerOf(trx, source.config.correlation, JSON.parse(found.attributes))
      await correlateAnew(trx, account, owner)
    }
  })
}

export function checkHealth(source: SourceRow): void {
  if (source.healthy) return
  throw new TaskFailed(`${source.name} cannot be read: its connector reports ${source.status}.`)
}

async function subject(db: Db, task: TaskRow) {
  const account = existing(await accountRow(db, task.account_id ?? ''), 'account')
  return { account, source: existing(await sourceRow(db, account.source_id), 'source') }
}
