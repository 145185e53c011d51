export type Part = { text: string; isMatch: boolean }

/** The text in parts, of which some are what is searched for, whatever their case and accents. */
export function markedParts(text: string, wanted: string): Part[] {
  const sought = fold(wanted.trim())
  if (sought === '') return [{ text, isMatch: false }]
  // Folding may make a character longer or shorter: each folded one remembers where it came from.
  const origins: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const plain = fold(character)
    folded += plain
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(at)
    at += character.length
  }
  origins.push(text.length)

  const parts: Part[] = []
  const add = (from: number, to: number, isMatch: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), isMatch })
  }
  let done = 0
  for (let found = folded.indexOf(sought); found !== -1;) {
    const from = Math.max(done, origins[found] ?? 0)
    const to = endOf(text, origins[found + sought.length] ?? text.length)
    add(done, from, false)
    add(from, to, true)
    done = Math.max(done, to)
    found = folded.indexOf(sought, found + sought.length)
  }
  add(done, text.length, false)
  return parts
}

/** Accents that stand behind their letter as characters of their own belong to it. */
function endOf(text: string, from: number): number {
  const marks = /^\p{M}+/u.exec(text.slice(from))?.[0] ?? ''
  return from + marks.length
}

export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
