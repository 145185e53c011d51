import { t } from '#lib/messages.ts'

import { contains, quote, startsWith } from './filter-language.ts'

/** How an attribute is asked for; the last two take no value. */
export type AttributeOperator = keyof typeof t.accounts.attributeOperators

/** A condition on one attribute of any name, as the URL holds it: `department~eq~Sales`. */
export type AttributeCondition = { name: string; operator: AttributeOperator; value: string }

/** What the filter language can name. */
export const attributeName = /^[\w.:+-]{1,100}$/
export const takesValue = (operator: AttributeOperator): boolean => operator.length === 2

const form = /^([^~]+)~(eq|sw|co|set|unset)(?:~(.*))?$/s

/** Undefined for what is no condition, as in a link that somebody has edited. */
export function readCondition(text: string): AttributeCondition | undefined {
  const [, name = '', operator = '', given = ''] = form.exec(text) ?? []
  if (!isOperator(operator) || !attributeName.test(name)) return undefined
  const value = takesValue(operator) ? given : ''
  if (takesValue(operator) && (value.trim() === '' || value.length > 200)) return undefined
  return { name, operator, value }
}

export const writeCondition = ({ name, operator, value }: AttributeCondition): string =>
  takesValue(operator) ? `${name}~${operator}~${value}` : `${name}~${operator}`

export function printCondition({ name, operator, value }: AttributeCondition): string {
  const field = `attributes.${name}`
  if (operator === 'set') return `pr ${field}`
  if (operator === 'unset') return `${field} isnull`
  if (operator === 'sw') return startsWith(field, value)
  return operator === 'co' ? contains(field, value) : `${field} eq ${quote(value)}`
}

/** What its chip says, as `department` and `Sales`. */
export function describeCondition(text: string): [string, string] {
  const condition = readCondition(text)
  if (!condition) return [text, '']
  const { name, operator, value } = condition
  const words = t.accounts.attributeOperators[operator]
  if (operator === 'eq') return [name, value]
  return [name, takesValue(operator) ? `${words} ${value}` : words]
}

const isOperator = (word: string): word is AttributeOperator =>
  Object.hasOwn(t.accounts.attributeOperators, word)
