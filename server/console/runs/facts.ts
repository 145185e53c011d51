import type { components } from '../../../src/api/console-schema.d.ts'
import type { TenantAccount } from '../index/store/record.ts'

export type AccountState = components['schemas']['AccountState']

/** What of an account a run looks at. */
export type AccountFacts = {
  id: string
  name: string
  nativeIdentity: string
  sourceId: string
  sourceName: string
  /** Null where it is uncorrelated. */
  identityId: string | null
  identityName: string | null
  uncorrelated: boolean
  /** A person decided whose it is, or the tenant made it for them (isc-facts §8.1). */
  manuallyCorrelated: boolean
  /** The tenant made it, rather than found it at its source. */
  isProvisioned: boolean
  disabled: boolean
  locked: boolean
  systemAccount: boolean
  authoritative: boolean
  isMachine: boolean
  /** Its source is a file that somebody uploads. */
  isFlatFile: boolean
  /** Undefined where the tenant does not say. */
  features: string[] | undefined
  sourceHealthy: boolean | undefined
  modified: string | null
  /**
   * Those that a run is about; null where the account has none at all, undefined where the run is
   * about none.
   */
  attributes?: Record<string, unknown> | null | undefined
}

/** `names` are those of the attributes that a run is about, where it is about any. */
export function factsOf(account: TenantAccount, names?: readonly string[]): AccountFacts {
  const isOwned = account.uncorrelated !== true
  const { identity, features } = account
  return {
    id: account.id,
    name: textOf(account.name) || textOf(account.nativeIdentity) || account.id,
    nativeIdentity: textOf(account.nativeIdentity),
    sourceId: textOf(account.sourceId),
    sourceName: textOf(account.sourceName),
    identityId: (isOwned && textOf(account.identityId)) || null,
    identityName: (isOwned && textOf(partOf(identity, 'name'))) || null,
    uncorrelated: !isOwned,
    manuallyCorrelated: account.manuallyCorrelated === true,
    isProvisioned: account.origin === 'PROVISIONED',
    disabled: account.disabled === true,
    locked: account.locked === true,
    systemAccount: account.systemAccount === true,
    authoritative: account.authoritative === true,
    isMachine: account.isMachine === true,
    isFlatFile: account.connectionType === 'file' && account.systemAccount !== true,
    // One string with commas, as tenants answer it (isc-facts §5.1).
    features:
      typeof features === 'string' ? features.split(',').map((name) => name.trim()) : undefined,
    sourceHealthy: undefined,
    modified: textOf(account.modified) || null,
    ...(names && { attributes: pick(account.attributes, names) }),
  }
}

function pick(attributes: unknown, names: readonly string[]): Record<string, unknown> | null {
  if (typeof attributes !== 'object' || attributes === null) return null
  const there = names.filter((name) => Object.hasOwn(attributes, name))
  return Object.fromEntries(there.map((name) => [name, Reflect.get(attributes, name)]))
}

/** What is kept of it before and after; `modified` is for whoever compares. */
export function stateOf(account: AccountFacts, attributes?: AccountState['attributes']): string {
  const { disabled, locked, identityId, identityName, manuallyCorrelated, modified } = account
  const state: AccountState = { disabled, locked, identityId, identityName, manuallyCorrelated }
  return JSON.stringify({ ...state, ...(attributes && { attributes }), modified })
}

export function stateIn(text: string | null): AccountState | null {
  if (text === null) return null
  // Written above; what earlier versions left out is not known.
  const state: AccountState = JSON.parse(text)
  const { disabled, locked, identityId, identityName = null, manuallyCorrelated = null } = state
  const { attributes } = state
  const owner = { identityId, identityName, manuallyCorrelated }
  return { disabled, locked, ...owner, ...(attributes && { attributes }) }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
