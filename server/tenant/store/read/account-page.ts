import { checkFilter, type CheckedFilter } from '../../../lib/filter/check.ts'
import { parseFilter } from '../../../lib/filter/parse.ts'
import type { Db } from '../database.ts'
import { accountColumns } from './account-columns.ts'
import { countGroup, sliceStatement, type Slice } from './account-plan.ts'
import { groupsOf, isPlain, type Group } from './account-sections.ts'
import { fieldTable, orderOf, type Order } from './columns.ts'
import type { ListQuery } from './page.ts'
import { partsOf } from './parts.ts'

const fields = fieldTable(accountColumns)

/** The ids of a page of accounts, in order, and how many accounts there are where that is wanted. */
export async function pageOfAccounts(db: Db, query: ListQuery) {
  const text = query.filters?.trim()
  const filter = text ? checkFilter(parseFilter(text), fields) : undefined
  const { sourceIds } = query
  if (sourceIds?.length === 0) return { ids: [], total: query.count ? 0 : undefined }
  const parts = partsOf(sourceIds ? onSources(sourceIds, filter) : filter)
  const { lead, rest } = splitOrder(orderOf(query.sorters, accountColumns))

  const whole = await groupsOf(db, parts, [])
  const total = query.count ? await countGroup(db, whole.flat()) : undefined
  const ids: string[] = []
  let { offset } = query
  for (const group of lead.length > 0 ? await groupsOf(db, parts, lead) : whole) {
    if (ids.length === query.limit) break
    const size = await sizeOf(db, group, lead.length > 0 ? undefined : total, offset)
    if (size !== undefined && offset >= size) offset -= size
    else {
      const slice = { offset, limit: query.limit - ids.length }
      ids.push(...(await idsOf(db, group, rest, slice, size)))
      offset = 0
    }
  }
  return { ids, total }
}

function onSources(values: string[], filter: CheckedFilter | undefined): CheckedFilter {
  const own = { kind: 'list', field: 'sourceId', operator: 'in', values, exact: true } as const
  return filter ? { kind: 'and', parts: [own, filter] } : own
}

/** Columns with few values at the head of an order divide the list into groups. */
export function splitOrder(order: Order[]) {
  const at = order.findIndex(({ column }) => !column.few)
  return { lead: order.slice(0, at), rest: order.slice(at) }
}

/** Counted only where it is free, or where it tells whether the slice begins in a later group. */
async function sizeOf(db: Db, group: Group, known: number | undefined, offset: number) {
  if (known !== undefined) return known
  return group.every(isPlain) || offset > 0 ? countGroup(db, group) : undefined
}

async function idsOf(db: Db, group: Group, order: Order[], slice: Slice, size = Infinity) {
  const limit = Math.min(slice.limit, size - slice.offset)
  const after = size - slice.offset - limit
  // The second half of a long list is nearer from its end.
  const isNearEnd = after < slice.offset
  const statement = isNearEnd
    ? await sliceStatement(db, group, order.map(turned), { limit, offset: after })
    : await sliceStatement(db, group, order, { limit, offset: slice.offset })
  const { rows } = await statement.execute(db)
  const ids = rows.map(({ id }) => id)
  return isNearEnd ? ids.toReversed() : ids
}

const turned = ({ column, descending }: Order): Order => ({ column, descending: !descending })
