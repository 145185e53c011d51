import { openingActions, type AccountAction } from '../actions.ts'
import { valuesOf, type Change } from './edit-fields.ts'

/** `isWatched`: whether the form is still there to say itself what did not work. */
export function saveAttributes(
  changes: readonly Change[],
  isWatched: () => boolean,
): AccountAction {
  const { opens: _place, ...look } = openingActions.edit
  return { ...look, isWatched, attributes: valuesOf(changes) }
}
