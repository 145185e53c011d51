import { openingActions, type FormAction } from '../actions.ts'
import { reassignQuestion } from '../correlation-question.ts'
import { patchAccount } from '../patch-account.ts'

/** The identity that an account is to belong to. */
export type NewOwner = { id: string; name: string }

/** Sends the account to an identity: `manuallyCorrelated` follows by itself (isc-facts §8.3). */
export const reassignTo = ({ id: identityId, name }: NewOwner): FormAction => {
  const { opens: _place, ...look } = openingActions.reassign
  return {
    ...look,
    confirm: (account) => reassignQuestion(account, name),
    send: (accountId) =>
      patchAccount(accountId, [{ op: 'replace', path: '/identityId', value: identityId }]),
    // `uncorrelated` decides: an account that belongs to nobody names a hidden identity.
    shows: (after) => !after.uncorrelated && after.identityId === identityId,
  }
}
