import { accountsByNative, accountsWithoutTarget, countAccounts } from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { sourceRow, type SourceRow } from '../store/sources.ts'
import { countTargets, targetsAfter, type TargetRow } from '../store/targets.ts'
import { updateOpenTask, type TaskRow } from '../store/tasks.ts'
import { inTransaction } from '../store/transaction.ts'
import { checkHealth } from './account-handlers.ts'
import type { Attributes } from './attributes.ts'
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

const BATCH = 200

/**
 * Makes the accounts of a source what its target holds. Each batch is a transaction of its own, so
 * that the tenant goes on answering; starting again after a cut comes to the same end.
 */
export const aggregateHandler: TaskHandler = {
  atomic: false,
  async run(db, task, checkpoint) {
    const source = existing(await sourceRow(db, task.source_id ?? ''), 'source')
    checkHealth(source)
    const counts = { total: 0, created: 0, updated: 0, deleted: 0 }
    const correlate = await correlator(db, source.config.correlation)
    const all = await countTargets(db, source.id)
    let after = ''
    while (true) {
      const page = await targetsAfter(db, source.id, after, BATCH)
      const last = page.at(-1)
      if (!last) break
      await inTransaction(db, (trx) => copyBatch(trx, source, page, correlate, counts))
      after = last.native_identity
      counts.total += page.length
      await checkpoint()
      await showProgress(db, task, counts.total, all)
    }
    return removeGone(db, source, counts, checkpoint)
  },
}

type Counts = { total: number; created: number; updated: number; deleted: number }

async function copyBatch(
  db: Db,
  source: SourceRow,
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

async function showProgress(db: Db, task: TaskRow, done: number, all: number): Promise<void> {
  const percent = Math.min(99, Math.floor((done * 100) / Math.max(all, 1)))
  const change = { progress: `${done} of ${all} accounts`, percent_complete: percent }
  if (await updateOpenTask(db, task.id, change)) return
  throw new TaskFailed('The aggregation was ended while it ran.')
}

/** A file that is suddenly much shorter is more likely to be wrong than people to have gone. */
async function removeGone(
  db: Db,
  source: SourceRow,
  counts: Counts,
  checkpoint: () => Promise<void>,
): Promise<Outcome> {
  const gone = await accountsWithoutTarget(db, source.id)
  const before = (await countAccounts(db, source.id)) - counts.created
  if (source.delete_threshold > 0 && gone.length * 100 > source.delete_threshold * before) {
    const text = `${gone.length} of ${before} accounts are no longer on ${source.name}. That is more than the delete threshold of ${source.delete_threshold} percent, so none was removed.`
    return { status: 'WARNING', messages: [message('WARN', text)], attributes: counts }
  }
  for (let at = 0; at < gone.length; at += BATCH) {
    await inTransaction(db, (trx) => removeAccounts(trx, gone.slice(at, at + BATCH)))
    await checkpoint()
  }
  return { attributes: { ...counts, deleted: gone.length } }
}
