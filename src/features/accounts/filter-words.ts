/** Words, names and strings of a filter text, as far as they have been typed. */
export const filterWord = /[\w.:+-]*\."(?:\\.|[^"\\])*"?|"(?:\\.|[^"\\])*"?|[(),]|[^\s"(),]+/g

const quotedName = /^([\w.:+-]*\.)"((?:\\.|[^"\\])*)"?$/s

/** The field that a word names, whether it stands in quotes or not. */
export function nameIn(word: string): string {
  const [, before = '', inner] = quotedName.exec(word) ?? []
  return inner === undefined ? word : before + inner.replace(/\\(["\\])/g, '$1')
}
