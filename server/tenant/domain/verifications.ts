import type { Db } from '../store/database.ts'
import { heldTasks, releaseHeld, updateOpenTask, type TaskRow } from '../store/tasks.ts'
import { inTransaction } from '../store/transaction.ts'
import { invalid, Refusal } from './errors.ts'
import { endOf, message, type TaskRunner } from './tasks.ts'

export type Verdict = { approved: boolean; reason?: string }
export type Verifications = ReturnType<typeof verifications>

/** An id stands in an address, and Fastify gives one up to 100 characters. */
const LONGEST_ID = 100

/** The id by which an outside process is to confirm a change; undefined where none is asked for. */
export function verificationIdOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  if (given.trim() === '') throw invalid('externalVerificationId is empty.')
  if (given.length > LONGEST_ID) {
    throw invalid(`externalVerificationId is longer than ${LONGEST_ID} characters.`)
  }
  return given
}

/**
 * What the outside process says. ISC does not publish how that process reports back, so this tenant
 * has a call of its own for it. One id may hold several tasks; all of them share its verdict.
 */
export function verifications({ db, tasks }: { db: Db; tasks: TaskRunner }) {
  async function decide(id: string, verdict: Verdict) {
    const decided = await inTransaction(db, async (trx) => {
      const held = await heldTasks(trx, id)
      if (held.length === 0) throw new Refusal(404, `No task waits for the verification ${id}.`)
      for (const task of held) await settle(trx, task, id, verdict)
      return held
    })
    tasks.wake()
    return { id, approved: verdict.approved, tasks: decided.map((task) => task.id) }
  }

  return { decide }
}

async function settle(db: Db, task: TaskRow, id: string, { approved, reason }: Verdict) {
  if (approved) return releaseHeld(db, task, Date.now())
  const why = reason?.trim() ? `: ${reason.trim()}` : '.'
  const text = `The verification ${id} was refused, so nothing was changed${why}`
  await updateOpenTask(db, task.id, {
    ...endOf('TERMINATED'),
    messages: JSON.stringify([message('ERROR', text)]),
  })
}
