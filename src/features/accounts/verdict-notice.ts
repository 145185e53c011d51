import type { Account } from '#api/client.ts'
import { ApiError } from '#api/errors.ts'
import { actionText } from '#lib/messages/account-actions.ts'

import type { Verdict } from './act.ts'
import type { ActionId } from './actions.ts'
import { changedWords } from './changed-words.ts'
import { nameOf } from './name-of.ts'

export type Notice = {
  tone: 'good' | 'warning' | 'bad'
  /** Names the account and what became of it. */
  title: string
  /** Why, in the tenant's words where it gave some. */
  text?: string
  reference?: { kind: 'tracking' | 'task'; id: string }
  /** True where the row itself shows it, so that it only has to be heard. */
  isSeen?: true
}

const text = actionText.verdicts

/** What is said about an action that was followed to its end. */
export function noticeOf(verdict: Verdict, id: ActionId, account: Account): Notice {
  const name = nameOf(account)
  switch (verdict.is) {
    case 'confirmed': {
      const title = text.confirmed[id](name)
      const { warnings } = verdict
      if (warnings.length > 0) return { tone: 'warning', title, text: text.warned(lines(warnings)) }
      // What an action does is there to be seen on the row; what an aggregation found is not.
      if (id !== 'aggregate') return { tone: 'good', title, isSeen: true }
      const changes = verdict.account && changedWords(account, verdict.account)
      return { tone: 'good', title, ...(changes && { text: lines(changes) }) }
    }
    case 'gone':
      return id === 'remove' || id === 'delete'
        ? { tone: 'good', title: text.confirmed[id](name) }
        : { tone: 'warning', title: text.gone(name) }
    case 'not-confirmed':
      return { tone: 'warning', title: text.notConfirmed[id](name), text: verdict.words }
    case 'kept':
      return { tone: 'warning', title: text.kept[id](name), text: verdict.words }
    case 'failed': {
      const { words, trackingId, taskId } = verdict.item
      const tracking = trackingId ? ({ kind: 'tracking', id: trackingId } as const) : undefined
      const reference = tracking ?? (taskId ? ({ kind: 'task', id: taskId } as const) : undefined)
      return {
        tone: 'bad',
        title: text.failed[id](name),
        ...(words && { text: words }),
        ...(reference && { reference }),
      }
    }
  }
}

/** What is said about an action that the tenant did not accept. */
export function refusalOf(error: Error, id: ActionId, account: Account): Notice {
  const trackingId = error instanceof ApiError ? error.trackingId : undefined
  return {
    tone: 'bad',
    title: text.failed[id](nameOf(account)),
    text: error.message,
    ...(trackingId && { reference: { kind: 'tracking', id: trackingId } }),
  }
}

const lines = (words: string[]) => words.join('\n')
