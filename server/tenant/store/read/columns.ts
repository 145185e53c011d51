import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'

import type { CheckedFilter, CheckedValue, FieldTable } from '../../../lib/filter/check.ts'
import { checkFilter } from '../../../lib/filter/check.ts'
import { keyOf } from '../../../lib/filter/key.ts'
import { parseFilter } from '../../../lib/filter/parse.ts'
import { endOfPrefix } from '../../../lib/filter/prefix.ts'
import { parseSorters } from '../../../lib/filter/sorters.ts'
import type { Operator } from '../../../lib/filter/syntax.ts'

/**
 * How a field of the API is stored. A `key` column holds the lower-case form of the text, an `upper`
 * column one of the contract's upper-case values; an `id` compares as it stands.
 */
export type Column = {
  name: string
  type: 'key' | 'id' | 'flag' | 'date' | 'upper'
  nullable?: boolean
  /** Accounts only: few different values stand in it, so it is one of those that make a facet. */
  few?: true
  /** Missing where the list can only be sorted by the field. */
  operators?: readonly Operator[]
  sortable?: boolean
}
export type Columns = Record<string, Column>

const fieldTypes = {
  key: 'string',
  id: 'id',
  upper: 'string',
  flag: 'boolean',
  date: 'date',
} as const

/** What the filter language is checked against. */
export function fieldTable(columns: Columns): FieldTable {
  const fields: FieldTable = {}
  for (const [field, { type, operators }] of Object.entries(columns)) {
    if (operators) fields[field] = { type: fieldTypes[type], operators }
  }
  return fields
}

/** The condition that a filter text stands for. Throws FilterSyntaxError or FilterMeaningError. */
export function conditionOf(filters: string | undefined, columns: Columns) {
  if (!filters?.trim()) return undefined
  return compile(checkFilter(parseFilter(filters), fieldTable(columns)), columns)
}

export type Order = { column: Column; descending: boolean }

/** The order that a sorters text stands for; `id` is always last, so that paging is stable. */
export function orderOf(sorters: string | undefined, columns: Columns): Order[] {
  const sortable = Object.keys(columns).filter((field) => columns[field]?.sortable)
  const order: Order[] = []
  for (const { field, descending } of parseSorters(sorters ?? '', sortable)) {
    const column = columns[field]
    if (column) order.push({ column, descending })
    // No two rows have the same: nothing after it would change the order.
    if (field === 'id') return order
  }
  const last: Column = { name: 'id', type: 'id' }
  // Walked in one direction, one index serves the field and the id behind it.
  return [...order, { column: last, descending: order.at(-1)?.descending ?? false }]
}

/** The condition that a checked filter stands for. */
export function compile(filter: CheckedFilter, columns: Columns): Expression<SqlBool> {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts = filter.parts.map((part) => compile(part, columns))
      return balanced(parts, sql.raw(filter.kind))
    }
    case 'not':
      return sql<SqlBool>`not (${compile(filter.part, columns)})`
    case 'test': {
      const { ref } = columnOf(filter.field, columns)
      return filter.operator === 'isnull'
        ? sql<SqlBool>`${ref} is null`
        : sql<SqlBool>`${ref} is not null`
    }
    case 'compare':
    case 'list': {
      const { column, ref } = columnOf(filter.field, columns)
      const test =
        filter.kind === 'list'
          ? sql<SqlBool>`${ref} in (${sql.join(filter.values.map((value) => stored(value, column)))})`
          : compare(ref, filter.operator, stored(filter.value, column))
      // Without this a `not` around it would be unknown, not true, where the value is missing.
      return column.nullable ? sql<SqlBool>`(${ref} is not null and ${test})` : test
    }
  }
}

/** As a tree and not as a chain: SQLite refuses an expression deeper than 1,000. */
function balanced(parts: Expression<SqlBool>[], word: RawBuilder<unknown>): Expression<SqlBool> {
  const [first] = parts
  if (first && parts.length === 1) return first
  const half = Math.ceil(parts.length / 2)
  const [left, right] = [parts.slice(0, half), parts.slice(half)]
  return sql`(${balanced(left, word)} ${word} ${balanced(right, word)})`
}

function columnOf(field: string, columns: Columns) {
  const column = columns[field]
  if (!column) throw new Error(`The check let through the unknown field ${field}`)
  return { column, ref: sql.ref(column.name) }
}

/** The value in the form in which its column holds it. */
function stored(value: CheckedValue, column: Column): string | number {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (column.type === 'upper') return String(value).toUpperCase()
  return column.type === 'key' ? keyOf(String(value)) : value
}

const signs = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' } as const

function compare(
  ref: RawBuilder<unknown>,
  operator: keyof typeof signs | 'sw' | 'co',
  value: string | number,
): RawBuilder<SqlBool> {
  // A range instead of LIKE: an index serves it, and no character in the value has a meaning.
  if (operator === 'sw') {
    const end = endOfPrefix(String(value))
    const start = sql<SqlBool>`${ref} >= ${value}`
    return end === undefined ? start : sql`(${start} and ${ref} < ${end})`
  }
  if (operator === 'co') throw new Error('No stored list offers co')
  return sql`${ref} ${sql.raw(signs[operator])} ${value}`
}
