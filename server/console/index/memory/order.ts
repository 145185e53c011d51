import type { Bitmap } from './bitmap.ts'

const BLOCK = 2048
/** Blocks start with room, so that the first rows that come later split nothing. */
const FILL = BLOCK * 0.875
/** To look up a row costs about as much as to walk past so many. */
const LOOK_UP = 200

type Block = { id: number; at: number; size: number; ords: Uint32Array }

/**
 * All rows in the order of one field, as the database sorts them; ties are settled there. Kept in
 * blocks, so that a row moves in microseconds and a walk still reads memory in sequence.
 */
export class Order {
  readonly #blocks: Block[] = []
  /** The block of each row by the block's id; 0 for a row that is not in the order. */
  #blockOf: Uint16Array
  readonly #byId: (Block | undefined)[] = [undefined]
  readonly #freeIds: number[] = []
  #size = 0

  constructor(sorted: ArrayLike<number> = [], capacity = 0) {
    this.#blockOf = new Uint16Array(Math.max(capacity, sorted.length))
    for (let from = 0; from < sorted.length; from += FILL) {
      const block = this.#newBlock(this.#blocks.length)
      for (let at = from; at < Math.min(from + FILL, sorted.length); at += 1) {
        this.#place(block, block.size, sorted[at] ?? 0)
      }
    }
  }

  get size(): number {
    return this.#size
  }

  has(ord: number): boolean {
    return (this.#blockOf[ord] ?? 0) !== 0
  }

  /** Puts the row behind another, or first; a row that is there already moves. */
  insert(ord: number, after?: number): void {
    if (after === ord) throw new Error(`Row ${ord} cannot stand behind itself`)
    this.remove(ord)
    if (after === undefined) {
      const [first = this.#newBlock(0)] = this.#blocks
      this.#insertAt(first, 0, ord)
      return
    }
    const block = this.#byId[this.#blockOf[after] ?? 0]
    if (!block) throw new Error(`Row ${after}, behind which ${ord} was to stand, is not there`)
    this.#insertAt(block, positionIn(block, after) + 1, ord)
  }

  remove(ord: number): void {
    const block = this.#byId[this.#blockOf[ord] ?? 0]
    if (!block) return
    const at = positionIn(block, ord)
    block.ords.copyWithin(at, at + 1, block.size)
    block.size -= 1
    this.#size -= 1
    this.#blockOf[ord] = 0
    if (block.size === 0) this.#drop(block)
    else this.#merge(block)
  }

  /**
   * The rows from the `skip`th on, of `total` that are in `rows`; without `rows`, of all. It starts
   * from the end that is nearer, so that the last page costs no more than the first.
   */
  page(rows: Bitmap | undefined, total: number, skip: number, limit: number, descending = false) {
    const count = rows ? total : this.#size
    const length = Math.max(0, Math.min(limit, count - skip))
    const behind = count - skip - length
    const passed = ((Math.min(skip, behind) + length) * this.#size) / count
    if (rows && count * LOOK_UP < passed) {
      const found = this.#lookUp(rows)
      return (descending ? found.reverse() : found).subarray(skip, skip + length)
    }
    if (behind >= skip) return this.#walk(rows, skip, length, descending)
    return this.#walk(rows, behind, length, !descending).reverse()
  }

  #walk(rows: Bitmap | undefined, skip: number, length: number, backward: boolean): Uint32Array {
    const page = new Uint32Array(length)
    let [left, found] = [skip, 0]
    for (let nth = 0; nth < this.#blocks.length && found < length; nth += 1) {
      const block = this.#blocks[backward ? this.#blocks.length - 1 - nth : nth]
      if (!block) break
      const { ords, size } = block
      if (!rows && left >= size) {
        left -= size
        continue
      }
      for (let step = 0; step < size && found < length; step += 1) {
        const ord = ords[backward ? size - 1 - step : step] ?? 0
        if (rows && !rows.has(ord)) continue
        if (left > 0) left -= 1
        else page[found++] = ord
      }
    }
    return found === length ? page : page.slice(0, found)
  }

  /** Few rows are looked up one by one; a walk would pass thousands for each that it finds. */
  #lookUp(rows: Bitmap): Uint32Array {
    const places: number[] = []
    rows.forEach((ord) => {
      const block = this.#byId[this.#blockOf[ord] ?? 0]
      if (block) places.push(block.at * BLOCK + positionIn(block, ord))
    })
    return Uint32Array.from(places)
      .sort()
      .map((place) => this.#blocks[Math.floor(place / BLOCK)]?.ords[place % BLOCK] ?? 0)
  }

  #insertAt(block: Block, at: number, ord: number): void {
    if (block.size < BLOCK) {
      this.#place(block, at, ord)
      return
    }
    const half = BLOCK / 2
    const next = this.#newBlock(block.at + 1)
    for (const moved of block.ords.subarray(half)) this.#place(next, next.size, moved)
    this.#size -= BLOCK - half // they were counted before
    block.size = half
    if (at <= half) this.#place(block, at, ord)
    else this.#place(next, at - half, ord)
  }

  #place(block: Block, at: number, ord: number): void {
    if (ord >= this.#blockOf.length) this.#grow(ord + 1)
    block.ords.copyWithin(at + 1, at, block.size)
    block.ords[at] = ord
    block.size += 1
    this.#size += 1
    this.#blockOf[ord] = block.id
  }

  /** Two neighbours that half fill one block become one: else removals would leave many thin ones. */
  #merge(block: Block): void {
    if (block.size > BLOCK / 4) return
    const previous = this.#blocks[block.at - 1]
    if (!previous || previous.size + block.size > BLOCK / 2) return
    for (const moved of block.ords.subarray(0, block.size)) {
      this.#place(previous, previous.size, moved)
    }
    this.#size -= block.size
    this.#drop(block)
  }

  #newBlock(at: number): Block {
    const id = this.#freeIds.pop() ?? this.#byId.length
    if (id > 0xffff) throw new Error('The order has no room for more rows')
    const block = { id, at, size: 0, ords: new Uint32Array(BLOCK) }
    this.#byId[id] = block
    this.#blocks.splice(at, 0, block)
    this.#number(at)
    return block
  }

  #drop(block: Block): void {
    this.#byId[block.id] = undefined
    this.#freeIds.push(block.id)
    this.#blocks.splice(block.at, 1)
    this.#number(block.at)
  }

  #number(from: number): void {
    for (let at = from; at < this.#blocks.length; at += 1) {
      const block = this.#blocks[at]
      if (block) block.at = at
    }
  }

  #grow(needed: number): void {
    const blockOf = new Uint16Array(Math.max(needed, Math.ceil(this.#blockOf.length * 1.25)))
    blockOf.set(this.#blockOf)
    this.#blockOf = blockOf
  }
}

function positionIn({ ords, size }: Block, ord: number): number {
  const at = ords.indexOf(ord)
  // What lies beyond the size is left over from rows that went.
  if (at < 0 || at >= size) throw new Error(`Row ${ord} is not where the order says`)
  return at
}
