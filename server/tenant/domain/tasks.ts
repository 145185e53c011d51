import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

import type { TaskStatus } from '../../contract.ts'
import type { Db } from '../store/database.ts'
import {
  claimTask,
  insertTasks,
  firstWaiting,
  releaseRunning,
  updateOpenTask,
  type NewTaskRow,
  type TaskRow,
} from '../store/tasks.ts'
import { together } from '../store/transaction.ts'
import { unstorable } from '../store/unstorable.ts'
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
   * It is then run anew at the next start. Some are one or the other by what stands behind a source.
   */
  atomic: boolean | ((task: TaskRow) => boolean)
  run: (db: Db, task: TaskRow, checkpoint: () => Promise<void>) => Promise<Outcome | void>
}

export type NewTask = Pick<NewTaskRow, 'kind' | 'unique_name' | 'description' | 'launcher'> &
  Partial<
    Pick<NewTaskRow, 'type' | 'parent_name' | 'account_id' | 'source_id' | 'verification_id'>
  > &
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

/** How long a database that fails is left alone. */
const RETRY_MS = 1000

/** So many tasks share a transaction: more would keep requests waiting. */
const AT_ONCE = 16

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
      ...(row.verification_id
        ? { state: 'held', progress: `Waits for the verification ${row.verification_id}` }
        : { state: 'waiting' }),
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
      if (!stopped) timer = setTimeout(wake, RETRY_MS)
    }
  }

  async function runDue(): Promise<void> {
    while (!stopped) {
      const [first, ...others] = await firstWaiting(db, AT_ONCE)
      if (!first) return
      const wait = Number(first.due_at) - Date.now()
      if (wait > 0) {
        timer = setTimeout(wake, Math.min(wait, LONGEST_TIMER_MS))
        return
      }
      const handler = handlers[first.kind]
      if (handler && !isAtomic(handler, first)) await runBeside(first, handler)
      else await runTogether([first, ...leading(others, (task) => isDue(task) && isWhole(task))])
      // Statements on SQLite are over at once: without this, no request would get its turn.
      await nextTurn()
    }
  }

  const isDue = (task: TaskRow) => Number(task.due_at) <= Date.now()

  function isWhole(task: TaskRow): boolean {
    const handler = handlers[task.kind]
    return !handler || isAtomic(handler, task)
  }

  /** In their order and, as none of them waits for anything, in one transaction. */
  async function runTogether(tasks: TaskRow[]): Promise<void> {
    const runs = tasks.map((task) => settle(task, () => runWhole(task, handlers[task.kind])))
    for (const run of await Promise.allSettled(runs)) {
      if (run.status === 'rejected') throw run.reason
    }
  }

  /** Claims, works and ends in one transaction, so that a cut leaves the task waiting. */
  async function runWhole(task: TaskRow, handler: TaskHandler | undefined): Promise<void> {
    if (!handler)
      throw new TaskFailed(`There is nothing that runs a task of the kind ${task.kind}.`)
    await together(db, async (trx) => {
      if (!(await claimTask(trx, task.id))) return
      await end(trx, task, await handler.run(trx, task, checkpoint))
    })
  }

  async function runBeside(task: TaskRow, handler: TaskHandler): Promise<void> {
    if (!(await claimTask(db, task.id))) return
    const run = settle(task, async () => end(db, task, await handler.run(db, task, checkpoint)))
      .catch((error: unknown) => putBack(task, error))
      .finally(() => beside.delete(run))
    beside.add(run)
  }

  /** Where not even its failure could be stored, the task waits again: it must not run for ever. */
  async function putBack(task: TaskRow, error: unknown): Promise<void> {
    log.error(error)
    while (!stopped) {
      try {
        await releaseRunning(db, task.id)
        return wake()
      } catch (again) {
        log.error(again)
        await sleep(RETRY_MS)
      }
    }
  }

  async function settle(task: TaskRow, run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (error) {
      if (error instanceof Ended || error instanceof Stopped) return
      const known = error instanceof TaskFailed ? error.message : unstorable(error)
      if (known === undefined) log.error(error)
      const text = known ?? 'The tenant failed while it ran the task.'
      await updateOpenTask(db, task.id, {
        ...endOf('ERROR'),
        launched: task.launched ?? new Date().toISOString(),
        messages: JSON.stringify([message('ERROR', text)]),
      })
    }
  }

  async function end(trx: Db, task: TaskRow, outcome: Outcome | void): Promise<void> {
    const { status = 'SUCCESS', messages = [], attributes } = outcome ?? {}
    const open = await updateOpenTask(trx, task.id, {
      ...endOf(status),
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

function leading<T>(items: T[], holds: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !holds(item))
  return end < 0 ? items : items.slice(0, end)
}

const isAtomic = ({ atomic }: TaskHandler, task: TaskRow) =>
  typeof atomic === 'function' ? atomic(task) : atomic

/** Somebody ended the task while it ran: what it did is rolled back. */
class Ended extends Error {}
class Stopped extends Error {}

export function endOf(status: string) {
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
