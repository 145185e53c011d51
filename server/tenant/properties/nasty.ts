import fc from 'fast-check'

/** What has broken comparisons, statements, patterns and escapes before. */
const pieces = [
  '',
  ' ',
  'a',
  'A',
  'ab',
  'Ab',
  'z',
  '%',
  '_',
  '*',
  '\\',
  '"',
  "'",
  '`',
  '--',
  '|',
  '/',
  '~',
  '&',
  '+',
  '#',
  '(',
  ')',
  ',',
  'é',
  'É',
  'e\u0301',
  'ß',
  'ẞ',
  'İ',
  'ı',
  'Σ',
  'ς',
  'ﬁ',
  '中',
  '\u200b',
  '\u202e',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}',
  '\u{10428}',
  '\u{10400}',
  '\ud7ff',
  '\ue000',
  '\ufffd',
  '\uffff',
  '\u{10ffff}',
  '\t',
  '\n',
  'null',
  'true',
  '0',
  '-1',
  '1e9',
]

/** Short texts over a small stock, so that equal ones, prefixes and case twins are common. */
export const nastyText = fc
  .array(fc.constantFrom(...pieces), { minLength: 0, maxLength: 3 })
  .map((parts) => parts.join(''))

/** The text itself, or one that a careless comparison would take for it. */
export const nearlyThe = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(text),
    fc.constantFrom(text.toUpperCase(), text.toLowerCase(), text.normalize('NFD'), text.trim()),
    fc.nat(text.length).map((end) => Array.from(text).slice(0, end).join('')),
    nastyText.map((tail) => text + tail),
  )
