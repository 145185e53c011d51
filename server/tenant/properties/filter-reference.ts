export type Field = { type: 'text' | 'id' | 'flag' | 'date' | 'list'; operators: string[] }
export type Value = string | number | boolean
export type Item = { id: string } & Record<string, Value | string[] | null>
export type Filter =
  | { is: 'and'; parts: Filter[] }
  | { is: 'or'; parts: Filter[] }
  | { is: 'not'; part: Filter }
  | { is: 'test'; field: string; operator: string; values: Value[]; type: Field['type'] }

/** What a filter means, from its description alone: nothing of the tenant's own code is used here. */
export function matches(filter: Filter, item: Item): boolean {
  if (filter.is === 'and') return filter.parts.every((part) => matches(part, item))
  if (filter.is === 'or') return filter.parts.some((part) => matches(part, item))
  if (filter.is === 'not') return !matches(filter.part, item)
  const held = item[filter.field] ?? null
  if (filter.operator === 'isnull') return held === null
  if (held === null) return false
  const form = (value: Value) =>
    filter.type === 'text' || filter.type === 'list' ? String(value).toLowerCase() : value
  const holds = (Array.isArray(held) ? held : [held]).map(form)
  const values = filter.values.map(form)
  if (filter.operator === 'ca') return values.every((value) => holds.includes(value))
  return holds.some((one) => values.some((value) => compare(one, filter.operator, value)))
}

function compare(a: Value, operator: string, b: Value): boolean {
  if (operator === 'eq' || operator === 'in') return a === b
  if (operator === 'ne') return a !== b
  if (operator === 'sw') return String(a).startsWith(String(b))
  if (operator === 'co') return String(a).includes(String(b))
  const order = inOrder(a, b)
  return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator] ?? false
}

/** Texts by code point, what is not there before everything else. */
export function inOrder(a: Value | null, b: Value | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b)
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')) // the same order as code points
}

export type Sorter = { field: string; descending: boolean; type: Field['type'] }

/** The ids of what matches, in the order asked for; the id settles ties in the last direction. */
export function answer(items: Item[], filter: Filter | undefined, sorters: Sorter[]): string[] {
  const last = { field: 'id', descending: sorters.at(-1)?.descending ?? false, type: 'id' } as const
  const key = (item: Item, { field, type }: Sorter) => {
    const held = item[field] ?? null
    return Array.isArray(held)
      ? null
      : typeof held === 'string' && type === 'text'
        ? held.toLowerCase()
        : held
  }
  const before = (a: Item, b: Item) => {
    for (const sorter of [...sorters, last]) {
      const order = inOrder(key(a, sorter), key(b, sorter))
      if (order !== 0) return sorter.descending ? -order : order
    }
    return 0
  }
  return items
    .filter((item) => !filter || matches(filter, item))
    .sort(before)
    .map(({ id }) => id)
}
