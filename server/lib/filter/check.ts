import { FilterMeaningError } from './errors.ts'
import type { Comparison, Filter, ListComparison, NullTest, Operator, Value } from './syntax.ts'

/** An `id` is a string that compares exactly; every other string compares without regard to case. */
export type FieldType = 'string' | 'id' | 'boolean' | 'date' | 'number' | 'list'
export type Field = { type: FieldType; operators: readonly Operator[] }
/** What one list can be filtered by. */
export type FieldTable = Record<string, Field>

export type CheckedValue = string | number | boolean
/** A filter of which every field, operator and value is one that the list offers. */
export type CheckedFilter =
  | { kind: 'and' | 'or'; parts: CheckedFilter[] }
  | { kind: 'not'; part: CheckedFilter }
  | { kind: 'test'; field: string; operator: NullTest }
  | { kind: 'compare'; field: string; operator: Comparison; value: CheckedValue; exact: boolean }
  | {
      kind: 'list'
      field: string
      operator: ListComparison
      values: CheckedValue[]
      exact: boolean
    }

/** Holds a filter against a list's fields. Throws FilterMeaningError that names the field. */
export function checkFilter(filter: Filter, fields: FieldTable): CheckedFilter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { kind: filter.kind, parts: filter.parts.map((part) => checkFilter(part, fields)) }
    case 'not':
      return { kind: 'not', part: checkFilter(filter.part, fields) }
    case 'test':
      fieldOf(filter, fields)
      return { kind: 'test', field: filter.field, operator: filter.operator }
    case 'compare': {
      const { type } = fieldOf(filter, fields)
      const value = checkValue(filter.value, type, filter.field)
      return {
        kind: 'compare',
        field: filter.field,
        operator: filter.operator,
        value,
        exact: type === 'id',
      }
    }
    case 'list': {
      const { type } = fieldOf(filter, fields)
      const values = filter.values.map((value) => checkValue(value, type, filter.field))
      return {
        kind: 'list',
        field: filter.field,
        operator: filter.operator,
        values,
        exact: type === 'id',
      }
    }
  }
}

type Named = { field: string; operator: Operator }

function fieldOf({ field: name, operator }: Named, fields: FieldTable): Field {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!field) {
    const known = Object.keys(fields).join(', ')
    throw new FilterMeaningError(
      `This list cannot be filtered by ${name}. It can by ${known}.`,
      name,
    )
  }
  if (!field.operators.includes(operator)) {
    const allowed = field.operators.join(', ')
    throw new FilterMeaningError(`${name} does not allow ${operator}. It allows ${allowed}.`, name)
  }
  return field
}

function checkValue(value: Value, type: FieldType, field: string): CheckedValue {
  const refuse = (wanted: string) =>
    new FilterMeaningError(`${field} is compared with ${wanted}, not with ${value.value}.`, field)
  switch (type) {
    case 'boolean':
      if (value.type !== 'boolean') throw refuse('true or false')
      return value.value
    case 'date': {
      const time = typeof value.value === 'string' ? timeOf(value.value) : undefined
      if (time === undefined) throw refuse('a date as in RFC 3339')
      return time
    }
    case 'number': {
      const number = value.type === 'word' ? Number(value.value) : NaN
      if (!Number.isFinite(number)) throw refuse('a number')
      return number
    }
    default:
      if (value.type !== 'string') throw refuse('a string in double quotes')
      return value.value
  }
}

/** ISO 8601 in UTC with milliseconds, so that text order is time order; undefined for no date. */
function timeOf(text: string): string | undefined {
  const looksLikeDate = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/i
  if (!looksLikeDate.test(text)) return undefined
  // A time without a zone is UTC, as every example of ISC has it; JavaScript would take local time.
  const zoned = /T/i.test(text) && !/(Z|[+-]\d\d:\d\d)$/i.test(text) ? `${text}Z` : text
  const time = new Date(zoned)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}
