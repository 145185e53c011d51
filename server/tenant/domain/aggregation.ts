import {
  accountsByNative,
  accountsWithoutTarget,
  countAccounts,
  type AccountRow,
} from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { setSourceHealth, sourceRow, type SourceRow } from '../store/sources.ts'
import {
  countTargets,
  dropStaged,
  stagingId,
  targetsAfter,
  type TargetRow,
} from '../store/targets.ts'
import { updateOpenTask, type TaskRow } from '../store/tasks.ts'
import { inTransaction } from '../store/transaction.ts'
import { checkHealth } from './account-handlers.ts'
import type { Attributes } from './attributes.ts'
import { BATCH, SourceFailed, type Connector } from './connectors/connector.ts'
import type { Connectors } from './connectors/connectors.ts'
import { stageAll } from './connectors/staging.ts'
import { correlator, type Correlate } from './correlation.ts'
import { TaskFailed } from './errors.ts'
import {
  addAccount,
  copyTarget,
  correlateAnew,
  existing,
  mayFindOwner,
  removeAccounts,
} from './records.ts'
import { message, type Outcome, type TaskHandler } from './tasks.ts'

type Counts = {
  total: number
  created: number
  updated: number
  /** No longer on the source. */
  gone: number
  deleted: number
}
type Messages = NonNullable<Outcome['messages']>

/** One aggregation while it runs. */
type Reading = {
  db: Db
  task: TaskRow
  source: SourceRow
  connector: Connector
  checkpoint: () => Promise<void>
  /** Under which id the rows stand that become accounts. */
  targetId: string
  /** A record that has changed since is newer than what was read, and left alone. */
  readAt: string | undefined
}

/**
 * Makes the accounts of a source what its target holds. Each batch is a transaction of its own, so
 * that the tenant goes on answering; starting again after a cut comes to the same end.
 */
export const aggregateHandler = (connectors: Connectors): TaskHandler => ({
  atomic: false,
  async run(db, task, checkpoint) {
    const source = existing(await sourceRow(db, task.source_id ?? ''), 'source')
    const connector = connectors.open(db, source)
    const reading = { db, task, source, connector, checkpoint }
    if (connector.remote) return readRemote(reading)
    checkHealth(source)
    return copyAll({ ...reading, targetId: source.id, readAt: undefined })
  },
})

/**
 * Reads a remote system to its end before a single record changes, so that a search which is cut
 * short does no harm.
 */
async function readRemote(reading: Omit<Reading, 'targetId' | 'readAt'>): Promise<Outcome> {
  const { db, task, source, connector } = reading
  const targetId = stagingId(task.id)
  const readAt = new Date().toISOString()
  try {
    await dropStaged(db, targetId)
    const notices = await stageAll(db, connector, source, targetId, async (count) => {
      await reading.checkpoint()
      await showProgress(reading, `${count} accounts read`, 0)
    })
    const outcome = await copyAll({ ...reading, targetId, readAt })
    await setSourceHealth(db, source.id, true)
    const said = notices.map((text) => message('INFO', text))
    return { ...outcome, messages: [...(outcome.messages ?? []), ...said] }
  } catch (error) {
    if (error instanceof SourceFailed) await setSourceHealth(db, source.id, false)
    throw error
  } finally {
    await connector.close()
    await dropStaged(db, targetId)
  }
}

async function copyAll(reading: Reading): Promise<Outcome> {
  const { db, source, targetId } = reading
  const counts: Counts = { total: 0, created: 0, updated: 0, gone: 0, deleted: 0 }
  const correlate = await correlator(db, source.config.correlation)
  const all = await countTargets(db, targetId)
  let after = ''
  while (true) {
    const page = await targetsAfter(db, targetId, after, BATCH)
    const last = page.at(-1)
    if (!last) break
    await inTransaction(db, (trx) => copyBatch(trx, reading, page, correlate, counts))
    after = last.native_identity
    counts.total += page.length
    await reading.checkpoint()
    const percent = Math.min(99, Math.floor((counts.total * 100) / Math.max(all, 1)))
    await showProgress(reading, `${counts.total} of ${all} accounts`, percent, counts)
  }
  return removeGone(reading, counts)
}

async function copyBatch(
  db: Db,
  { source, readAt }: Reading,
  targets: TargetRow[],
  correlate: Correlate,
  counts: Counts,
): Promise<void> {
  const known = await accountsByNative(
    db,
    source.id,
    targets.map((target) => target.native_identity),
  )
  for (const target of targets) {
    const account = known.get(target.native_identity)
    if (account && readAt !== undefined && account.modified >= readAt) continue
    const attributes: Attributes = JSON.parse(target.attributes)
    if (!account) {
      await addAccount(db, source, target, correlate(attributes))
      counts.created += 1
      continue
    }
    const owner = mayFindOwner(account) ? correlate(attributes) : undefined
    const changed = await copyTarget(db, source, account, target)
    if ((await correlateAnew(db, account, owner)) || changed) counts.updated += 1
  }
}

async function showProgress(
  { db, task }: Pick<Reading, 'db' | 'task'>,
  text: string,
  percent: number,
  counts?: Counts,
) {
  const attributes = JSON.stringify({ ...JSON.parse(task.attributes), ...counts })
  const change = { progress: text, percent_complete: percent, attributes }
  if (await updateOpenTask(db, task.id, change)) return
  throw new TaskFailed('The aggregation was ended while it ran.')
}

/** A file that is suddenly much shorter is more likely to be wrong than people to have gone. */
async function removeGone(reading: Reading, counts: Counts): Promise<Outcome> {
  const { checkpoint, db, source, targetId } = reading
  const gone = await accountsWithoutTarget(db, source.id, targetId)
  counts.gone = gone.length
  const before = (await countAccounts(db, source.id)) - counts.created
  if (source.delete_threshold > 0 && gone.length * 100 > source.delete_threshold * before) {
    const text = `${gone.length} of ${before} accounts are no longer on ${source.name}. That is more than the delete threshold of ${source.delete_threshold} percent, so none was removed.`
    return { status: 'WARNING', messages: [message('WARN', text)], attributes: counts }
  }
  for (let at = 0; at < gone.length; at += BATCH) {
    const batch = await reallyGone(reading, gone.slice(at, at + BATCH))
    await inTransaction(db, (trx) => removeAccounts(trx, batch))
    counts.deleted += batch.length
    await checkpoint()
    await showProgress(reading, `${counts.deleted} of ${gone.length} removed`, 99, counts)
  }
  const kept = gone.length - counts.deleted
  return { ...(kept > 0 && leftOut(source, kept)), attributes: counts }
}

type Gone = Pick<AccountRow, 'id' | 'identity_id' | 'native_identity'>

/** A remote system is asked for each: servers leave entries out of a long answer without a word. */
async function reallyGone({ connector }: Reading, gone: Gone[]): Promise<Gone[]> {
  if (!connector.remote) return gone
  const confirmed: Gone[] = []
  for (const account of gone) {
    const found = await connector.account(account.native_identity)
    // An entry that is now spelled in another way has a record under that name already.
    if (found?.native_identity !== account.native_identity) confirmed.push(account)
  }
  return confirmed
}

function leftOut(source: SourceRow, kept: number): { status: 'WARNING'; messages: Messages } {
  const text = `${source.name} left ${kept} accounts out of its answer that are still there: they were kept.`
  return { status: 'WARNING', messages: [message('WARN', text)] }
}
