import type { AccountFacts } from './facts.ts'
import { reason, type Reason } from './reason.ts'

/** isc-facts §8.1: ENABLE and UNLOCK say whether the source can tell and change that state. */
export function lacks(
  { features, systemAccount, sourceName }: AccountFacts,
  name: string,
  what: string,
) {
  if (!features || features.includes(name) || systemAccount) return undefined
  return reason('noFeature', `${sourceName} does not support ${what}.`)
}

export function staysWithItsIdentity({ systemAccount }: AccountFacts): Reason | undefined {
  const text = 'It is a log-in account of the tenant, which stays with its identity.'
  return systemAccount ? reason('logInAccount', text) : undefined
}

export function notFlatFile({ isFlatFile, sourceName }: AccountFacts): Reason | undefined {
  if (isFlatFile) return undefined
  return reason('notFlatFile', `${sourceName} is not a flat file source.`)
}

export function noLogIn({ systemAccount, identityId }: AccountFacts): Reason | undefined {
  if (systemAccount && identityId !== null) return undefined
  return reason('noLogIn', 'Nobody logs in to the tenant with it.')
}

/** isc-facts §8.3: the tenant then finds that the identity lacks what it had made for it. */
export function riskOfMoving({ isProvisioned, identityId }: AccountFacts): Reason | undefined {
  if (!isProvisioned || identityId === null) return undefined
  const text = 'The tenant made it for its owner, and may make that owner another one.'
  return reason('provisioned', text)
}

export function loudly(doing: string, done: string) {
  return ({ authoritative, systemAccount, isMachine, sourceName }: AccountFacts) => {
    if (systemAccount) return reason('logInAccount', `${doing} keeps its owner from logging in.`)
    if (authoritative) {
      const text = `${sourceName} is authoritative: its owner may change or go when it is ${done}.`
      return reason('authoritative', text)
    }
    return isMachine
      ? reason('machine', 'It belongs to a machine: what runs with it may stop.')
      : undefined
  }
}
