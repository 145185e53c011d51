const COLOURS = 8

/** The same tenant has the same colour on every machine; two tenants most likely have two. */
export function tenantColour(baseUrl: string): number {
  let hash = 0
  for (const letter of new URL(baseUrl).host) {
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  }
  return hash % COLOURS
}
