import { DictionaryColumn } from './dictionary-column.ts'
import { longestName, type AttributeFact } from './facts.ts'

/** At one or two bytes a row, what the memory has room for at a million accounts. */
export const MOST_COLUMNS = 40
/** While there are few rows, columns cost little: which are worth keeping is decided later. */
const MOST_ON_TRIAL = 200
const MOST_REFUSED = 2_000

/** `nobody`: no account has the attribute; `outside`: some may, and the memory does not know. */
export type AttributeState = DictionaryColumn | 'nobody' | 'outside'

/**
 * A column for each attribute, as long as it holds every value. One that does not is dropped for
 * good: later rows alone would make up half a column, and wrong answers.
 */
export class AttributeColumns {
  readonly #columns = new Map<string, DictionaryColumn>()
  readonly #refused = new Set<string>()
  /** So many names were refused that a new one may be one of those forgotten. */
  #closed = false
  #most = MOST_ON_TRIAL
  #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get names(): string[] {
    return [...this.#columns.keys()]
  }

  find(name: string): AttributeState {
    const column = this.#columns.get(name)
    if (column) return column
    const unknown = this.#closed || this.#refused.has(name) || name.length > longestName
    return unknown ? 'outside' : 'nobody'
  }

  /** Takes the place of what the row had; a new row, of which `isNew` tells, had nothing. */
  put(ord: number, attributes: Record<string, AttributeFact>, isNew: boolean): void {
    if (!isNew) {
      for (const [name, column] of this.#columns) {
        if (!Object.hasOwn(attributes, name)) column.clear(ord)
      }
    }
    for (const name in attributes) {
      const value = attributes[name]
      if (value === undefined) continue
      const column = this.#columns.get(name) ?? this.#open(name)
      if (column && (value === null || !column.put(ord, textOf(value)))) this.#refuse(name)
    }
  }

  clear(ord: number): void {
    for (const column of this.#columns.values()) column.clear(ord)
  }

  grow(capacity: number): void {
    this.#capacity = capacity
    for (const column of this.#columns.values()) column.grow(capacity)
  }

  /** Ends the trial. Kept are the attributes that most accounts have, before all unlike ones. */
  settle(): void {
    this.#most = MOST_COLUMNS
    const worth = [...this.#columns].map(([name, { codes, size }]) => {
      let having = 0
      for (const code of codes) having += Number(code !== 0)
      const nearlyUnique = size - 1 > having / 2
      return { name, worth: nearlyUnique ? having - codes.length : having }
    })
    const sorted = worth.toSorted((a, b) => b.worth - a.worth)
    for (const { name } of sorted.slice(MOST_COLUMNS)) this.#refuse(name)
  }

  #open(name: string): DictionaryColumn | undefined {
    if (this.#closed || this.#refused.has(name)) return undefined
    if (this.#columns.size >= this.#most) {
      this.#refuse(name)
      return undefined
    }
    const column = new DictionaryColumn(this.#capacity)
    this.#columns.set(name, column)
    return column
  }

  #refuse(name: string): void {
    this.#columns.delete(name)
    if (this.#refused.size < MOST_REFUSED) this.#refused.add(name)
    else this.#closed = true
  }
}

const textOf = (value: string | number | boolean) =>
  typeof value === 'string' ? value : String(value)
