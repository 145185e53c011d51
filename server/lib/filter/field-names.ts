import type { CheckedFilter } from './check.ts'

/** The fields that a filter speaks of, as often as it does. */
export function fieldNames(filter: CheckedFilter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.flatMap(fieldNames)
    case 'not':
      return fieldNames(filter.part)
    default:
      return [filter.field]
  }
}
