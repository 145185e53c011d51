import { openingActions, type FormAction } from '../actions.ts'
import { patchAccount } from '../patch-account.ts'
import { operationsFor, showsAll, type Attributes, type Change } from './edit-fields.ts'

/** `isWatched`: whether the form is still there to say itself what did not work. */
export function saveAttributes(
  changes: readonly Change[],
  attributes: Attributes,
  isWatched: () => boolean,
): FormAction {
  const { opens: _place, ...look } = openingActions.edit
  return {
    ...look,
    isWatched,
    send: (accountId) => patchAccount(accountId, operationsFor(changes, attributes)),
    shows: (after) => showsAll(changes, after.attributes),
  }
}
