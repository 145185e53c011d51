import { hash } from 'node:crypto'

/** A small repeatable generator (mulberry32): the same seed gives the same values on every machine. */
export function randomFrom(seed: number) {
  let state = seed >>> 0

  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)

  return {
    chance: (share: number) => next() < share,
    /** A whole number from `least` to `most`. */
    int: (least: number, most: number) => least + below(most - least + 1),
    pick: <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0],
    /** `count` different elements, in the order of the list. */
    sample: <T>(list: readonly T[], count: number): T[] => {
      const left = Math.min(count, list.length)
      const chosen = new Set<number>()
      while (chosen.size < left) chosen.add(below(list.length))
      return list.filter((_, index) => chosen.has(index))
    },
  }
}
export type Random = ReturnType<typeof randomFrom>

const kinds = ['source', 'identity', 'account', 'entitlement', 'task'] as const

/**
 * An id of 32 hex digits as ISC makes them. It grows with `number`, so that a large data set is
 * written to the end of the primary key's index and not all over it.
 */
export function idOf(kind: (typeof kinds)[number], number: number): string {
  const place = `2c91808${kinds.indexOf(kind)}${number.toString(16).padStart(8, '0')}`
  return place + digest(`${kind} ${number}`).slice(0, 16)
}

/** A GUID that belongs to `name`. */
export function guidOf(name: string): string {
  const hex = digest(name)
  const at = (from: number, to: number) => hex.slice(from, to)
  return `${at(0, 8)}-${at(8, 12)}-4${at(13, 16)}-a${at(17, 20)}-${at(20, 32)}`
}

/** `length` letters and digits that belong to `name`; at most 32. */
export function codeOf(name: string, length: number): string {
  const hex = digest(name)
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let code = ''
  for (let at = 0; at < length; at += 1) {
    code += digits[Number.parseInt(hex.slice(at, at + 2).padEnd(2, '0'), 16) % digits.length]
  }
  return code
}

function digest(text: string): string {
  return hash('sha256', text).slice(0, 32)
}
