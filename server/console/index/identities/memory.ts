import { AttributeColumns } from '../memory/attribute-columns.ts'
import { Bitmap } from '../memory/bitmap.ts'
import { DateColumn } from '../memory/date-column.ts'
import { DictionaryColumn } from '../memory/dictionary-column.ts'
import { codeColumns, type CodeColumn } from './fields.ts'
import type { IdentityFacts } from './record.ts'
import type { IdentityOrder } from './rows.ts'

/** From here on columns cost memory, and there is enough to see which are worth it. */
const ROWS_ON_TRIAL = 50_000

/** What is known of every identity without asking the database, by row number (`ord`). */
export class IdentityMemory {
  readonly live: Bitmap
  readonly managers: Bitmap
  readonly dates: { created: DateColumn; modified: DateColumn }
  readonly attributes: AttributeColumns
  readonly #codes: Record<CodeColumn, DictionaryColumn | undefined>
  readonly #orders = new Map<IdentityOrder, Uint32Array>()
  /** Rows that came since the orders were read; they stand behind all others. */
  #behind: number[] = []
  #capacity: number
  #size = 0
  #onTrial = true

  constructor(rows = 0) {
    const capacity = roomFor(rows)
    this.#capacity = capacity
    this.live = new Bitmap(capacity)
    this.managers = new Bitmap(capacity)
    this.dates = { created: new DateColumn(capacity), modified: new DateColumn(capacity) }
    this.attributes = new AttributeColumns(capacity)
    const column = () => new DictionaryColumn(capacity)
    this.#codes = { status: column(), lifecycleState: column(), processingState: column() }
  }

  get size(): number {
    return this.#size
  }

  get capacity(): number {
    return this.#capacity
  }

  /** Undefined once it had more values than a column holds. */
  code(field: CodeColumn): DictionaryColumn | undefined {
    return this.#codes[field]
  }

  put(ord: number, facts: IdentityFacts): void {
    if (ord >= this.#capacity) this.#grow(ord + 1)
    const isNew = !this.live.has(ord)
    if (isNew) {
      this.live.set(ord)
      this.#size += 1
      this.#behind.push(ord)
      if (this.#onTrial && this.#size > ROWS_ON_TRIAL) {
        this.#onTrial = false
        this.attributes.settle()
      }
    }
    if (facts.isManager) this.managers.set(ord)
    else this.managers.clear(ord)
    this.dates.created.put(ord, facts.created)
    this.dates.modified.put(ord, facts.modified)
    for (const field of codeColumns) {
      const value = facts[field]
      if (value === undefined) this.#codes[field]?.clear(ord)
      else if (this.#codes[field]?.put(ord, value) === false) this.#codes[field] = undefined
    }
    this.attributes.put(ord, facts.attributes ?? {}, isNew)
  }

  remove(ord: number): void {
    if (!this.live.has(ord)) return
    this.#size -= 1
    this.live.clear(ord)
    this.managers.clear(ord)
    this.dates.created.put(ord, undefined)
    this.dates.modified.put(ord, undefined)
    for (const field of codeColumns) this.#codes[field]?.clear(ord)
    this.attributes.clear(ord)
  }

  /** All rows in the order of a field; some of them may have gone. */
  order(field: IdentityOrder): Uint32Array {
    const known = this.#orders.get(field)
    if (!known) return Uint32Array.from({ length: this.#capacity }, (_, ord) => ord)
    if (this.#behind.length === 0) return known
    const all = new Uint32Array(known.length + this.#behind.length)
    all.set(known)
    all.set(this.#behind, known.length)
    return all
  }

  /** Takes orders that were just read, at one stroke; rows that came meanwhile stay behind them. */
  setOrders(orders: Map<IdentityOrder, number[]>): void {
    let known = new Bitmap(this.#capacity)
    for (const [field, ords] of orders) {
      this.#orders.set(field, Uint32Array.from(ords))
      known = Bitmap.of(ords, this.#capacity)
    }
    this.#behind = this.#behind.filter((ord) => !known.has(ord))
  }

  #grow(needed: number): void {
    const capacity = Math.max(roomFor(needed), roomFor(this.#capacity * 1.25))
    this.#capacity = capacity
    this.live.grow(capacity)
    this.managers.grow(capacity)
    this.dates.created.grow(capacity)
    this.dates.modified.grow(capacity)
    for (const field of codeColumns) this.#codes[field]?.grow(capacity)
    this.attributes.grow(capacity)
  }
}

/** In whole words of a bitmap; the columns have no row that a bitmap has not. */
const roomFor = (rows: number) => Math.max(1024, Math.ceil(rows / 32) * 32)
