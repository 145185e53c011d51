import type { Grant } from '../store/entitlements.ts'
import type { Flag, SourceConfig } from '../store/schema.ts'

export type Attributes = Record<string, unknown>

export const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** A file says by IIQDisabled and IIQLocked which accounts are so; one it leaves out says nothing. */
export function stateIn(attributes: Attributes): { disabled?: Flag; locked?: Flag } {
  const flag = (name: string): Flag =>
    textOf(attributes[name]).trim().toLowerCase() === 'true' ? 1 : 0
  return {
    ...('IIQDisabled' in attributes && { disabled: flag('IIQDisabled') }),
    ...('IIQLocked' in attributes && { locked: flag('IIQLocked') }),
  }
}

/** What the attributes grant: each value of each entitlement attribute. */
export function grantsOf(attributes: Attributes, config: SourceConfig): Grant[] {
  return config.entitlementAttributes.flatMap((attribute) =>
    valuesOf(attributes[attribute]).map((value) => ({ attribute, value })),
  )
}

/** Entitlement attributes hold arrays of values; in a file and in requests `|` separates them. */
export function withValueLists(attributes: Attributes, config: SourceConfig): Attributes {
  const lists = config.entitlementAttributes
    .filter((name) => attributes[name] !== undefined && attributes[name] !== null)
    .map((name) => [name, valuesOf(attributes[name])])
  return { ...attributes, ...Object.fromEntries(lists) }
}

function valuesOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : textOf(value).split('|')
  return [...new Set(values.map((item) => textOf(item).trim()))].filter((text) => text !== '')
}
