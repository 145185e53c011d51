import type { Account } from '#api/client.ts'
import { t } from '#lib/messages.ts'
import { actionText } from '#lib/messages/account-actions.ts'
import { labelOf, oneLine } from '#lib/visible-text.ts'

import { identityNameOf } from './correlation-question.ts'
import { readAttribute } from './panel/attribute-value.ts'
import { textOf } from './panel/edit-fields.ts'

const text = actionText.changed

/** More of them is a case for the account itself. */
const MOST = 5
const LONGEST = 60

/** What an aggregation found, a line each: what the account was seen to be before, and what it is. */
export function changedWords(before: Account, after: Account): string[] {
  const lines = [...stateChanges(before, after), ...attributeChanges(before, after)]
  if (lines.length === 0) return [text.nothing]
  const rest = lines.length - MOST
  return rest > 0 ? [...lines.slice(0, MOST), text.more(rest)] : lines
}

function stateChanges(before: Account, after: Account): string[] {
  const pairs = [
    [text.status, statusOf(before), statusOf(after)],
    [text.name, labelOf(before.name), labelOf(after.name)],
    [text.identity, identityNameOf(before) ?? text.nobody, identityNameOf(after) ?? text.nobody],
  ] as const
  return pairs.flatMap(([name, from, to]) => (from === to ? [] : [changeOf(name, from, to)]))
}

const statusOf = ({ disabled, locked }: Account) =>
  [disabled ? text.disabled : text.enabled, locked && text.locked].filter(Boolean).join(', ')

function attributeChanges({ attributes: before }: Account, { attributes: after }: Account) {
  // Not told is not the same as none.
  if (!before || !after) return []
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].toSorted().flatMap((name) => {
    const [from, to] = [wordsOf(name, before[name]), wordsOf(name, after[name])]
    if (from.plain === to.plain) return []
    return [changeOf(name, from.shown, to.shown)]
  })
}

/** `plain` tells values apart, in whatever order a list has them; `shown` is for reading. */
function wordsOf(name: string, value: unknown) {
  const plain = Array.isArray(value) ? value.map(textOf).toSorted().join('\n') : textOf(value)
  const isHidden = plain !== '' && readAttribute(name, value).is === 'secret'
  return { plain, shown: isHidden ? text.hidden : plain.replaceAll('\n', ', ') }
}

const changeOf = (name: string, from: string | undefined, to: string | undefined) =>
  text.change(oneLine(name), short(from), short(to))

function short(value: string | undefined): string {
  const line = oneLine(value ?? '')
  if (line.trim() === '') return t.accounts.notSet
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
