/** Controls of the direction of text, with which one text can be made to look like another one. */
const directions = /[\u202A-\u202E\u2066-\u2069]/g
/** Spaces, controls and marks without a width: a name of nothing else cannot be seen or clicked. */
const seen = /[^\s\p{C}]/u
const LONGEST = 300

/** Text of a source as it is, but for what would disguise it: that is written out. */
export const undisguised = (text: string): string =>
  text.replace(directions, (char) => `[U+${hexOf(char)}]`)

/** In one line, so that a row keeps its height whatever a source calls its accounts. */
export function oneLine(text: string): string {
  const start = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  // U+2400 and on are the pictures of the controls.
  return undisguised(start).replace(/\p{Cc}/gu, (char) => {
    const code = char.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : `[U+${hexOf(char)}]`
  })
}

/** A name as a label in one line; undefined where there is nothing to see. */
export function labelOf(text: string | null | undefined): string | undefined {
  return text && seen.test(text) ? oneLine(text.trim()) : undefined
}

const hexOf = (char: string) => char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
