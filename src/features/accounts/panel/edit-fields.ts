import type { AttributeValue } from '#api/run-plan.ts'
import { accountText } from '#lib/messages/account.ts'

import type { AccountSchema, AttributeSchema } from './attribute-schema.ts'
import { looksSecret } from './attribute-value.ts'

export type Attributes = Record<string, unknown> | null

export type EditField = {
  name: string
  kind: 'text' | 'number' | 'flag' | 'date' | 'list'
  type: AttributeSchema['type']
  description: string | undefined
  /** What the form begins with; values of a list in a line each. */
  initial: string
  /** Why it cannot change; undefined where it can. */
  fixed: string | undefined
  /** Typed and told without being shown. */
  isSecret: boolean
  /** Whether the value is a number or a flag of JSON, as what is sent for it then has to be. */
  isTyped: boolean
}

export type Change = { field: EditField; from: string; to: string }
/** What was typed, by attribute; what nobody touched is absent. */
export type Draft = Readonly<Record<string, string>>

const text = accountText.edit

/** The form of an account: what the schema of its source names, in its order. */
export const editFields = (attributes: Attributes, schema: AccountSchema): EditField[] =>
  [...schema.attributes.values()].map((definition) =>
    fieldOf(definition, attributes?.[definition.name], schema.identityAttribute),
  )

function fieldOf(
  { name, type, isMulti, description }: AttributeSchema,
  value: unknown,
  identityAttribute: string | undefined,
): EditField {
  const isList = isMulti || Array.isArray(value)
  return {
    name,
    kind: isList ? 'list' : kinds[type],
    type,
    description,
    initial: textOf(value),
    fixed: name === identityAttribute ? text.identifies : isPlain(value) ? undefined : text.complex,
    isSecret: type === 'STRING' && !isList && looksSecret(name),
    isTyped: typeof value === 'number' || typeof value === 'boolean',
  }
}

const kinds = {
  STRING: 'text',
  INT: 'number',
  LONG: 'number',
  BOOLEAN: 'flag',
  DATE: 'date',
} as const

/** Whether text can stand for it and be turned back. */
const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Array.isArray(value) && value.every((item) => typeof item !== 'object'))

/** A value as the form shows it; empty for what is not set. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function changesIn(fields: readonly EditField[], draft: Draft): Change[] {
  return fields.flatMap((field) => {
    const to = draft[field.name]
    const isChanged = to !== undefined && !isSame(field, field.initial, to)
    return isChanged && !field.fixed ? [{ field, from: field.initial, to }] : []
  })
}

function isSame(field: EditField, one: string, other: string): boolean {
  if (field.kind === 'list') return listOf(one).join('\n') === listOf(other).join('\n')
  return one.trim() === other.trim()
}

export const listOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const INT_MAX = 2 ** 31 - 1
const longest = 19
const day = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** Why the schema does not allow the text; an empty one takes the value away, and is always allowed. */
export function problemIn({ kind, type }: EditField, typed: string): string | undefined {
  const value = typed.trim()
  if (value === '') return undefined
  if (kind === 'number') {
    if (!/^-?\d+$/.test(value)) return text.notWhole
    const isTooLarge =
      type === 'INT' ? Math.abs(Number(value)) > INT_MAX : value.replace('-', '').length > longest
    return isTooLarge ? text.tooLarge : undefined
  }
  if (kind === 'date')
    return day.test(value) && isDay(value.slice(0, 10)) ? undefined : text.notDate
  if (kind === 'list') {
    const items = listOf(typed)
    const twice = items.find((item, at) => items.indexOf(item) !== at)
    return twice === undefined ? undefined : text.twice(twice)
  }
  return undefined
}

/** Date.parse moves 31 February to March. */
function isDay(value: string): boolean {
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** What the attributes become, and nothing of those that did not change. */
export const valuesOf = (changes: readonly Change[]): AttributeValue[] =>
  changes.map((change) => ({
    name: change.field.name,
    value: isCleared(change) ? null : valueOf(change),
    ...(change.field.isSecret && { isSecret: true }),
  }))

const isCleared = ({ to }: Change) => to.trim() === ''

function valueOf({ field: { kind, isTyped }, to }: Change): unknown {
  const value = to.trim()
  if (kind === 'list') return listOf(to)
  if (isTyped && kind === 'number') return Number(value)
  if (isTyped && kind === 'flag') return value === 'true'
  return value
}

/** What somebody else changed since the form was opened, of what the form changes as well. */
export const changedMeanwhile = (changes: readonly Change[], attributes: Attributes) =>
  new Map(
    changes.flatMap(({ field, from }) => {
      const now = textOf(attributes?.[field.name])
      return isSame(field, from, now) ? [] : [[field.name, now] as const]
    }),
  )
