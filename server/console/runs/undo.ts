import { Refusal } from '../domain/failures.ts'
import type { RunItemRow, RunRow } from '../store/schema.ts'
import { actions, type ActionId } from './actions.ts'
import { stateIn, type AccountFacts } from './facts.ts'
import type { Draft } from './plan.ts'
import { reason, type Reason } from './reason.ts'
import { canMove } from './states.ts'

const cannot: Partial<Record<ActionId, string>> = {
  aggregate: 'An aggregation reads an account and changes nothing at its source.',
  unlock: 'A lock is made by the source, and cannot be put back from here.',
  remove: 'A removed record comes back with the next aggregation of its source.',
  delete: 'A deleted account comes back when a file that names it is uploaded.',
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

/** Which attributes the run was about; undefined where it was about none. */
export function editedIn(items: RunItemRow[]): string[] | undefined {
  const states = items.flatMap(({ before }) => stateIn(before)?.attributes ?? [])
  return states.length > 0 ? [...new Set(states.map(({ name }) => name))] : undefined
}

/** How accounts of the run are put back: what the run itself has changed in them, and no more. */
export function undoing(
  run: RunRow,
  items: RunItemRow[],
): Pick<Draft, 'action' | 'refuse' | 'targetOf'> {
  const { action, changed, target, movedOn } = inverseOf(run)
  const byAccount = new Map(items.map((item) => [item.account_id, item]))
  const beforeOf = ({ id }: AccountFacts) => stateIn(byAccount.get(id)?.before ?? null)

  function refuse(account: AccountFacts): Reason | undefined {
    const item = byAccount.get(account.id)
    const before = beforeOf(account)
    if (item?.state !== 'done') return reason('notChanged', 'The run did not change it.')
    if (!before) return reason('cannotUndo', 'Nobody knows what it was like before the run.')
    if (!changed(before)) return reason('notChanged', 'It was so before the run.')
    return movedOn?.(account, before, stateIn(item.after))
  }
  if (!target) return { action, refuse }
  const targetOf = (account: AccountFacts) => {
    const before = beforeOf(account)
    return before && target(before)
  }
  return { action, refuse, targetOf }
}
