import { t } from '#lib/messages.ts'
import { labelOf } from '#lib/visible-text.ts'

import { attributeField, contains, quote, startsWith } from './filter-language.ts'

/** How an attribute is asked for; the last two take no value. */
export type AttributeOperator = keyof typeof t.accounts.attributeOperators

/** A condition on one attribute of any name, as the URL holds it: `department~eq~Sales`. */
export type AttributeCondition = { name: string; operator: AttributeOperator; value: string }

const longestName = 100
/** Blanks alone name nothing. */
export const isAttributeName = (name: string): boolean =>
  name.trim() !== '' && name.length <= longestName
export const takesValue = (operator: AttributeOperator): boolean => operator.length === 2

/** A `~` of the name is doubled, so that one alone ends it. */
const form = /^((?:[^~]|~~)+)~(eq|sw|co|set|unset)(?:~(.*))?$/s

/** Undefined for what is no condition, as in a link that somebody has edited. */
export function readCondition(text: string): AttributeCondition | undefined {
  const [, doubled = '', operator = '', given = ''] = form.exec(text) ?? []
  const name = doubled.replaceAll('~~', '~')
  if (!isOperator(operator) || !isAttributeName(name)) return undefined
  const value = takesValue(operator) ? given : ''
  if (takesValue(operator) && (value.trim() === '' || value.length > 200)) return undefined
  return { name, operator, value }
}

export function writeCondition({ name, operator, value }: AttributeCondition): string {
  const asked = `${name.replaceAll('~', '~~')}~${operator}`
  return takesValue(operator) ? `${asked}~${value}` : asked
}

export function printCondition({ name, operator, value }: AttributeCondition): string {
  const field = attributeField(name)
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
  const label = labelOf(name) ?? name
  if (operator === 'eq') return [label, value]
  return [label, takesValue(operator) ? `${words} ${value}` : words]
}

const isOperator = (word: string): word is AttributeOperator =>
  Object.hasOwn(t.accounts.attributeOperators, word)
