import { Refusal } from '../domain/failures.ts'
import type { RunItemRow, RunRow } from '../store/schema.ts'
import { actions, reason, type ActionId, type Reason } from './actions.ts'
import type { AccountFacts } from './facts.ts'
import { stateIn } from './facts.ts'
import { canMove } from './states.ts'

const cannot: Partial<Record<ActionId, string>> = {
  aggregate: 'An aggregation reads an account and changes nothing at its source.',
  unlock: 'A lock is made by the source, and cannot be put back from here.',
  remove: 'A removed record comes back with the next aggregation of its source.',
  delete: 'A deleted account comes back when a file that names it is uploaded.',
  uncorrelate: 'The audit says whose each account was: reassign those that should go back.',
}

/** The action that puts back what the run has changed. */
export function inverseOf(run: RunRow) {
  const action = run.action as ActionId // only those are let in
  const { inverse } = actions[action]
  if (!inverse) throw new Refusal(409, `This run cannot be undone. ${cannot[action] ?? ''}`.trim())
  if (!canMove('retry', run.state)) {
    throw new Refusal(409, 'The run is not over yet: cancel it first, or wait for its end.')
  }
  return inverse
}

/** What of the run is left as it is: undoing puts back what the run itself has changed, and no more. */
export function keepsFrom(run: RunRow, items: RunItemRow[]) {
  const inverse = inverseOf(run)
  const byAccount = new Map(items.map((item) => [item.account_id, item]))
  return ({ id }: AccountFacts): Reason | undefined => {
    const item = byAccount.get(id)
    const before = stateIn(item?.before ?? null)
    if (item?.state !== 'done') return reason('notChanged', 'The run did not change it.')
    if (!before) return reason('cannotUndo', 'Nobody knows what it was like before the run.')
    return inverse.changed(before) ? undefined : reason('notChanged', 'It was so before the run.')
  }
}
