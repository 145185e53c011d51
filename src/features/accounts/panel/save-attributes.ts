import { openingActions, type AccountAction } from '../actions.ts'
import { patchAccount } from '../patch-account.ts'
import { operationsFor, showsAll, type Attributes, type Change } from './edit-fields.ts'

/** `isWatched`: whether the form is still there to say itself what did not work. */
export function saveAttributes(
  changes: readonly Change[],
  attributes: Attributes,
  isWatched: () => boolean,
): AccountAction {
  const { id, label, icon, blocked } = openingActions.edit
  return {
    id,
    label,
    icon,
    blocked,
    isWatched,
    call: (accountId) => patchAccount(accountId, operationsFor(changes, attributes)),
    shows: (after) => showsAll(changes, after.attributes),
  }
}
