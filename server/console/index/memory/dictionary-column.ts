import { keyOf } from '../../../lib/filter/key.ts'
import { compareText } from '../../../lib/filter/order.ts'
import type { Codes } from './codes.ts'

/** With more values a column answers no better than the database, and costs more memory. */
export const MOST_VALUES = 20_000

/** Spellings beyond this are folded anew each time, so that they cannot fill the memory. */
const MOST_SPELLINGS = 3 * MOST_VALUES

/** So many new values are sorted in one by one; with more, all are sorted anew. */
const FEW = 50

type Options = { exact?: boolean; most?: number }

/**
 * Text by row, as a number for each value; 0 stands for none. Values that differ by case alone are
 * one value, as the filter language has it, and are shown as first met.
 */
export class DictionaryColumn {
  codes: Codes
  /** Rises when a row gets another value or there is room for more, not with an equal value. */
  version = 0
  /** By code; the first stands for no value. */
  readonly values: string[] = ['']
  /** By code, in the form in which they are compared. */
  readonly keys: string[] = ['']
  /** Keys and, beside them, the spellings that were met. */
  readonly #codes = new Map<string, number>()
  readonly #fold: (text: string) => string
  readonly #most: number
  /** Codes by their keys. */
  #sorted: number[] = []
  #ranks = new Uint16Array(1)

  constructor(capacity: number, { exact = false, most = MOST_VALUES }: Options = {}) {
    this.codes = new Uint8Array(capacity)
    this.#fold = exact ? (text) => text : keyOf
    this.#most = most
  }

  /** How many values there are, and one more for none. */
  get size(): number {
    return this.keys.length
  }

  /** False where the value is one too many: then the column no longer tells the truth. */
  put(ord: number, value: string): boolean {
    const code = this.#codes.get(value) ?? this.#met(value)
    if (code === 0) return false
    this.#set(ord, code)
    return true
  }

  clear(ord: number): void {
    this.#set(ord, 0)
  }

  grow(capacity: number): void {
    const codes =
      this.codes instanceof Uint8Array ? new Uint8Array(capacity) : new Uint16Array(capacity)
    codes.set(this.codes)
    this.codes = codes
    this.version += 1
  }

  /** 0 for a value that no row has had. */
  codeOf(value: string): number {
    return this.#codes.get(this.#fold(value)) ?? 0
  }

  /** Where each code stands among the sorted keys; no value comes first. */
  ranks(): Uint16Array {
    const unsorted = this.size - 1 - this.#sorted.length
    if (unsorted > 0) {
      if (unsorted > FEW) this.#sortAll()
      else while (this.#sorted.length < this.size - 1) this.#sortIn(this.#sorted.length + 1)
      this.#ranks = new Uint16Array(this.size)
      this.#sorted.forEach((code, at) => (this.#ranks[code] = at + 1))
    }
    return this.#ranks
  }

  #sortAll(): void {
    const codes = this.keys.map((_, code) => code).slice(1)
    this.#sorted = codes.sort((a, b) => compareText(this.keys[a] ?? '', this.keys[b] ?? ''))
  }

  #sortIn(code: number): void {
    const key = this.keys[code] ?? ''
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareText(this.keys[this.#sorted[middle] ?? 0] ?? '', key) < 0) low = middle + 1
      else high = middle
    }
    this.#sorted.splice(low, 0, code)
  }

  #set(ord: number, code: number): void {
    if (this.codes[ord] === code) return
    if (code > 0xff && this.codes instanceof Uint8Array) this.codes = Uint16Array.from(this.codes)
    this.codes[ord] = code
    this.version += 1
  }

  #met(value: string): number {
    const key = this.#fold(value)
    let code = this.#codes.get(key) ?? 0
    if (code === 0) {
      if (this.size > this.#most) return 0
      code = this.size
      this.keys.push(key)
      this.values.push(value)
      this.#codes.set(key, code)
    }
    if (this.#codes.size < MOST_SPELLINGS) this.#codes.set(value, code)
    return code
  }
}
