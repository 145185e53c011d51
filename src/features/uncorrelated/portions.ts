/** Characters of values in one address, of which some servers take 8 kB. */
const MOST_CHARACTERS = 3000
const MOST_VALUES = 50

/** The values in groups, each of which goes into one address; their order is kept. */
export function portions(values: string[]): string[][] {
  const result: string[][] = []
  let room = 0
  for (const value of values) {
    const length = encodeURIComponent(value).length
    const last = result.at(-1)
    if (last && last.length < MOST_VALUES && length <= room) last.push(value)
    else {
      result.push([value])
      room = MOST_CHARACTERS
    }
    room -= length
  }
  return result
}
