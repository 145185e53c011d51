import { ATTRIBUTE, fieldOf, filterFields } from './filter-fields.ts'
import { attributeField, quote } from './filter-language.ts'
import { filterWord, nameIn } from './filter-words.ts'
import type { KnownValue } from './known-values.ts'

type Expected =
  | 'field'
  /** After `pr`, which stands before its field. */
  | 'present'
  | 'operator'
  | 'value'
  /** The parenthesis of a list, its values, and what follows one. */
  | 'list'
  | 'item'
  | 'more'
  /** `and`, `or` or the end. */
  | 'joint'

/** What may stand at a place of a filter text. */
export type Place = {
  expects: Expected
  /** The field that is being compared. */
  field: string
  /** What has been typed of it so far, and where that starts. */
  typed: string
  from: number
}

const isClosed = (text: string) => /^"(?:\\.|[^"\\])*"$/s.test(text)

/** What is expected at the caret. What stands behind it does not matter. */
export function placeAt(text: string, caret: number): Place {
  const before = [...text.slice(0, caret).matchAll(filterWord)]
  const last = before.at(-1)
  const isTyping =
    last !== undefined &&
    last.index + last[0].length === caret &&
    !/^[(),]$/.test(last[0]) &&
    !isClosed(last[0])
  let expects: Expected = 'field'
  let field = ''
  for (const [word] of isTyping ? before.slice(0, -1) : before) {
    if (expects === 'field' || expects === 'present') field = nameIn(word)
    expects = after(expects, word)
  }
  const typing = isTyping ? { typed: last[0], from: last.index } : { typed: '', from: caret }
  return { expects, field, ...typing }
}

/** One word further. One that cannot stand there is passed over: the server tells what is wrong. */
function after(expects: Expected, word: string): Expected {
  switch (expects) {
    case 'field':
      if (word === 'pr') return 'present'
      return word === 'not' || word === '(' ? 'field' : 'operator'
    case 'operator':
      if (word === 'isnull') return 'joint'
      return word === 'in' || word === 'ca' ? 'list' : 'value'
    case 'list':
      return 'item'
    case 'item':
      return 'more'
    case 'more':
      return word === ',' ? 'item' : 'joint'
    case 'joint':
      return word === 'and' || word === 'or' ? 'field' : 'joint'
    default:
      return 'joint'
  }
}

/** `insert` takes the place of what has been typed. */
export type Completion = { insert: string; label: string; hint?: string }

export type Known = { attributes: string[]; values: KnownValue[] }

const MOST = 50

/** What can be put in at a place, what begins as it was typed first. */
export function completionsAt(place: Place, known: Known): Completion[] {
  const wanted = nameIn(place.typed).replace(/^"/, '').toLowerCase()
  const ranked = offersAt(place, known).flatMap((offer) => {
    const texts = [offer.label, offer.hint ?? ''].map((text) => text.toLowerCase())
    const rank = texts.some((text) => text.startsWith(wanted))
      ? 0
      : texts.some((text) => text.includes(wanted))
        ? 1
        : 2
    return rank < 2 ? [{ offer, rank }] : []
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ offer }) => offer)
}

function offersAt({ expects, field }: Place, { attributes, values }: Known): Completion[] {
  switch (expects) {
    case 'field':
      return [...fieldOffers(attributes), ...['not', 'pr'].map(word)]
    case 'present':
      return fieldOffers(attributes).filter(({ label }) => fieldOf(label)?.operators.includes('pr'))
    case 'operator':
      return (fieldOf(field)?.operators ?? []).filter((operator) => operator !== 'pr').map(word)
    case 'list':
      return [{ insert: '(', label: '(' }]
    case 'value':
    case 'item':
      return valueOffers(field, values)
    case 'more':
      return [
        { insert: ', ', label: ',' },
        { insert: ') ', label: ')' },
      ]
    case 'joint':
      return ['and', 'or'].map(word)
  }
}

const fieldOffers = (attributes: string[]): Completion[] => [
  ...Object.keys(filterFields).map(word),
  ...attributes.map((name) => ({
    insert: `${attributeField(name)} `,
    label: `${ATTRIBUTE}${name}`,
  })),
]

function valueOffers(field: string, values: KnownValue[]): Completion[] {
  const { values: fixed, isBare } = fieldOf(field) ?? {}
  const offered = fixed?.map((value): KnownValue => ({ value })) ?? values
  return offered.map(({ value, label }) => ({
    insert: `${isBare ? value : quote(value)} `,
    label: value,
    ...(label !== undefined && { hint: label }),
  }))
}

const word = (text: string): Completion => ({ insert: `${text} `, label: text })
