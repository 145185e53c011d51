import type { Stored } from '../../../lib/filter/evaluate.ts'
import { passwordChanged } from './password-changed.ts'

/** Text of which many accounts share each value. */
export const codeFields = [
  'sourceId',
  'sourceName',
  'origin',
  'cloudLifecycleState',
  'identityState',
  'connectionType',
  'recommendation',
] as const
export type CodeField = (typeof codeFields)[number]

/** In the order of their bits, which are stored: new ones go to the end. */
export const flagFields = [
  'disabled',
  'locked',
  'uncorrelated',
  'manuallyCorrelated',
  'hasEntitlements',
  'systemAccount',
  'isMachine',
  'authoritative',
] as const
export type FlagField = (typeof flagFields)[number]

export const dateFields = ['created', 'modified', 'passwordChanged'] as const
export type DateField = (typeof dateFields)[number]

/** Null: there is a value, but none that the memory holds (a list, an object, a long text). */
export type AttributeFact = string | number | boolean | null

/** What the memory holds of one account. What is not there is left out; times in milliseconds. */
export type Facts = Partial<Record<CodeField, string>> &
  Partial<Record<DateField, number>> & {
    flags: number
    attributes?: Record<string, AttributeFact>
  }

const longestValue = 100
/** An attribute with a longer name is not held. */
export const longestName = 100

/** Takes whatever the tenant's API gives; what is not of the contract's type counts as not there. */
export function factsOf(account: Record<string, unknown>): Facts {
  const facts: Facts = { flags: flagsOf(account) }
  for (const field of codeFields) {
    const value = field === 'recommendation' ? methodOf(account[field]) : account[field]
    if (typeof value === 'string') facts[field] = value
  }
  const { attributes } = account
  const held = isRecord(attributes) ? attributes : {}
  const times = {
    created: timeOf(account.created),
    modified: timeOf(account.modified),
    passwordChanged: passwordChanged(held),
  }
  for (const field of dateFields) {
    const time = times[field]
    if (time !== undefined) facts[field] = time
  }
  const entries = Object.entries(held).flatMap(([name, value]) => factOf(name, value))
  // Not by assignment: a name like __proto__ would be lost.
  if (entries.length > 0) facts.attributes = Object.fromEntries(entries)
  return facts
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const methodOf = (value: unknown) => (isRecord(value) ? value.method : undefined)

function flagsOf(account: Record<string, unknown>): number {
  let flags = 0
  flagFields.forEach((field, bit) => {
    if (account[field] === true) flags |= 1 << bit
  })
  return flags
}

function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const time = Date.parse(value)
  return Number.isNaN(time) ? undefined : time
}

function factOf(name: string, value: unknown): [string, AttributeFact][] {
  if (value === null || value === undefined || name.length > longestName) return []
  if (typeof value === 'boolean') return [[name, value]]
  if (typeof value === 'number') return [[name, Number.isFinite(value) ? value : null]]
  const fits = typeof value === 'string' && value.length <= longestValue
  return [[name, fits ? value : null]]
}

/**
 * An attribute as a filter sees it: text, whatever the source's type, so that `"7"` finds 7 too. An
 * object, of which no condition speaks, is there, but equal to nothing.
 */
export function storedAttribute(value: unknown): Stored {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.filter((item) => typeof item !== 'object').map(String)
  return typeof value === 'object' ? [] : String(value)
}
