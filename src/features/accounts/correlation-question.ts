import type { Account } from '#api/client.ts'
import { actionText } from '#lib/messages/account-actions.ts'
import { labelOf } from '#lib/visible-text.ts'

import type { Confirm } from './actions.ts'
import { nameOf, sourceNameOf } from './name-of.ts'

const text = actionText.confirm

/** To whom the account belongs; undefined where it belongs to nobody (`uncorrelated` decides). */
export const identityNameOf = ({ uncorrelated, identity, identityId }: Account) =>
  uncorrelated ? undefined : (labelOf(identity?.name) ?? identityId)

export function uncorrelateQuestion(account: Account): Confirm {
  const owner = identityNameOf(account) ?? ''
  return {
    title: text.uncorrelate.title(nameOf(account), owner),
    body: [text.uncorrelate.body(sourceNameOf(account)), ...riskOf(account, owner)],
    button: text.uncorrelate.button,
    typed: typedFor(account, owner),
  }
}

export function reassignQuestion(account: Account, newOwner: string): Confirm {
  const owner = identityNameOf(account)
  return {
    title: text.reassign.title(nameOf(account), newOwner),
    body: [
      owner === undefined
        ? text.reassign.fromNobody(newOwner)
        : text.reassign.fromOwner(owner, newOwner),
      text.reassign.kept,
      ...provisionedRisk(account, owner),
      ...riskOf(account, owner),
    ],
    button: text.reassign.button(newOwner),
    typed: typedFor(account, owner ?? newOwner),
  }
}

/** isc-facts §8.3: who loses the last account of an authoritative source is no person any more. */
const riskOf = ({ authoritative }: Account, owner: string | undefined): string[] =>
  authoritative && owner !== undefined ? [text.authoritative(owner)] : []

/** isc-facts §8.3: the tenant may think that the identity lacks what it had provisioned for it. */
const provisionedRisk = ({ origin }: Account, owner: string | undefined): string[] =>
  origin === 'PROVISIONED' && owner !== undefined ? [text.reassign.provisioned(owner)] : []

const typedFor = ({ authoritative }: Account, name: string) =>
  authoritative ? { label: text.typeName(name), text: name } : undefined
