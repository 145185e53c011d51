import type { CheckedFilter, CheckedValue } from './check.ts'
import { keyOf } from './key.ts'
import { compareText } from './order.ts'

export type Stored = string | number | boolean | string[] | null

/**
 * Whether a row matches, by the plain meaning of the language: the reference against which the
 * statements are tested, and the way to filter what is in memory anyway. Nothing but `isnull` and
 * `not` is true of a value that is not there.
 */
export function evaluate(filter: CheckedFilter, read: (field: string) => Stored): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => evaluate(part, read))
    case 'or':
      return filter.parts.some((part) => evaluate(part, read))
    case 'not':
      return !evaluate(filter.part, read)
    case 'test':
      return (read(filter.field) === null) === (filter.operator === 'isnull')
    case 'list': {
      const stored = read(filter.field)
      if (stored === null) return false
      const form = filter.exact ? exactly : fold
      const held = (Array.isArray(stored) ? stored : [stored]).map(form)
      const has = (value: CheckedValue) => held.includes(form(value))
      return filter.operator === 'in' ? filter.values.some(has) : filter.values.every(has)
    }
    case 'compare': {
      const stored = read(filter.field)
      if (stored === null) return false
      if (Array.isArray(stored)) return stored.some((item) => compare(item, filter))
      return compare(stored, filter)
    }
  }
}

const exactly = (value: CheckedValue) => value
const fold = (value: CheckedValue) => (typeof value === 'string' ? keyOf(value) : value)

function compare(
  stored: CheckedValue,
  { operator, value, exact }: Extract<CheckedFilter, { kind: 'compare' }>,
): boolean {
  const form = exact ? exactly : fold
  const [a, b] = [form(stored), form(value)]
  switch (operator) {
    case 'eq':
      return a === b
    case 'ne':
      return a !== b
    case 'co':
      return String(a).includes(String(b))
    case 'sw':
      return String(a).startsWith(String(b))
    case 'gt':
      return order(a, b) > 0
    case 'ge':
      return order(a, b) >= 0
    case 'lt':
      return order(a, b) < 0
    case 'le':
      return order(a, b) <= 0
  }
}

/** The order in which lists are sorted, so that `name gt "x"` is what comes after x there. */
const order = (a: CheckedValue, b: CheckedValue) =>
  typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : sizeOf(a) - sizeOf(b)

/** Text that is no number is neither more nor less than one. */
const sizeOf = (value: CheckedValue) => (value === '' ? NaN : Number(value))
