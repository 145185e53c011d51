/** A set of row numbers, one bit each, combined a word of 32 at a time. */
export class Bitmap {
  words: Uint32Array

  constructor(capacity = 0) {
    this.words = new Uint32Array(Math.ceil(capacity / 32))
  }

  static of(ords: Iterable<number>, capacity = 0): Bitmap {
    const bitmap = new Bitmap(capacity)
    for (const ord of ords) bitmap.set(ord)
    return bitmap
  }

  get capacity(): number {
    return this.words.length * 32
  }

  has(ord: number): boolean {
    return (((this.words[ord >>> 5] ?? 0) >>> (ord & 31)) & 1) === 1
  }

  /** Room is made for a row that lies beyond the end. */
  set(ord: number): void {
    const at = ord >>> 5
    if (at >= this.words.length) this.grow(Math.max(ord + 1, Math.ceil(this.capacity * 1.5)))
    this.words[at] = (this.words[at] ?? 0) | (1 << (ord & 31))
  }

  clear(ord: number): void {
    const at = ord >>> 5
    if (at < this.words.length) this.words[at] = (this.words[at] ?? 0) & ~(1 << (ord & 31))
  }

  grow(capacity: number): void {
    if (capacity <= this.capacity) return
    const words = new Uint32Array(Math.ceil(capacity / 32))
    words.set(this.words)
    this.words = words
  }

  copy(): Bitmap {
    const copy = new Bitmap()
    copy.words = this.words.slice()
    return copy
  }

  /** Keeps what is in both. Changes this bitmap, as do the other two. */
  and(other: Bitmap): this {
    const { words } = this
    for (let at = 0; at < words.length; at += 1) {
      words[at] = (words[at] ?? 0) & (other.words[at] ?? 0)
    }
    return this
  }

  /** Adds what is in the other. */
  or(other: Bitmap): this {
    this.grow(other.capacity)
    const { words } = this
    for (let at = 0; at < other.words.length; at += 1) {
      words[at] = (words[at] ?? 0) | (other.words[at] ?? 0)
    }
    return this
  }

  /** Takes away what is in the other. */
  andNot(other: Bitmap): this {
    const { words } = this
    for (let at = 0; at < words.length; at += 1) {
      words[at] = (words[at] ?? 0) & ~(other.words[at] ?? 0)
    }
    return this
  }

  count(): number {
    let count = 0
    for (const word of this.words) count += ones(word)
    return count
  }

  forEach(visit: (ord: number) => void, from = 0): void {
    for (let at = from >>> 5; at < this.words.length; at += 1) {
      let word = (this.words[at] ?? 0) | 0
      if (at === from >>> 5) word &= -1 << (from & 31)
      while (word !== 0) {
        visit(at * 32 + lowest(word))
        word &= word - 1
      }
    }
  }

  /** The rows from the `skip`th on, ascending; whole words are skipped by their count. */
  page(skip: number, limit: number): number[] {
    const page: number[] = []
    let left = skip
    for (let at = 0; at < this.words.length && page.length < limit; at += 1) {
      let word = (this.words[at] ?? 0) | 0
      const inWord = ones(word)
      if (left >= inWord) {
        left -= inWord
        continue
      }
      for (; word !== 0 && page.length < limit; word &= word - 1) {
        if (left > 0) left -= 1
        else page.push(at * 32 + lowest(word))
      }
    }
    return page
  }
}

/** The position of the lowest bit that is set. */
export const lowest = (word: number): number => 31 - Math.clz32(word & -word)

/** How many bits are set: pairs, then nibbles, then all bytes at once. */
function ones(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555)
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333)
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
