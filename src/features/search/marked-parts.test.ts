import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fold, markedParts } from './marked-parts.ts'

const marked = (text: string, wanted: string) =>
  markedParts(text, wanted)
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('')

test('what is searched for is marked wherever it stands, whatever its case', () => {
  expect(marked('Anna Hannah', 'AN')).toBe('[An]na H[an]nah')
  expect(marked('Anna', ' anna ')).toBe('[Anna]')
  expect(marked('aaaa', 'aa')).toBe('[aa][aa]')
  expect(marked('Anna', 'x')).toBe('Anna')
  expect(marked('Anna', '')).toBe('Anna')
})

test('accents do not count, and stay with their letters', () => {
  expect(marked('José Müller', 'jose mu')).toBe('[José Mü]ller')
  expect(marked('Jose\u0301 X', 'jose')).toBe('[Jose\u0301] X')
  expect(marked('Jose', 'josé')).toBe('[Jose]')
})

test('a character that gets longer in lower case moves no mark', () => {
  expect(marked('İx İy', 'y')).toBe('İx İ[y]')
})

test('the parts are the text, and every mark is a match', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'A', 'é', 'e\u0301', 'ß', 'İ', ' ', '😀'),
  })
  fc.assert(
    fc.property(letters, letters, (text, wanted) => {
      const parts = markedParts(text, wanted)
      expect(parts.map((part) => part.text).join('')).toBe(text)
      const sought = fold(wanted.trim())
      const isThere = sought !== '' && fold(text).includes(sought)
      expect(parts.some(({ isMatch }) => isMatch)).toBe(isThere)
      for (const part of parts) if (part.isMatch) expect(fold(part.text)).toContain(sought)
    }),
  )
})
