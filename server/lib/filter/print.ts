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
      return filter.operator === 'pr' ? `pr ${filter.field}` : `${filter.field} isnull`
    case 'compare':
      return `${filter.field} ${filter.operator} ${printValue(filter.value)}`
    case 'list':
      return `${filter.field} ${filter.operator} (${filter.values.map(printValue).join(', ')})`
  }
}

const group = (part: Filter) =>
  part.kind === 'and' || part.kind === 'or' ? `(${printFilter(part)})` : printFilter(part)

function printValue(value: Value): string {
  if (value.type !== 'string') return String(value.value)
  return `"${value.value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
