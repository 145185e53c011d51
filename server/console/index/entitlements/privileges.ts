import { Bitmap } from '../memory/bitmap.ts'
import { Catalogue } from './catalogue.ts'
import { NumberLists } from './number-lists.ts'

/**
 * Which accounts have privileged entitlements, by row number. Of an account that is neither
 * privileged nor settled it is not known.
 */
export class Privileges {
  readonly catalogue: Catalogue
  /** Has at least one. */
  readonly privileged: Bitmap
  /** All that it has is known. */
  readonly settled: Bitmap
  /** Has to be judged anew, by what is known now. */
  readonly due: Bitmap
  readonly #codes: NumberLists
  #version = 0

  constructor(capacity: number, catalogue = new Catalogue()) {
    this.catalogue = catalogue
    this.privileged = new Bitmap(capacity)
    this.settled = new Bitmap(capacity)
    this.due = new Bitmap(capacity)
    this.#codes = new NumberLists(capacity)
  }

  /** Rises when something else is true of a row. */
  get version(): number {
    return this.#version
  }

  grow(capacity: number): void {
    for (const bitmap of [this.privileged, this.settled, this.due]) bitmap.grow(capacity)
    this.#codes.grow(capacity)
  }

  /** Takes the place of what was known of the account. */
  judge(row: number, account: Record<string, unknown>): void {
    const { codes, isSettled } = this.catalogue.judge(row, account)
    this.due.clear(row)
    const isOther = this.#codes.put(row, codes)
    if (!isOther && isSettled === this.settled.has(row)) return
    this.#version += 1
    if (codes.length > 0) this.privileged.set(row)
    else this.privileged.clear(row)
    if (isSettled) this.settled.set(row)
    else this.settled.clear(row)
  }

  remove(row: number): void {
    this.catalogue.gone.delete(row)
    this.due.clear(row)
    this.settled.clear(row)
    if (!this.privileged.has(row)) return
    this.privileged.clear(row)
    this.#codes.put(row, [])
  }

  hasDue(): boolean {
    return this.due.words.some((word) => word !== 0)
  }

  /** The rows of which it is known that they have none. */
  plain(): Bitmap {
    return this.settled.copy().andNot(this.privileged)
  }

  /** The rows of which something is known. */
  known(): Bitmap {
    return this.settled.copy().or(this.privileged)
  }

  /** The rows that have one of these entitlements, which are named by their ids. */
  having(ids: readonly string[]): Bitmap {
    const asked = new Set(ids)
    const codes = new Set<number>()
    for (const [code, { id }] of this.catalogue.named) if (asked.has(id)) codes.add(code)
    const rows = new Bitmap(this.privileged.capacity)
    if (codes.size === 0) return rows
    this.privileged.forEach((row) => {
      this.#codes.forEach(row, (code) => {
        if (codes.has(code)) rows.set(row)
      })
    })
    return rows
  }

  /** How many of the rows have each privileged entitlement. Two spellings of one are one. */
  counts(rows: Bitmap): { value: string; label: string; count: number }[] {
    const byCode = new Map<number, number>()
    this.privileged
      .copy()
      .and(rows)
      .forEach((row) => {
        this.#codes.forEach(row, (code) => byCode.set(code, (byCode.get(code) ?? 0) + 1))
      })
    const counts = new Map<string, { value: string; label: string; count: number }>()
    for (const [code, count] of byCode) {
      const named = this.catalogue.named.get(code)
      if (!named) continue
      const before = counts.get(named.id)?.count ?? 0
      counts.set(named.id, { value: named.id, label: named.label, count: before + count })
    }
    return [...counts.values()]
  }
}
