/**
 * A few numbers for each of some rows, as chains of slots: rows without any cost four bytes, and a
 * number eight. Slot 0 is the end of each chain.
 */
export class NumberLists {
  #first: Uint32Array
  #numbers = new Uint32Array(64)
  #next = new Uint32Array(64)
  #used = 1
  /** Slots that were given back, as one more chain. */
  #free = 0

  constructor(capacity = 0) {
    this.#first = new Uint32Array(capacity)
  }

  grow(capacity: number): void {
    if (capacity > this.#first.length) this.#first = enlarged(this.#first, capacity)
  }

  of(row: number): number[] {
    const numbers: number[] = []
    this.forEach(row, (number) => numbers.push(number))
    return numbers
  }

  forEach(row: number, visit: (number: number) => void): void {
    for (let slot = this.#first[row] ?? 0; slot !== 0; slot = this.#next[slot] ?? 0) {
      visit(this.#numbers[slot] ?? 0)
    }
  }

  /** Takes the place of what the row had; false where it had just this. */
  put(row: number, numbers: readonly number[]): boolean {
    const before = this.of(row)
    if (before.length === numbers.length && before.every((each) => numbers.includes(each))) {
      return false
    }
    if (row >= this.#first.length) this.grow(Math.max(row + 1, this.#first.length * 2))
    this.#giveBack(row)
    for (const number of numbers) {
      const slot = this.#take()
      this.#numbers[slot] = number
      this.#next[slot] = this.#first[row] ?? 0
      this.#first[row] = slot
    }
    return true
  }

  #take(): number {
    if (this.#free !== 0) {
      const slot = this.#free
      this.#free = this.#next[slot] ?? 0
      return slot
    }
    if (this.#used === this.#numbers.length) {
      this.#numbers = enlarged(this.#numbers, this.#used * 2)
      this.#next = enlarged(this.#next, this.#used * 2)
    }
    this.#used += 1
    return this.#used - 1
  }

  #giveBack(row: number): void {
    for (let slot = this.#first[row] ?? 0; slot !== 0;) {
      const next = this.#next[slot] ?? 0
      this.#next[slot] = this.#free
      this.#free = slot
      slot = next
    }
    this.#first[row] = 0
  }
}

function enlarged(numbers: Uint32Array, length: number) {
  const larger = new Uint32Array(length)
  larger.set(numbers)
  return larger
}
