/** Anything but quotes and commas, and strings in double quotes. */
const listed = /(?:[^",]|"(?:\\.|[^"\\])*"?)+/gs
const bare = /^[\w.:+-]+$/
const quoted = /^([\w.:+-]*\.)"((?:\\.|[^"\\])*)"$/s

/**
 * A field as a filter writes it: what follows its first dot stands in quotes where it has characters
 * that no word has, as in `attributes."Cost Center"`.
 */
export function printName(field: string): string {
  const dot = field.indexOf('.') + 1
  if (dot === 0 || bare.test(field)) return field
  return field.slice(0, dot) + quote(field.slice(dot))
}

/** Inside a string only the quote and the backslash are escaped. */
export const quote = (text: string) => `"${text.replaceAll(/[\\"]/g, String.raw`\$&`)}"`

/** Names between commas, each as `printName` writes it. */
export const readNames = (list: string): string[] =>
  (list.match(listed) ?? []).map((name) => readName(name.trim())).filter(Boolean)

/** What is not written so stays as it is. */
function readName(text: string): string {
  const [, before = '', inner] = quoted.exec(text) ?? []
  return inner === undefined ? text : before + inner.replaceAll(/\\(["\\])/g, '$1')
}
