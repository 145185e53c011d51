import { FilterMeaningError } from './errors.ts'
import { keyOf } from './key.ts'
import { printName } from './names.ts'
import type { Comparison, Filter, ListComparison, NullTest, Operator, Value } from './syntax.ts'

/**
 * An `id` is a string that compares exactly; every other string compares without regard to case. A
 * `scalar` holds text, numbers or booleans, as an attribute does: it compares as text, and by size
 * where a bare number is given.
 */
export type FieldType = 'string' | 'id' | 'boolean' | 'date' | 'number' | 'list' | 'scalar'
export type Field = {
  type: FieldType
  operators: readonly Operator[]
  /** All that the field can be compared with, in lower case, where that is a closed set. */
  values?: readonly string[]
}
/** What one list can be filtered by. */
export type FieldTable = Record<string, Field>
/** Fields whose names are not all known beforehand; `named` says in a message how they are written. */
export type OpenFields = { named: string; find: (name: string) => Field | undefined }

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
export function checkFilter(filter: Filter, fields: FieldTable, open?: OpenFields): CheckedFilter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return {
        kind: filter.kind,
        parts: filter.parts.map((part) => checkFilter(part, fields, open)),
      }
    case 'not':
      return { kind: 'not', part: checkFilter(filter.part, fields, open) }
    case 'test':
      fieldOf(filter, fields, open)
      return { kind: 'test', field: filter.field, operator: filter.operator }
    case 'compare': {
      const field = fieldOf(filter, fields, open)
      const value = checkValue(filter.value, field, filter)
      return {
        kind: 'compare',
        field: filter.field,
        operator: filter.operator,
        value,
        exact: field.type === 'id',
      }
    }
    case 'list': {
      const field = fieldOf(filter, fields, open)
      const values = filter.values.map((value) => checkValue(value, field, filter))
      return {
        kind: 'list',
        field: filter.field,
        operator: filter.operator,
        values,
        exact: field.type === 'id',
      }
    }
  }
}

const bySize: ReadonlySet<Operator> = new Set(['gt', 'ge', 'lt', 'le'])

type Named = { field: string; operator: Operator }

function fieldOf({ field: name, operator }: Named, fields: FieldTable, open?: OpenFields): Field {
  const field = Object.hasOwn(fields, name) ? fields[name] : open?.find(name)
  if (!field) {
    const known = [...Object.keys(fields), ...(open ? [open.named] : [])].join(', ')
    throw new FilterMeaningError(
      `This list cannot be filtered by ${printName(name)}. It can by ${known}.`,
      name,
    )
  }
  if (!field.operators.includes(operator)) {
    const allowed = field.operators.join(', ')
    throw new FilterMeaningError(
      `${printName(name)} does not allow ${operator}. It allows ${allowed}.`,
      name,
    )
  }
  return field
}

function checkValue(
  value: Value,
  { type, values }: Field,
  { field, operator }: Named,
): CheckedValue {
  const refuse = (wanted: string) =>
    new FilterMeaningError(
      `${printName(field)} is compared with ${wanted}, not with ${value.value}.`,
      field,
    )
  if (values && !values.includes(keyOf(String(value.value)))) throw refuse(values.join(', '))
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
    case 'scalar': {
      const number = value.type === 'word' && bySize.has(operator) ? Number(value.value) : NaN
      return Number.isFinite(number) ? number : String(value.value)
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
  if (Number.isNaN(time.getTime())) return undefined
  return time.getTime() > LAST_TIME ? AFTER_ALL : time.toISOString()
}

/** A zone can move the last hours of 9999 into a year of five digits, whose text would come first. */
const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z')
const AFTER_ALL = '~'
