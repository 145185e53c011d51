import { checkFilter } from '../../../lib/filter/check.ts'
import { parseFilter } from '../../../lib/filter/parse.ts'
import { printFilter } from '../../../lib/filter/print.ts'
import type { Filter, Value } from '../../../lib/filter/syntax.ts'
import { fieldTable, type Columns } from './columns.ts'

/**
 * The filter value `type` has two vocabularies: the contract's `type` of a task (QUARTZ, QUEUED_TASK)
 * and, in the newer versions, what the task does. An aggregation is therefore found as QUARTZ and as
 * CLOUD_ACCOUNT_AGGREGATION, a removal as QUEUED_TASK and as ACCOUNT_DELETION. The other names of the
 * second vocabulary (CLOUD_GROUP_AGGREGATION, IDENTITY_REFRESH ...) stand for work that this tenant
 * does not do: they are no error, and find nothing. Enabling, disabling, unlocking, changing and
 * reloading one account have no public name there.
 */
const kinds: Record<string, string> = {
  CLOUD_ACCOUNT_AGGREGATION: 'aggregate',
  ACCOUNT_DELETION: 'remove',
}

/** Columns that no caller may name; filters are rewritten to them. */
export const innerColumns: Columns = {
  kind: { name: 'kind', type: 'id', operators: ['eq', 'in'] },
  state: { name: 'state', type: 'id', operators: ['eq', 'in'] },
}

/** The tasks that have not ended. */
export const PENDING = 'state in ("held", "waiting", "running")'

/**
 * The filter in the words of {@link innerColumns}. What the caller may not ask for is refused first.
 * Throws FilterSyntaxError or FilterMeaningError.
 */
export function taskFilter(filters: string | undefined, columns: Columns): string | undefined {
  if (!filters?.trim()) return undefined
  const filter = parseFilter(filters)
  checkFilter(filter, fieldTable(columns))
  return printFilter(rewrite(filter))
}

function rewrite(filter: Filter): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, parts: filter.parts.map(rewrite) }
    case 'not':
      return { ...filter, part: rewrite(filter.part) }
    case 'test':
      // The index knows the state; a task has a completion status once it has ended.
      return filter.field === 'completionStatus' && filter.operator === 'isnull'
        ? parseFilter(PENDING)
        : filter
    case 'compare':
      return filter.field === 'type' ? typeIn(filter, [filter.value]) : filter
    case 'list':
      return filter.field === 'type' ? typeIn(filter, filter.values) : filter
  }
}

function typeIn({ position }: { position: number }, values: Value[]): Filter {
  const done = values.flatMap(({ value }) => kinds[String(value).toUpperCase()] ?? [])
  const asType: Filter = { kind: 'list', field: 'type', operator: 'in', values, position }
  if (done.length === 0) return asType
  const named = done.map((value) => ({ type: 'string' as const, value }))
  const asKind: Filter = { kind: 'list', field: 'kind', operator: 'in', values: named, position }
  return { kind: 'or', parts: [asType, asKind] }
}
