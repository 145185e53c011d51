/** Longer addresses are refused by many servers on the way: 8 kB in all. */
const MOST_CHARACTERS = 7600
/** A list has no more rows. */
const MOST_IDS = 250

const quoted = (value: string) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`

/** `field in (...)`, as few of them as make addresses that are not too long. */
export function filtersOf(field: string, values: string[]): { filter: string; values: string[] }[] {
  return chunksOf(values).map((chunk) => ({
    filter: `${field} in (${chunk.map(quoted).join(',')})`,
    values: chunk,
  }))
}

/** How many of them go into one address. */
export function chunksOf(values: string[]): string[][] {
  const chunks: string[][] = []
  let chunk: string[] = []
  let length = 0
  for (const value of values) {
    const more = encodeURIComponent(quoted(value)).length + '%2C'.length
    if (chunk.length === MOST_IDS || (chunk.length > 0 && length + more > MOST_CHARACTERS)) {
      chunks.push(chunk)
      chunk = []
      length = 0
    }
    chunk.push(value)
    length += more
  }
  if (chunk.length > 0) chunks.push(chunk)
  return chunks
}
