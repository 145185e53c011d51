import { FilterSyntaxError } from './errors.ts'

export type Token = {
  type: 'word' | 'name' | 'string' | '(' | ')' | ',' | 'end'
  /** The text of a word, or of a string with its escapes resolved; a name is a word that ends in one. */
  text: string
  position: number
}

/** Longer filters are refused: the longest that a client has reason to send lists 250 ids. */
export const MAX_LENGTH = 16_384

/**
 * Splits the text in one pass; every character is looked at once. With `quotedNames`, a string right
 * behind a dot belongs to the word before it: `attributes."Cost Center"` is one name.
 */
export function tokensOf(text: string, quotedNames = false): Token[] {
  if (text.length > MAX_LENGTH) {
    throw new FilterSyntaxError(
      `The filter has ${text.length} characters, more than the ${MAX_LENGTH} that are read: it stops`,
      MAX_LENGTH,
    )
  }
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    if (/\s/.test(character)) {
      at += 1
    } else if (character === '(' || character === ')' || character === ',') {
      tokens.push({ type: character, text: character, position: at })
      at += 1
    } else if (character === '"') {
      const { value, end } = stringAt(text, at)
      tokens.push({ type: 'string', text: value, position: at })
      at = end
    } else {
      const end = wordEnd(text, at)
      if (end === at) throw new FilterSyntaxError(`Unexpected ${character}`, at)
      const word = text.slice(at, end)
      if (quotedNames && word.endsWith('.') && text.charAt(end) === '"') {
        const string = stringAt(text, end)
        tokens.push({ type: 'name', text: word + string.value, position: at })
        at = string.end
      } else {
        tokens.push({ type: 'word', text: word, position: at })
        at = end
      }
    }
  }
  tokens.push({ type: 'end', text: '', position: text.length })
  return tokens
}

function stringAt(text: string, start: number): { value: string; end: number } {
  const parts: string[] = []
  let from = start + 1
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') {
      parts.push(text.slice(from, at))
      return { value: parts.join(''), end: at + 1 }
    }
    if (character === '\\') {
      const escaped = text.charAt(at + 1)
      if (escaped !== '"' && escaped !== '\\') {
        throw new FilterSyntaxError('Only \\" and \\\\ may follow a backslash', at)
      }
      parts.push(text.slice(from, at))
      from = at + 1
      at += 1
    }
  }
  throw new FilterSyntaxError('The string is not closed', start)
}

/** Words are fields, operators, numbers and bare dates; no quote may stand in one. */
function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && /[A-Za-z0-9_.:+-]/.test(text.charAt(end))) end += 1
  return end
}
