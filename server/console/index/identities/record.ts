import { factsOf, type Facts } from '../memory/facts.ts'
import { fold, searchText } from '../store/fold.ts'
import { cut, keyOf } from '../store/key.ts'
import type { IdentityTable, KeyKind } from './schema.ts'

/** An identity as the tenant answers it; only its id is relied on. */
export type TenantIdentity = Record<string, unknown> & { id: string }

/** What memory holds of an identity. What is not there is left out. */
export type IdentityFacts = Pick<Facts, 'created' | 'modified' | 'attributes'> & {
  status?: string
  lifecycleState?: string
  processingState?: string
  isManager?: true
}

export type IdentityRecord = {
  columns: Omit<IdentityTable, 'ord'>
  body: string
  keys: { kind: KeyKind; value: string }[]
  text: string
  facts: IdentityFacts
}

/** Attributes that identity profiles commonly map (isc-facts §3), by what they say about a person. */
const attributesOf: Record<KeyKind, readonly string[]> = {
  name: ['displayName'],
  email: ['email', 'personalEmail', 'workEmail'],
  login: ['uid', 'networkUsername', 'sAMAccountName', 'userPrincipalName', 'userName'],
  employee: ['identificationNumber', 'employeeNumber', 'employeeId', 'employeeID'],
}

export function identityRecord(identity: TenantIdentity): IdentityRecord {
  const attributes = isRecord(identity.attributes) ? identity.attributes : {}
  const { name, alias, emailAddress, managerRef } = identity
  const { firstname, lastname } = attributes
  const email = emailAddress ?? attributes.email
  const facts = identityFacts(identity)
  return {
    columns: {
      id: identity.id,
      name_key: keyOf(name),
      alias_key: keyOf(alias),
      email_key: keyOf(email),
      firstname_key: keyOf(firstname),
      lastname_key: keyOf(lastname),
      manager_id: isRecord(managerRef) ? cut(textOf(managerRef.id)) : '',
      created: facts.created ?? 0,
      modified: facts.modified ?? 0,
      facts: JSON.stringify(facts),
    },
    body: JSON.stringify(identity),
    keys: keysOf(identity, attributes),
    // An account's text has places for three names as well.
    text: searchText({ name, nativeIdentity: alias, sourceName: email, attributes }),
    facts,
  }
}

function identityFacts(identity: TenantIdentity): IdentityFacts {
  const { lifecycleState, isManager, identityStatus, processingState } = identity
  const { created, modified, attributes } = factsOf(identity)
  const state = isRecord(lifecycleState) ? lifecycleState.stateName : undefined
  return {
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    ...(attributes && { attributes }),
    ...(typeof identityStatus === 'string' && { status: identityStatus }),
    ...(typeof state === 'string' && { lifecycleState: state }),
    ...(typeof processingState === 'string' && { processingState }),
    ...(isManager === true && { isManager }),
  }
}

function keysOf(identity: TenantIdentity, attributes: Record<string, unknown>) {
  const { firstname, lastname } = attributes
  const own: Record<KeyKind, unknown[]> = {
    name: [identity.name, `${textOf(firstname)} ${textOf(lastname)}`],
    email: [identity.emailAddress],
    login: [identity.alias],
    employee: [],
  }
  return (Object.keys(own) as KeyKind[]).flatMap((kind) => {
    const values = [...own[kind], ...attributesOf[kind].map((name) => attributes[name])]
    const folded = values.map((value) => fold(textOf(value)).trim().slice(0, LONGEST_KEY))
    return [...new Set(folded)].filter(Boolean).map((value) => ({ kind, value }))
  })
}

const LONGEST_KEY = 200

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
