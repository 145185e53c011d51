import { checkFilter, type CheckedFilter } from '../../../../lib/filter/check.ts'
import { parseFilter } from '../../../../lib/filter/parse.ts'
import type { Filter } from '../../../../lib/filter/syntax.ts'
import { AccountMemory, orderFields } from '../../memory/account-memory.ts'
import { Bitmap } from '../../memory/bitmap.ts'
import { factsOf } from '../../memory/facts.ts'
import { Order } from '../../memory/order.ts'
import { answer } from '../answer.ts'
import { accountFields, attributeFields } from '../fields.ts'
import { planOf } from '../plan.ts'
import { matching, sorted, type Accounts } from './naive.ts'

export const now = Date.parse('2026-04-01T00:00:00Z')
export const check = (parsed: Filter) => checkFilter(parsed, accountFields, attributeFields)
export const checked = (text: string) => check(parseFilter(text))

type Change = { ord: number; account: Record<string, unknown> | null }

export type Stage = { memory: AccountMemory; accounts: Accounts }

/** Memory and plain objects after the same changes; only a test of the order needs the orders. */
export function afterwards(list: readonly Change[], isOrdered = false): Stage {
  const memory = new AccountMemory()
  if (isOrdered) for (const field of orderFields) memory.orders.set(field, new Order())
  return changed({ memory, accounts: new Map() }, list)
}

export function changed({ memory, accounts }: Stage, list: readonly Change[]): Stage {
  for (const change of list) {
    if (change.account) {
      accounts.set(change.ord, change.account)
      // As the database gives them back.
      memory.put(change.ord, JSON.parse(JSON.stringify(factsOf(change.account))))
      for (const [field, order] of memory.orders) {
        const all = sorted(accounts, [...accounts.keys()], [{ field, descending: false }])
        order.insert(change.ord, all[all.indexOf(change.ord) - 1])
      }
    } else {
      accounts.delete(change.ord)
      memory.remove(change.ord)
    }
  }
  return { memory, accounts }
}

export function ask(
  { memory, accounts }: Stage,
  condition: CheckedFilter | undefined,
  question: Partial<Parameters<typeof answer>[1]> = {},
) {
  const plan = planOf(condition, memory)
  const resolved = plan.outside.map((leaf) => Bitmap.of(matching(accounts, leaf)))
  return answer(memory, { plan, resolved, limit: 10_000, now, ...question })
}
