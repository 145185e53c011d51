/** A value as it stands in the text; a date is a word until a field table says that it is one. */
export type Value =
  | { type: 'string'; value: string }
  | { type: 'boolean'; value: boolean }
  | { type: 'word'; value: string }

export type Comparison = 'eq' | 'ne' | 'co' | 'sw' | 'gt' | 'ge' | 'lt' | 'le'
export type ListComparison = 'in' | 'ca'
export type NullTest = 'pr' | 'isnull'
export type Operator = Comparison | ListComparison | NullTest

/** The language of isc-facts §3. `position` counts characters from 0, for messages. */
export type Filter =
  | { kind: 'and' | 'or'; parts: Filter[] }
  | { kind: 'not'; part: Filter }
  | { kind: 'test'; field: string; operator: NullTest; position: number }
  | { kind: 'compare'; field: string; operator: Comparison; value: Value; position: number }
  | { kind: 'list'; field: string; operator: ListComparison; values: Value[]; position: number }

const comparisons: readonly string[] = ['eq', 'ne', 'co', 'sw', 'gt', 'ge', 'lt', 'le']

export const isComparison = (word: string): word is Comparison => comparisons.includes(word)
export const isListComparison = (word: string): word is ListComparison =>
  word === 'in' || word === 'ca'
