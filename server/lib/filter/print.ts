import { printName, quote } from './names.ts'
import type { Filter, Value } from './syntax.ts'

/** The filter as text; parsing it again gives the same filter. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.map(group).join(` ${filter.kind} `)
    case 'not':
      return `not ${group(filter.part)}`
    case 'test':
      return filter.operator === 'pr'
        ? `pr ${printName(filter.field)}`
        : `${printName(filter.field)} isnull`
    case 'compare':
      return `${printName(filter.field)} ${filter.operator} ${printValue(filter.value)}`
    case 'list':
      return `${printName(filter.field)} ${filter.operator} (${filter.values.map(printValue).join(', ')})`
  }
}

const group = (part: Filter) =>
  part.kind === 'and' || part.kind === 'or' ? `(${printFilter(part)})` : printFilter(part)

const printValue = (value: Value): string =>
  value.type === 'string' ? quote(value.value) : String(value.value)
