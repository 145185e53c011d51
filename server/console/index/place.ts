import type { Order } from './memory/order.ts'
import type { IndexDb } from './store/database.ts'
import { neighbourBefore, type OrderField } from './store/orders.ts'

type Value = string | number | null
/** Row numbers, each with the one that comes just before it; undefined for the first. */
export type Places = Map<number, number | undefined>

/** Where rows belong in the order of a field, as the database sorts them. */
export async function placesOf(
  db: IndexDb,
  field: OrderField,
  values: Map<number, Value>,
  pause: () => Promise<void>,
): Promise<Places> {
  const places: Places = new Map()
  for (const [ord, value] of values) {
    places.set(ord, await neighbourBefore(db, field, { ord, value }))
    await pause()
  }
  return places
}

/** Puts rows in their places; one that stands behind another of them waits for that one. */
export function place(order: Order, places: Places): void {
  for (const ord of places.keys()) order.remove(ord)
  for (const first of places.keys()) {
    const waiting = [first]
    for (let ord = waiting.at(-1); ord !== undefined; ord = waiting.at(-1)) {
      const before = places.get(ord)
      if (!order.has(ord) && before !== undefined && !order.has(before)) {
        if (!places.has(before)) throw new Error(`Row ${before} is in the copy but in no order`)
        waiting.push(before)
        continue
      }
      if (!order.has(ord)) order.insert(ord, before)
      waiting.pop()
    }
  }
}
