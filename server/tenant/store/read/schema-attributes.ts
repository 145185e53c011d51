import type { SchemaAttribute, SourceConfig } from '../schema.ts'

type Stored = Record<string, unknown> | null

/**
 * The attributes of a schema: those that the source's configuration declares, those that it lives
 * by, and what its objects hold beside them, whose types are read off their values.
 */
export function attributesIn(objects: Stored[], config: SourceConfig): SchemaAttribute[] {
  const declared = new Map(config.schema?.attributes.map((known) => [known.name, known]))
  const values = new Map<string, unknown[]>(
    [
      ...declared.keys(),
      config.identityAttribute,
      config.nameAttribute,
      ...config.correlation.map(({ account }) => account),
      ...config.entitlementAttributes,
    ].map((name) => [name, []]),
  )
  for (const object of objects) {
    for (const [name, value] of Object.entries(object ?? {})) {
      const known = values.get(name)
      if (known) known.push(value)
      else values.set(name, [value])
    }
  }
  return [...values].map(([name, found]) => declared.get(name) ?? attributeOf(name, found))
}

/** What values make of an attribute; those that are missing say nothing. */
export function attributeOf(name: string, found: unknown[]): SchemaAttribute {
  const values = found.flat().filter((value) => value !== null && value !== undefined)
  return { name, type: typeOf(values), isMulti: found.some(Array.isArray) }
}

const INT_MAX = 2 ** 31 - 1
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function typeOf(values: unknown[]): SchemaAttribute['type'] {
  if (values.length === 0) return 'STRING'
  if (values.every((value) => typeof value === 'boolean')) return 'BOOLEAN'
  if (values.every((value) => typeof value === 'string' && dateTime.test(value))) return 'DATE'
  const whole = values.every((value) => Number.isInteger(value))
  if (!whole) return 'STRING'
  return values.every((value) => Math.abs(Number(value)) <= INT_MAX) ? 'INT' : 'LONG'
}
