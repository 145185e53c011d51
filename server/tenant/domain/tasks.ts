import { setImmediate as nextTurn } from 'node:timers/promises'

import type { TaskStatus } from '../../contract.ts'
import type { Db } from '../store/database.ts'
import {
  claimTask,
  insertTasks,
  nextWaiting,
  releaseRunning,
  updateOpenTask,
  type NewTaskRow,
  type TaskRow,
} from '../store/tasks.ts'
import { inTransaction } from '../store/transaction.ts'
import { TaskFailed } from './errors.ts'
import { newId } from './ids.ts'

export type Outcome = {
  status?: 'SUCCESS' | 'WARNING'
  messages?: TaskStatus['messages']
  attributes?: Record<string, unknown>
}

export type TaskHandler = {
  /**
   * Whether its whole work and its end are one transaction; else it writes in its own, beside other
   * tasks, and calls `checkpoint` between them, where others get their turn and the tenant may stop.
   * It is then run anew at the next start.
   */
  atomic: boolean
  run: (db: Db, task: TaskRow, checkpoint: () => Promise<void>) => Promise<Outcome | void>
}

export type NewTask = Pick<NewTaskRow, 'kind' | 'unique_name' | 'description' | 'launcher'> &
  Partial<Pick<NewTaskRow, 'type' | 'parent_name' | 'account_id' | 'source_id'>> &
  Partial<
    Pick<NewTaskRow, 'target_type' | 'target_id' | 'target_name' | 'attributes' | 'returns'>
  > & {
    input?: unknown
    /** Milliseconds before it starts, from the usual ones. */
    delay?: (usual: number) => number
  }

type Options = {
  db: Db
  taskMs: number
  handlers: Record<string, TaskHandler>
  log: { error: (error: unknown) => void }
}

/** Node runs a timer at once that is longer than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export type TaskRunner = ReturnType<typeof createTaskRunner>

/**
 * Runs tasks in the order in which they are due, and none earlier. Tasks are rows first, so that
 * what was promised before the process ended is done after the next start.
 */
export function createTaskRunner({ db, taskMs, handlers, log }: Options) {
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | undefined
  let wokenMeanwhile = false
  let stopped = false
  const beside = new Set<Promise<void>>()

  /** Stores the task, in the caller's transaction where it has one; `wake` has to follow it. */
  async function add(trx: Db, task: NewTask): Promise<string> {
    const row = newRow(task)
    await insertTasks(trx, [row])
    return row.id
  }

  async function addAll(trx: Db, tasks: NewTask[]): Promise<void> {
    await insertTasks(trx, tasks.map(newRow))
  }

  function newRow({ input, delay, ...row }: NewTask): NewTaskRow {
    const created = new Date()
    return {
      ...row,
      id: newId(),
      state: 'waiting',
      due_at: created.getTime() + (delay ? delay(taskMs) : taskMs),
      input: JSON.stringify(input ?? {}),
      type: row.type ?? 'QUEUED_TASK',
      created: created.toISOString(),
      modified: created.toISOString(),
    }
  }

  async function start(): Promise<void> {
    await releaseRunning(db)
    wake()
  }

  function wake(): void {
    if (stopped) return
    clearTimeout(timer)
    wokenMeanwhile = true
    working ??= workOff().finally(() => {
      working = undefined
    })
  }

  async function workOff(): Promise<void> {
    try {
      while (wokenMeanwhile && !stopped) {
        wokenMeanwhile = false
        await runDue()
      }
    } catch (error) {
      log.error(error)
      if (!stopped) timer = setTimeout(wake, 1000)
    }
  }

  async function runDue(): Promise<void> {
    while (!stopped) {
      const task = await nextWaiting(db)
      if (!task) return
      const wait = Number(task.due_at) - Date.now()
      if (wait > 0) {
        timer = setTimeout(wake, Math.min(wait, LONGEST_TIMER_MS))
        return
      }
      const handler = handlers[task.kind]
      if (handler && !handler.atomic) await runBeside(task, handler)
      else await settle(task, () => runWhole(task, handler))
      // Statements on SQLite are over at once: without this, no request would get its turn.
      await nextTurn()
    }
  }

  /** Claims, works and ends in one transaction, so that a cut leaves the task waiting. */
  async function runWhole(task: TaskRow, handler: TaskHandler | undefined): Promise<void> {
    if (!handler)
      throw new TaskFailed(`There is nothing that runs a task of the kind ${task.kind}.`)
    await inTransaction(db, async (trx) => {
      if (!(await claimTask(trx, task.id))) return
      await end(trx, task, await handler.run(trx, task, checkpoint))
    })
  }

  async function runBeside(task: TaskRow, handler: TaskHandler): Promise<void> {
    if (!(await claimTask(db, task.id))) return
    const run = settle(task, async () => end(db, task, await handler.run(db, task, checkpoint)))
      .catch(log.error)
      .finally(() => beside.delete(run))
    beside.add(run)
  }

  async function settle(task: TaskRow, run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (error) {
      if (error instanceof Ended || error instanceof Stopped) return
      const known = error instanceof TaskFailed
      if (!known) log.error(error)
      const text = known ? error.message : 'The tenant failed while it ran the task.'
      await updateOpenTask(db, task.id, {
        ...ended('ERROR'),
        launched: task.launched ?? new Date().toISOString(),
        messages: JSON.stringify([message('ERROR', text)]),
      })
    }
  }

  async function end(trx: Db, task: TaskRow, outcome: Outcome | void): Promise<void> {
    const { status = 'SUCCESS', messages = [], attributes } = outcome ?? {}
    const open = await updateOpenTask(trx, task.id, {
      ...ended(status),
      messages: JSON.stringify(messages),
      ...(attributes && {
        attributes: JSON.stringify({ ...JSON.parse(task.attributes), ...attributes }),
      }),
    })
    if (!open) throw new Ended()
  }

  async function checkpoint(): Promise<void> {
    await nextTurn()
    if (stopped) throw new Stopped()
  }

  /** What runs comes to its next checkpoint or its end; what waits stays for the next start. */
  async function stop(): Promise<void> {
    stopped = true
    clearTimeout(timer)
    await working
    await Promise.all(beside)
  }

  return { add, addAll, start, wake, stop }
}

/** Somebody ended the task while it ran: what it did is rolled back. */
class Ended extends Error {}
class Stopped extends Error {}

function ended(status: string) {
  const completed = new Date().toISOString()
  return {
    state: 'ended' as const,
    completion_status: status,
    completed,
    progress: null,
    percent_complete: 100,
  }
}

export function message(
  type: 'INFO' | 'WARN' | 'ERROR',
  text: string,
): TaskStatus['messages'][number] {
  return {
    type,
    localizedText: { locale: 'en-US', message: text },
    key: `task_${type.toLowerCase()}`,
    parameters: [],
  }
}
