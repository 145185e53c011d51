import type { Order } from './memory/order.ts'

/** Row numbers, each with the one that comes just before it; undefined for the first. */
export type Places = Map<number, number | undefined>

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
