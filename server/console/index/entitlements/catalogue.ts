import { heldValues, type Held } from './account-values.ts'

export const UNKNOWN = 0
/** The tenant says that it gives no privilege, or that it is no entitlement. */
export const PLAIN = 1
export const PRIVILEGED = 2
export type Status = typeof UNKNOWN | typeof PLAIN | typeof PRIVILEGED

/** A value that accounts of a source have: an entitlement, as far as is known. */
export type Value = Held & {
  readonly code: number
  readonly sourceId: string
  status: Status
  /** When the tenant last told of it, in milliseconds; 0 for never. */
  read: number
  /** The row of an account that has it, the one with the most values that was met; where known. */
  sample: number | undefined
  sampleSize: number
}

/** Of a privileged entitlement: what it is asked for by, and what people call it. */
export type Named = { id: string; label: string }

export type SourceKnown = {
  readonly id: string
  /** Those whose values are entitlements; undefined until the tenant was asked. */
  attributes: Set<string> | undefined
  /** Whether the tenant named them all. */
  isSure: boolean
  /** Some account has an entitlement that its attributes do not show: others may have, too. */
  isHidden: boolean
  /** When it was last asked for its schema, in milliseconds; 0 for never. */
  asked: number
  /** An account that the tenant says has entitlements, though its attributes show none. */
  odd: number | undefined
  readonly values: Map<string, Map<string, Value>>
}

/** What an account's attributes say of its privileges. */
export type Verdict = {
  /** Codes of its privileged entitlements. */
  codes: number[]
  /** Whether there are no others. */
  isSettled: boolean
}

/** With a short name each takes some 200 bytes. What is beyond stays unknown. */
export const MOST_VALUES = 100_000

/** What is known of the entitlements of each source. It begins with nothing. */
export class Catalogue {
  readonly sources = new Map<string, SourceKnown>()
  readonly named = new Map<number, Named>()
  /** Rows of accounts that the tenant no longer has: they are about to go, and show nothing. */
  readonly gone = new Set<number>()
  readonly #values = new Map<number, Value>()
  #codes = 0
  #version = 0
  #taught = 0
  #progress = { known: 0, total: 0 }
  #progressVersion = 0

  /** Rises with every change. */
  get version(): number {
    return this.#version
  }

  /** Rises when accounts may have to be judged anew. */
  get taught(): number {
    return this.#taught
  }

  get values(): Iterable<Value> {
    return this.#values.values()
  }

  /** Of the entitlements that accounts are known to have, how many are known. */
  get progress(): { known: number; total: number } {
    if (this.#progressVersion !== this.#version) {
      let [known, total] = [0, 0]
      for (const { status, sample } of this.#values.values()) {
        if (sample === undefined) continue
        total += 1
        known += Number(status !== UNKNOWN)
      }
      this.#progress = { known, total }
      this.#progressVersion = this.#version
    }
    return this.#progress
  }

  source(id: string): SourceKnown {
    const known = this.sources.get(id)
    if (known) return known
    const source: SourceKnown = {
      id,
      attributes: undefined,
      isSure: false,
      isHidden: false,
      asked: 0,
      odd: undefined,
      values: new Map(),
    }
    this.sources.set(id, source)
    return source
  }

  /** The value, which is added where it is new; undefined where there are too many. */
  value(source: SourceKnown, { attribute, value }: Held): Value | undefined {
    const ofAttribute = source.values.get(attribute) ?? new Map<string, Value>()
    const known = ofAttribute.get(value)
    if (known || this.#values.size >= MOST_VALUES) return known
    source.values.set(attribute, ofAttribute)
    const code = (this.#codes += 1)
    const added: Value = {
      code,
      sourceId: source.id,
      attribute,
      value,
      status: UNKNOWN,
      read: 0,
      sample: undefined,
      sampleSize: 0,
    }
    ofAttribute.set(value, added)
    this.#values.set(code, added)
    this.#version += 1
    return added
  }

  /** What the attributes of an account say. Values that were not met before are added. */
  judge(row: number, account: Record<string, unknown>): Verdict {
    const { sourceId, hasEntitlements } = account
    const hasNone = hasEntitlements === false
    if (typeof sourceId !== 'string') return { codes: [], isSettled: hasNone }
    const source = this.source(sourceId)
    const { held, isOpaque } = heldValues(account, source.attributes ?? [])
    const codes = new Set<number>()
    let isKnown = !isOpaque
    for (const each of held) {
      // Of an account that has none the tenant cannot be asked for what its values give.
      const value = hasNone
        ? source.values.get(each.attribute)?.get(each.value)
        : this.value(source, each)
      if (value?.status === PRIVILEGED) codes.add(value.code)
      else if (value?.status !== PLAIN) isKnown = false
      if (value && !hasNone && !this.gone.has(row)) this.#meet(value, row, held.length)
    }
    const isOdd = hasEntitlements === true && held.length === 0 && !isOpaque
    if (isOdd && source.attributes && !this.gone.has(row)) source.odd ??= row
    const isWhole = isKnown && source.isSure && !source.isHidden && !isOdd
    return { codes: [...codes], isSettled: isWhole || (hasNone && codes.size === 0) }
  }

  #meet(value: Value, row: number, size: number): void {
    if (value.sample === undefined) this.#version += 1
    else if (value.sample !== row && value.sampleSize >= size) return
    value.sample = row
    value.sampleSize = size
  }

  /** The tenant has told what the value is; true where that is something else than it was. */
  learn(value: Value, status: Status, read: number, named?: Named): boolean {
    const hasChanged = value.status !== status
    value.status = status
    value.read = read
    if (status === PRIVILEGED && named) this.named.set(value.code, named)
    else this.named.delete(value.code)
    this.#version += 1
    if (hasChanged) this.#taught += 1
    return hasChanged
  }

  /** What is known of a source's schema has changed. */
  describe(source: SourceKnown, change: Partial<Omit<SourceKnown, 'id' | 'values'>>): void {
    Object.assign(source, change)
    this.#version += 1
    this.#taught += 1
  }

  /** The account that was to show the value no longer has it. */
  lose(value: Value): void {
    value.sample = undefined
    value.sampleSize = 0
    this.#version += 1
  }

  drop(value: Value): void {
    this.sources.get(value.sourceId)?.values.get(value.attribute)?.delete(value.value)
    this.#values.delete(value.code)
    this.named.delete(value.code)
    this.#version += 1
  }

  clear(): void {
    this.sources.clear()
    this.gone.clear()
    this.named.clear()
    this.#values.clear()
    this.#version += 1
  }
}
