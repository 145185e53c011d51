import { gather } from '../../lib/gather.ts'
import { addAttempts, endAttempts } from '../store/attempts.ts'
import type { Db } from '../store/database.ts'
import * as items from '../store/run-items.ts'
import { groupBy } from './group-by.ts'
import { itemMove, type ItemMove } from './states.ts'
import type { Sent } from './tenant-calls.ts'

/** What an answer does to an item that was sent. */
export type Answered = {
  number: number
  nth: number
  outcome: Sent['is']
  status: number
  words: string | null
  trackingId: string | null
  /** Where it moves; absent where it stays sent, without an answer to believe. */
  move?: Extract<ItemMove, 'accept' | 'takeBack'>
  taskId?: string | null
}

/** Runs the work in a transaction, or answers `none` where another carries the run on. */
type Carrying = <R>(none: R, work: (trx: Db) => Promise<R>) => Promise<R>

/**
 * Where intents and answers of a run are written. Those that come together share a transaction and,
 * where they are alike, a statement: to wait for the database takes longer than all of the rest.
 */
export function createDesk(runId: string, now: () => number, carrying: Carrying) {
  const write = gather<number | Answered, boolean>((jobs) =>
    carrying(
      jobs.map(() => false),
      async (trx) => {
        const at = now()
        const numbers = jobs.filter((job) => typeof job === 'number')
        const rows = numbers.length > 0 ? await items.sendItems(trx, runId, numbers, at) : []
        await addAttempts(trx, runId, rows, at)
        const answers = jobs.filter((job) => typeof job !== 'number')
        for (const alike of groupBy(answers, kindOf).values()) {
          await writeAlike(trx, runId, alike, at)
        }
        const sent = new Set(rows.map(({ number }) => number))
        return jobs.map((job) => typeof job !== 'number' || sent.has(job))
      },
    ),
  )
  return {
    /**
     * Whether the item may leave: it is planned, its run is one that sends, and no other has its
     * account under way.
     */
    intend: (number: number): Promise<boolean> => write(number),
    answered: (answer: Answered): Promise<boolean> => write(answer),
  }
}

const kindOf = ({ outcome, status, move, trackingId }: Answered) =>
  [outcome, status, move, trackingId !== null].join()

async function writeAlike(
  trx: Db,
  runId: string,
  answers: Answered[],
  answered_at: number,
): Promise<void> {
  const [first] = answers
  if (!first) return
  const { outcome, status, move } = first
  await endAttempts(trx, runId, { outcome, status, answered_at }, answers)
  if (!move) return
  const { from, to } = itemMove(move)
  const texts = answers.map(({ number, taskId = null, trackingId }) => ({
    number,
    ...(move === 'accept' && { task_id: taskId }),
    ...(trackingId !== null && { tracking_id: trackingId }),
  }))
  await items.changeEach(trx, runId, from, { state: to }, texts)
}
