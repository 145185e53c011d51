import { FilterSyntaxError } from './errors.ts'
import { printName } from './names.ts'
import { isComparison, isListComparison, type Filter, type Value } from './syntax.ts'
import { tokensOf, type Token } from './tokens.ts'

/** Deeper nesting has no use, and would end the process instead of the request. */
const MAX_DEPTH = 100

/**
 * Reads a filter (isc-facts §3): `not` binds closest, then `and`, then `or`. Throws
 * FilterSyntaxError with the place of the first fault. `quotedNames` is for lists whose fields have
 * names of any characters: `attributes."Cost Center"`.
 */
export function parseFilter(text: string, { quotedNames = false } = {}): Filter {
  const tokens = tokensOf(text, quotedNames)
  let at = 0
  let depth = 0

  const peek = (): Token => tokens[at] ?? { type: 'end', text: '', position: text.length }
  const take = () => {
    const token = peek()
    at += 1
    return token
  }
  const isWord = (word: string) => peek().type === 'word' && peek().text === word

  function chain(kind: 'and' | 'or', part: () => Filter): Filter {
    const first = part()
    const parts = [first]
    while (isWord(kind)) {
      take()
      parts.push(part())
    }
    return parts.length === 1 ? first : { kind, parts }
  }
  const or = (): Filter => chain('or', () => chain('and', not))

  function not(): Filter {
    depth += 1
    if (depth > MAX_DEPTH)
      throw new FilterSyntaxError('The filter is nested too deep', peek().position)
    const filter = unnested()
    depth -= 1
    return filter
  }

  function unnested(): Filter {
    if (isWord('not')) {
      take()
      return { kind: 'not', part: not() }
    }
    if (peek().type === '(') {
      take()
      const filter = or()
      expect(')', 'A closing parenthesis is missing')
      return filter
    }
    return primary()
  }

  function primary(): Filter {
    const first = take()
    if (!isName(first)) {
      throw new FilterSyntaxError(`A field is expected${found(first)}`, first.position)
    }
    if (first.type === 'word' && first.text === 'pr') {
      const field = take()
      if (!isName(field)) {
        throw new FilterSyntaxError(`A field is expected after pr${found(field)}`, field.position)
      }
      return { kind: 'test', field: field.text, operator: 'pr', position: field.position }
    }
    return comparisonOf(first)
  }

  function comparisonOf({ text: field, position }: Token): Filter {
    const operator = take()
    const { text: word } = operator
    if (operator.type === 'word' && word === 'isnull') {
      return { kind: 'test', field, operator: 'isnull', position }
    }
    if (operator.type === 'word' && isListComparison(word)) {
      return { kind: 'list', field, operator: word, values: list(), position }
    }
    if (operator.type === 'word' && isComparison(word)) {
      return { kind: 'compare', field, operator: word, value: value(), position }
    }
    throw new FilterSyntaxError(
      `An operator is expected after ${printName(field)}${found(operator)}`,
      operator.position,
    )
  }

  function list(): Value[] {
    expect('(', 'A list starts with a parenthesis, and it is missing')
    const values = [value()]
    while (peek().type === ',') {
      take()
      values.push(value())
    }
    expect(')', 'A closing parenthesis is missing')
    return values
  }

  function value(): Value {
    const token = take()
    if (token.type === 'string') return { type: 'string', value: token.text }
    if (token.type !== 'word') {
      throw new FilterSyntaxError(`A value is expected${found(token)}`, token.position)
    }
    if (token.text === 'true' || token.text === 'false') {
      return { type: 'boolean', value: token.text === 'true' }
    }
    // Numbers and dates alone stand bare; anything else was meant as a string.
    if (!/^[-+]?\d/.test(token.text)) {
      throw new FilterSyntaxError(
        `A value that is no number, date, true or false needs double quotes: ${token.text}`,
        token.position,
      )
    }
    return { type: 'word', value: token.text }
  }

  function expect(type: Token['type'], problem: string) {
    const token = take()
    if (token.type !== type) throw new FilterSyntaxError(problem, token.position)
  }

  const filter = or()
  if (peek().type !== 'end') {
    throw new FilterSyntaxError(`and, or, or the end is expected${found(peek())}`, peek().position)
  }
  return filter
}

const isName = ({ type }: Token) => type === 'word' || type === 'name'

const found = ({ type, text }: Token) =>
  type === 'end' ? ', but the filter ends' : `, not ${text}`
