import { say } from '../domain/sentences.ts'
import type { RunItemRow } from '../store/schema.ts'
import { actions } from './actions.ts'
import { goingOf, type Going, type Work } from './context.ts'
import { attributesOf, namesIn } from './edit.ts'
import { factsOf, stateOf } from './facts.ts'
import type { Verdict } from './ledger.ts'
import { editIn, targetIn } from './target.ts'
import { ReadRefused } from './tenant-calls.ts'

type Prepared = {
  ready: Going[]
  /** Another run is still to change these, or is changing them. */
  behind: RunItemRow[]
}

/**
 * Reads the accounts just before their turn, in one call for many: what they were like is kept for
 * the audit and for undoing, and what is so already is not sent.
 */
export async function prepare(work: Work, rows: RunItemRow[]): Promise<Prepared> {
  const { ledger, run } = work
  const ahead = await ledger.ahead(
    run(),
    rows.map(({ account_id }) => account_id),
  )
  const behind = rows.filter(({ account_id }) => ahead.has(account_id))
  const free = rows.filter(({ account_id }) => !ahead.has(account_id))
  if (free.length === 0) return { ready: [], behind }
  return { ready: await looked(work, free), behind }
}

async function looked(work: Work, rows: RunItemRow[]): Promise<Going[]> {
  const { ledger, calls, run } = work
  const action = actions[run().action as keyof typeof actions] // only those are let in
  // Where nothing has to differ there is nothing to compare with.
  if (!action.shows) return rows.map(goingOf)
  const accounts = await readable(() => calls.accounts(rows.map(({ account_id }) => account_id)))
  if (!accounts) return rows.map(goingOf)
  const ready: Going[] = []
  const befores: { number: number; before: string }[] = []
  const verdicts: Verdict[] = []
  for (const row of rows) {
    const account = accounts.get(row.account_id)
    if (!account) {
      const verdict = await missing(work, row, action.endsGone === true)
      if (verdict) verdicts.push(verdict)
      else ready.push(goingOf(row))
      continue
    }
    const target = targetIn(row.target)
    const edit = editIn(target)
    const facts = factsOf(account, namesIn(edit))
    const before = stateOf(facts, edit && attributesOf(facts, edit))
    const already = action.already?.(facts, target)
    if (already) {
      const { number } = row
      verdicts.push({ number, move: 'skip', words: already.text, before, after: before })
    } else {
      befores.push({ number: row.number, before })
      ready.push({ ...goingOf(row), attributes: facts.attributes })
    }
  }
  await ledger.keepBefore(run().id, befores)
  await work.settle(verdicts)
  return ready
}

/** A list leaves out what the operator may not see, so one that lacks it says nothing yet. */
async function missing({ calls }: Work, row: RunItemRow, endsGone: boolean) {
  const status = await calls.statusOf(`/accounts/${encodeURIComponent(row.account_id)}`)
  if (status !== 404) return undefined
  const { number } = row
  return endsGone
    ? verdict(number, 'skip', say('goneAlready'))
    : verdict(number, 'fail', say('goneMeanwhile'))
}

const verdict = (number: number, move: Verdict['move'], words: string): Verdict => ({
  number,
  move,
  words,
})

/** Undefined where the operator may not read it: the tenant then decides about each request. */
async function readable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    const isFinal = error instanceof ReadRefused && [400, 403, 404].includes(error.status)
    if (isFinal) return undefined
    throw error
  }
}
