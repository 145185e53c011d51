import { Bitmap, lowest } from './bitmap.ts'

/** A number for the value of each row; a byte is enough for most columns. */
export type Codes = Uint8Array | Uint16Array

/** The rows whose code is marked with 1. */
export function rowsWith(codes: Codes, marked: Uint8Array): Bitmap {
  const rows = new Bitmap(codes.length)
  for (let at = 0, ord = 0; at < rows.words.length; at += 1) {
    let word = 0
    for (let bit = 0; bit < 32; bit += 1, ord += 1) word |= (marked[codes[ord] ?? 0] ?? 0) << bit
    rows.words[at] = word
  }
  return rows
}

/** How many of the rows have each code; `size` is how many codes there are. */
export function countByCode(codes: Codes, size: number, { words }: Bitmap): Uint32Array {
  const counts = new Uint32Array(size)
  for (let at = 0; at < words.length; at += 1) {
    for (let word = (words[at] ?? 0) | 0; word !== 0; word &= word - 1) {
      const code = codes[at * 32 + lowest(word)] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
  }
  return counts
}
