import type { Catalogue } from '../entitlements/catalogue.ts'
import { Privileges } from '../entitlements/privileges.ts'
import { AttributeColumns } from './attribute-columns.ts'
import { Bitmap } from './bitmap.ts'
import { DateColumn } from './date-column.ts'
import { DictionaryColumn } from './dictionary-column.ts'
import { codeFields, flagFields, type CodeField, type DateField, type Facts } from './facts.ts'
import type { FlagField } from './facts.ts'
import { KeptAnswers } from './kept-answers.ts'
import type { Order } from './order.ts'

/** Sort fields whose values differ from row to row; the database hands over their order. */
export const orderFields = [
  'id',
  'identityId',
  'uuid',
  'name',
  'nativeIdentity',
  'identity.name',
  'created',
  'modified',
  'passwordChanged',
] as const
export type OrderField = (typeof orderFields)[number]

/** From here on columns cost memory, and there is enough to see which are worth it. */
const ROWS_ON_TRIAL = 50_000

/** What is known of every account without asking the database, by row number (`ord`). */
export class AccountMemory {
  readonly live: Bitmap
  readonly flags: Record<FlagField, Bitmap>
  readonly dates: Record<DateField, DateColumn>
  readonly attributes: AttributeColumns
  /** A row that is put has to be inserted into each by the caller; a row that goes, goes by itself. */
  readonly orders = new Map<OrderField, Order>()
  /** A row that is put has to be shown to it by the caller; a row that goes, goes by itself. */
  readonly answers = new KeptAnswers()
  /** A row that is put has to be judged by the caller; a row that goes, goes by itself. */
  readonly privileges: Privileges
  readonly #columns: Map<CodeField, DictionaryColumn>
  #capacity: number
  #size = 0
  #version = 0
  #onTrial = true

  /** With the number of rows to come, loading them never has to move anything. */
  constructor(rows = 0, catalogue?: Catalogue) {
    const capacity = roomFor(rows)
    const bitmap = () => new Bitmap(capacity)
    const dates = () => new DateColumn(capacity)
    this.#capacity = capacity
    this.live = bitmap()
    this.flags = {
      disabled: bitmap(),
      locked: bitmap(),
      uncorrelated: bitmap(),
      manuallyCorrelated: bitmap(),
      hasEntitlements: bitmap(),
      systemAccount: bitmap(),
      isMachine: bitmap(),
      authoritative: bitmap(),
    }
    this.dates = { created: dates(), modified: dates(), passwordChanged: dates() }
    this.attributes = new AttributeColumns(capacity)
    this.privileges = new Privileges(capacity, catalogue)
    this.#columns = new Map(
      codeFields.map((field) => [
        field,
        new DictionaryColumn(capacity, { exact: field === 'sourceId' }),
      ]),
    )
  }

  /** How many rows there are. */
  get size(): number {
    return this.#size
  }

  /** Every bitmap of an answer has at least this many bits. */
  get capacity(): number {
    return this.#capacity
  }

  /** Rises with every change. */
  get version(): number {
    return this.#version + this.privileges.version
  }

  /** Undefined once it had more values than a column holds. */
  column(field: CodeField): DictionaryColumn | undefined {
    return this.#columns.get(field)
  }

  put(ord: number, facts: Facts): void {
    if (ord >= this.#capacity) this.#grow(ord + 1)
    this.#version += 1
    const isNew = !this.live.has(ord)
    if (isNew) {
      this.live.set(ord)
      this.#size += 1
      if (this.#onTrial && this.#size > ROWS_ON_TRIAL) this.#endTrial()
    } else {
      for (const field of flagFields) this.flags[field].clear(ord)
    }
    for (let bit = 0, left = facts.flags; left !== 0; bit += 1, left >>>= 1) {
      const field = flagFields[bit]
      if (field && (left & 1) === 1) this.flags[field].set(ord)
    }
    const { created, modified, passwordChanged } = this.dates
    created.put(ord, facts.created)
    modified.put(ord, facts.modified)
    passwordChanged.put(ord, facts.passwordChanged)
    for (const [field, column] of this.#columns) {
      const value = facts[field]
      if (value === undefined) column.clear(ord)
      else if (!column.put(ord, value)) this.#columns.delete(field)
    }
    this.attributes.put(ord, facts.attributes ?? {}, isNew)
  }

  remove(ord: number): void {
    if (!this.live.has(ord)) return
    this.#version += 1
    this.#size -= 1
    this.live.clear(ord)
    for (const field of flagFields) this.flags[field].clear(ord)
    for (const column of Object.values(this.dates)) column.put(ord, undefined)
    for (const column of this.#columns.values()) column.clear(ord)
    this.attributes.clear(ord)
    for (const order of this.orders.values()) order.remove(ord)
    this.answers.remove(ord)
    this.privileges.remove(ord)
  }

  #grow(needed: number): void {
    const capacity = Math.max(roomFor(needed), roomFor(this.#capacity * 1.25))
    this.#capacity = capacity
    for (const bitmap of [this.live, ...Object.values(this.flags)]) bitmap.grow(capacity)
    for (const column of Object.values(this.dates)) column.grow(capacity)
    for (const column of this.#columns.values()) column.grow(capacity)
    this.attributes.grow(capacity)
    this.privileges.grow(capacity)
  }

  #endTrial(): void {
    this.#onTrial = false
    this.attributes.settle()
  }
}

/** In whole words of a bitmap; the columns have no row that a bitmap has not. */
const roomFor = (rows: number) => Math.max(1024, Math.ceil(rows / 32) * 32)
