import type { AuthUser } from '../../contract.ts'
import { systemAccounts } from '../store/accounts.ts'
import type { Db } from '../store/database.ts'
import { identityRow } from '../store/identities.ts'
import { clientOfPerson } from './clients.ts'
import { tenantOf } from './tokens.ts'

/** The rules that all log-ins of the tenant follow. */
const PROFILE = '2c91808100000000a07c0fffa07c0fff'

/**
 * How a person logs in; undefined for an identity that has no log-in account. The tenant keeps no
 * record of when people log in or are unlocked, so it says nothing of it.
 */
export async function authUser(db: Db, identityId: string): Promise<AuthUser | undefined> {
  const [account] = await systemAccounts(db, [identityId])
  const identity = await identityRow(db, identityId)
  if (!account || !identity) return undefined
  const person = textsIn(identity.attributes)
  const login = textsIn(account.attributes)
  return {
    tenant: tenantOf.org,
    id: identity.id,
    uid: login('uid') ?? identity.alias,
    profile: PROFILE,
    identificationNumber: person('identificationNumber'),
    email: identity.email,
    phone: person('phone'),
    workPhone: null,
    personalEmail: null,
    firstname: person('firstname'),
    lastname: person('lastname'),
    displayName: identity.name,
    alias: identity.alias,
    lastPasswordChangeDate: dateOrNull(login('passwordLastSet')),
    lastUnlockTimestamp: null,
    capabilities: capabilitiesOf(identityId),
  }
}

function textsIn(attributes: string) {
  const stored: unknown = JSON.parse(attributes)
  return (name: string): string | null => {
    const value: unknown = Reflect.get(Object(stored), name)
    return typeof value === 'string' && value !== '' ? value : null
  }
}

function dateOrNull(text: string | null): string | null {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

type Capability = NonNullable<AuthUser['capabilities']>[number]
const known: readonly Capability[] = ['ORG_ADMIN', 'SOURCE_ADMIN', 'SOURCE_SUBADMIN', 'HELPDESK']

/** The user levels of the client that acts for the person; nobody else administers anything. */
function capabilitiesOf(identityId: string): Capability[] | null {
  const levels = clientOfPerson(identityId)?.levels ?? []
  const capabilities = known.filter((capability) => levels.includes(capability))
  return capabilities.length > 0 ? capabilities : null
}
