const accented = {
  a: 'á',
  c: 'ç',
  d: 'ð',
  e: 'é',
  g: 'ğ',
  i: 'í',
  l: 'ł',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  I: 'Í',
  N: 'Ñ',
  O: 'Ó',
  S: 'Š',
  T: 'Ţ',
  U: 'Ú',
}

/**
 * Any value of a catalogue with its texts marked, a third longer and with accents: what shows on a
 * screen without the marks is in no catalogue, and what is too narrow for the longer text is cut.
 */
export function pseudo(value) {
  if (typeof value === 'string') return marked(value)
  if (typeof value === 'function') return (...given) => pseudo(value(...given))
  if (Array.isArray(value)) return value.map(pseudo)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, pseudo(each)]))
}

function marked(text) {
  // Of texts in one another only the outermost is marked.
  const plain = text.replaceAll(/[⟦⟧]|~+(?=⟧)/g, '')
  if (plain === '') return ''
  const longer = '~'.repeat(Math.ceil(plain.length / 3))
  return `⟦${plain.replaceAll(/[A-Za-z]/g, (letter) => accented[letter] ?? letter)}${longer}⟧`
}
