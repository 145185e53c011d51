import type { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'

import type { LoadAccountsTask } from '../../contract.ts'
import type { Db } from '../store/database.ts'
import { sourceRow, type SourceRow } from '../store/sources.ts'
import {
  dropStaged,
  insertTargets,
  replaceTargets,
  stagingId,
  type TargetRow,
} from '../store/targets.ts'
import { openAggregation, taskRow, type TaskRow } from '../store/tasks.ts'
import { inTransaction } from '../store/transaction.ts'
import { stateIn } from './attributes.ts'
import { readAccounts, type CsvRow } from './csv.ts'
import { invalid, notFound } from './errors.ts'
import { newId } from './ids.ts'
import { message, type TaskRunner } from './tasks.ts'

export type Loads = ReturnType<typeof loads>

/** Aggregations of whole sources. */
export function loads({ db, tasks }: { db: Db; tasks: TaskRunner }) {
  /** Checks a file from its first to its last row and keeps it apart; nothing else changes yet. */
  async function stage(sourceId: string, file: Readable): Promise<string> {
    const source = await readable(sourceId)
    if (source.connection_type !== 'file') {
      throw invalid(`${source.name} is read by its connector and takes no file.`)
    }
    const staged = stagingId(newId())
    try {
      await readAccounts(file, source.config, async (rows) => {
        await insertTargets(
          db,
          rows.map((row) => targetOf(row, staged)),
        )
        await nextTurn() // a file may arrive faster than requests get their turn
      })
    } catch (error) {
      await dropStaged(db, staged)
      throw error
    }
    return staged
  }

  /** Starts the aggregation; where one is running, answers so instead, as ISC does. */
  async function start(
    sourceId: string,
    options: { staged: string | undefined; optimized: boolean; launcher: string },
  ): Promise<LoadAccountsTask> {
    const source = await readable(sourceId)
    const answer = await inTransaction(db, async (trx) => {
      const running = await openAggregation(trx, source.id)
      if (running) {
        if (options.staged) await dropStaged(trx, options.staged)
        return refused(running, source)
      }
      if (options.staged) await replaceTargets(trx, source.id, options.staged)
      const id = await tasks.add(trx, taskOf(source, options.optimized, options.launcher))
      const row = await taskRow(trx, id)
      if (!row) throw new Error(`Task ${id} was stored and is gone`)
      return { success: true, task: answerOf(row) }
    })
    tasks.wake()
    return answer
  }

  async function readable(sourceId: string): Promise<SourceRow> {
    const source = await sourceRow(db, sourceId)
    if (!source) throw notFound('source', sourceId)
    if (source.internal)
      throw invalid(`${source.name} holds the tenant's own accounts and is not aggregated.`)
    return source
  }

  return { stage, start, discard: (staged: string) => dropStaged(db, staged) }
}

function targetOf({ nativeIdentity, attributes }: CsvRow, staged: string): TargetRow {
  return {
    source_id: staged,
    native_identity: nativeIdentity,
    disabled: 0,
    locked: 0,
    ...stateIn(attributes),
    attributes: JSON.stringify(attributes),
  }
}

const returns = [
  { name: 'Accounts read', attributeName: 'total' },
  { name: 'Accounts created', attributeName: 'created' },
  { name: 'Accounts updated', attributeName: 'updated' },
  { name: 'Accounts removed', attributeName: 'deleted' },
]

const taskOf = (source: SourceRow, optimized: boolean, launcher: string) => ({
  kind: 'aggregate',
  type: 'QUARTZ',
  unique_name: 'Cloud Account Aggregation',
  description: `Reads the accounts of ${source.name}.`,
  launcher,
  source_id: source.id,
  target_type: 'APPLICATION',
  target_id: source.id,
  target_name: source.name,
  returns: JSON.stringify(returns),
  attributes: JSON.stringify({
    appId: source.id,
    optimizedAggregation: optimized ? 'enabled' : 'disabled',
  }),
})

function answerOf(row: TaskRow): NonNullable<LoadAccountsTask['task']> {
  const { appId, optimizedAggregation } = JSON.parse(row.attributes)
  return {
    id: row.id,
    type: row.type,
    name: row.unique_name,
    description: row.description,
    launcher: row.launcher,
    created: row.created,
    launched: row.launched,
    completed: null,
    completionStatus: null,
    parentName: row.parent_name,
    messages: [],
    progress: row.progress,
    attributes: { appId, optimizedAggregation },
    returns: returns.map(({ name, attributeName }) => ({ displayLabel: name, attributeName })),
  }
}

function refused(running: TaskRow, source: SourceRow): LoadAccountsTask {
  const { type, key } = message('ERROR', '')
  const localizedText = `An aggregation of ${source.name} is running already.`
  const said = { type, error: true, warning: false, key, localizedText }
  return { success: false, task: { ...answerOf(running), messages: [said] } }
}
