import { openingActions, type AccountAction } from './actions.ts'
import { reassignQuestion } from './correlation-question.ts'

/** The identity that an account is to belong to. */
export type NewOwner = { id: string; name: string }

export const reassignTo = ({ id, name }: NewOwner): AccountAction => {
  const { opens: _place, ...look } = openingActions.reassign
  return {
    ...look,
    identityId: id,
    confirm: (account) => reassignQuestion(account, name),
  }
}
