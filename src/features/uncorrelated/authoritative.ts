import { actionText } from '#lib/messages/account-actions.ts'
import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { confirm } from '#ui/confirm.tsx'
import { announce } from '#ui/live-region.tsx'

import type { Item } from './accept.ts'
import { ownerName } from './names.ts'

const text = uncorrelatedText.authoritative

/**
 * The items that may be sent. An account of an authoritative source is asked for by itself, with the
 * name of its new owner typed: who cancels one leaves it and the rest of those out.
 */
export async function askFirst(items: readonly Item[], ask = confirm): Promise<Item[]> {
  const meant = new Map<string, Item>()
  const risky = items.filter(({ account }) => account.authoritative)
  for (const item of risky) {
    if (!(await ask(questionOf(item)))) break
    meant.set(item.account.id, { ...item, isTyped: true })
  }
  const left = risky.length - meant.size
  if (left > 0) announce(text.leftOut(left))
  return items.flatMap((item) => {
    if (item.account.authoritative) return meant.get(item.account.id) ?? []
    return [item]
  })
}

function questionOf({ account, owner }: Item) {
  const name = ownerName(owner)
  return {
    title: text.title(account.name, name),
    body: [text.kind(account.sourceName), text.follows(name), text.hidden],
    button: text.button(name),
    typed: { label: actionText.confirm.typeName(name), text: name },
  }
}
