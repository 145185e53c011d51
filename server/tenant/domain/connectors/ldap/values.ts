import type { Entry } from 'ldapts'

/** The texts of an attribute; a directory takes no notice of the case of its name. */
export function valuesOf(entry: Entry, attribute: string): string[] {
  const wanted = attribute.toLowerCase()
  const key = Object.keys(entry).find((name) => name.toLowerCase() === wanted)
  const value = key === undefined ? [] : (entry[key] ?? [])
  const list: (string | Buffer)[] = Array.isArray(value) ? value : [value]
  return list.filter((one) => typeof one === 'string')
}

export const firstOf = (entry: Entry, attribute: string) => valuesOf(entry, attribute)[0] ?? ''

/**
 * The same text for all ways to write the name of one entry: in upper or lower case, with spaces
 * between its parts, with a character escaped as itself or as its bytes.
 */
export const dnKey = (dn: string) =>
  dn
    .replace(/(?:\\[0-9a-f]{2})+/gi, (bytes) => {
      const text = Buffer.from(bytes.replaceAll('\\', ''), 'hex').toString()
      return text.replace(/[\s"#+,;<=>\\]/g, '\\$&')
    })
    .toLowerCase()
    .replace(/\s*(?<!\\)([,=+])\s*/g, '$1')
